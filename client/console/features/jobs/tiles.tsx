import { formatMoney } from '../../../format/money.ts';
import { formatCount } from '../../../format/number.ts';
import type { JobDetail_JobFragment } from '../../../graphql/graphql.ts';
import type { IconName } from '../../../ui/icon-shapes.tsx';
import type { StateTone } from '../../parts/state.tsx';
import { State } from '../../parts/state.tsx';
import { Tiles } from '../../parts/tiles.tsx';
import { jobsWords } from './words.ts';

type Job = JobDetail_JobFragment;

interface JobTile {
  name: string;
  figure: string;
  hint: string;
  icon: IconName;
  tone: StateTone;
}

const { tiles: words } = jobsWords.job;

/** What a job would do, and once it has begun, what it has done. */
export function JobTiles({ job }: { job: Job }) {
  const hasBegun = !['UPLOADING', 'CHECKED'].includes(job.status);
  return (
    <Tiles
      tiles={(hasBegun ? after(job) : before(job)).map(({ hint, icon, tone, ...tile }) => ({
        ...tile,
        hint: (
          <State icon={icon} tone={tone}>
            {hint}
          </State>
        ),
      }))}
    />
  );
}

function before({ kind, fine, refused, amount, total }: Job): JobTile[] {
  const isClean = refused === 0;
  return [
    { name: words.fine[kind], figure: formatCount(fine), hint: words.fineHint, icon: 'ok', tone: 'ok' },
    {
      ...{ name: words.refused, figure: formatCount(refused) },
      ...(isClean
        ? { hint: words.refusedNone, icon: 'ok', tone: 'ok' }
        : { hint: words.refusedHint, icon: 'error', tone: 'bad' }),
    },
    {
      ...{ name: words.amount[kind], figure: formatMoney(amount), hint: words.amountHint(total) },
      ...{ icon: 'info', tone: 'neutral' },
    },
  ];
}

function after({ kind, done, failed, total, credited, amount }: Job): JobTile[] {
  return [
    {
      ...{ name: words.done[kind], figure: formatCount(done), hint: words.doneHint(total) },
      ...{ icon: 'ok', tone: 'ok' },
    },
    {
      ...{ name: words.credited, figure: formatMoney(credited) },
      ...{ hint: words.creditedHint(formatMoney(amount)), icon: 'ok', tone: 'ok' },
    },
    {
      ...{ name: words.failed, figure: formatCount(failed) },
      ...(failed === 0
        ? { hint: words.refusedNone, icon: 'ok', tone: 'ok' }
        : { hint: words.failedHint, icon: 'error', tone: 'bad' }),
    },
  ];
}
