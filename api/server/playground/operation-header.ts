/** What the comment at the top of a ready-made document says. What is not there is null. */
export interface OperationHeader {
  /** What it is for, in a sentence or two. */
  readonly purpose: string | null;
  readonly role: 'customer' | 'staff' | 'admin' | null;
  /** The customer of the sample shop who is asking, in documents for customers. */
  readonly customerId: string | null;
  /** The document to send before this one, by its path without the ending. */
  readonly after: string | null;
  /** An example, as JSON. */
  readonly variables: string | null;
  readonly expected: string | null;
}

const LABEL = /^(Role|After|Variables|Expected): ?(.*)$/;

/** Reads the comment at the top of a document: a purpose, and after it the labelled parts. */
export function operationHeader(document: string): OperationHeader {
  const parts = partsOf(document);
  const [, role = null, customerId = null] =
    /^(customer|staff|admin)(?: \((\w+)\))?$/.exec(parts.get('Role')?.join(' ') ?? '') ?? [];
  return {
    purpose: joined(parts.get('Purpose')),
    role: role as OperationHeader['role'],
    customerId,
    after: joined(parts.get('After')),
    variables: parts.get('Variables')?.join('\n') ?? null,
    expected: joined(parts.get('Expected')),
  };
}

function partsOf(document: string): ReadonlyMap<string, string[]> {
  const parts = new Map<string, string[]>();
  let label = 'Purpose';
  for (const line of document.split('\n')) {
    if (!line.startsWith('#')) break;
    const text = line.replace(/^# ?/, '');
    const [, next, rest] = LABEL.exec(text) ?? [];
    label = next ?? label;
    parts.set(label, [...(parts.get(label) ?? []), rest ?? text]);
  }
  return parts;
}

function joined(lines: readonly string[] | undefined): string | null {
  return lines?.join(' ').trim() || null;
}
