import { Banner } from '../../ui/banner.tsx';
import { partsWords } from './parts-words.ts';

const { changes: words } = partsWords;

export interface ChangedMeanwhileProps<Field extends string> {
  /** What of it can be changed at all, and what each is called. */
  names: Readonly<Partial<Record<Field, string>>>;
  /** As it was read. */
  before: Readonly<Record<Field, string>>;
  /** As somebody else has left it. */
  now: Readonly<Record<Field, string>>;
  /** What stands in the form, and would be written. */
  draft: Readonly<Record<Field, string>>;
}

/** What somebody else has changed since, field by field, and what of it would be written over. */
export function ChangedMeanwhile<Field extends string>(props: ChangedMeanwhileProps<Field>) {
  const { names, before, now, draft } = props;
  const fields = Object.keys(names) as Field[];
  const moved = fields.filter((field) => before[field] !== now[field]);
  return (
    <Banner tone="warn" icon="refresh" urgent>
      <p>
        <b>{words.meanwhile}</b> {words.meanwhileText}
      </p>
      <ul>
        {moved.map((field) => (
          <li key={field}>
            {words.change(names[field] ?? field, before[field] || words.nothing, now[field])}
            {now[field] !== draft[field] && ` ${words.writtenOver(draft[field] || words.nothing)}`}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
