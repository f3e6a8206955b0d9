import type { MoneyValue } from '../../../format/money.ts';
import { isZero } from '../../../format/proportion.ts';
import { plus, ratio } from '../../../format/sum.ts';
import { isLess } from './draft.ts';
import type { Campaign } from './standing.ts';

const DAY_MS = 86_400_000;

/**
 * What a running campaign will have given out by its end if customers go on as they did, never more than it may; null while nobody can
 * say: before its first day is over, and where it has no end.
 */
export function paceOf(campaign: Campaign, now: number): MoneyValue | null {
  const { status, startsAt, endsAt, spent, remaining } = campaign;
  if (status !== 'RUNNING' || endsAt === null || isZero(spent)) return null;
  const [begin, end] = [Date.parse(startsAt), Date.parse(endsAt)];
  const gone = Math.floor((now - begin) / DAY_MS);
  const all = Math.ceil((end - begin) / DAY_MS);
  if (gone < 1) return null;
  const projected = ratio(spent, all, gone);
  const most = remaining && plus(spent, remaining);
  return most && isLess(most, projected) ? most : projected;
}
