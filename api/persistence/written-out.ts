/** Values with amounts as text, for what is kept whole and never asked about. */

interface Paise {
  readonly paise: string;
}

export function writeOut(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'bigint' ? ({ paise: `${part}` } satisfies Paise) : part,
  );
}

/** What was written out. Nothing that is has a field of that name but amounts. */
export function readBack<T>(text: string): T {
  return JSON.parse(text, (_name, part: unknown) => (isPaise(part) ? BigInt(part.paise) : part)) as T;
}

function isPaise(part: unknown): part is Paise {
  return typeof part === 'object' && part !== null && 'paise' in part;
}
