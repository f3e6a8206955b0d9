import { Banner } from '../../../ui/banner.tsx';
import type { Draft, DraftField } from './draft.ts';
import { rewardsWords } from './words.ts';

const { page } = rewardsWords;

/** What of a reward can be changed at all, by the name of its field. */
const CHANGEABLE = {
  name: page.name,
  description: page.text,
  maxUses: page.maxUses,
  until: page.until,
} as const satisfies Partial<Record<DraftField, string>>;

export interface ChangedMeanwhileProps {
  /** As it was read. */
  before: Draft;
  /** As somebody else has left it. */
  now: Draft;
  /** What stands in the form, and would be written. */
  draft: Draft;
}

/** What somebody else has changed since, field by field, and what of it would be written over. */
export function ChangedMeanwhile({ before, now, draft }: ChangedMeanwhileProps) {
  const fields = Object.keys(CHANGEABLE) as (keyof typeof CHANGEABLE)[];
  const moved = fields.filter((field) => before[field] !== now[field]);
  return (
    <Banner tone="warn" icon="refresh" urgent>
      <p>
        <b>{page.changedMeanwhile}</b> {page.changedMeanwhileText}
      </p>
      <ul>
        {moved.map((field) => (
          <li key={field}>
            {page.change(CHANGEABLE[field], before[field] || page.nothing, now[field])}
            {now[field] !== draft[field] && ` ${page.writtenOver(draft[field] || page.nothing)}`}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
