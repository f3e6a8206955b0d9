import type { AuditRow_ActFragment } from '../../../graphql/graphql.ts';

export interface FieldChange {
  field: string;
  /** Empty where there was nothing, or where there is nothing any more. */
  before: string;
  after: string;
}

/** What an act changed, field by field. */
export function changesOf({ before, after }: Pick<AuditRow_ActFragment, 'before' | 'after'>): FieldChange[] {
  const fields = new Set([...before, ...after].map(({ key }) => key));
  const valueIn = (entries: typeof before, field: string) =>
    entries.find(({ key }) => key === field)?.value ?? '';
  return [...fields].map((field) => ({
    field,
    before: valueIn(before, field),
    after: valueIn(after, field),
  }));
}
