/** What was worked out for a request, so that it is worked out once however often it is named. */
export class Once {
  #known: Map<string, unknown> | null = null;

  /** What `find` finds, or what it has found before under the same name. */
  of<T>(name: string, find: () => T): T {
    const known = (this.#known ??= new Map<string, unknown>());
    if (!known.has(name)) known.set(name, find());
    return known.get(name) as T;
  }
}

/** The name of what is worked out of a wallet as it is, with these arguments. */
export function nameOf(
  what: string,
  { id, seq }: { readonly id: string; readonly seq: number },
  ...args: unknown[]
): string {
  return JSON.stringify([what, id, seq, ...args], (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}
