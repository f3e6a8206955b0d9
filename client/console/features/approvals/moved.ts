import { formatDate } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import type { ChangePreview_PreviewFragment } from '../../../graphql/graphql.ts';
import { lotName } from '../../parts/change-effect.tsx';
import { approvalsWords } from './words.ts';

type Preview = ChangePreview_PreviewFragment;
type LotChange = Preview['lots'][number];

export interface ComparedFact {
  id: string;
  name: string;
  then: string;
  now: string;
  moved: boolean;
}

const { detail } = approvalsWords;

/** Two previews of the same act, fact by fact. */
export function compare(then: Preview, now: Preview): ComparedFact[] {
  const fact = (id: string, name: string, say: (preview: Preview) => string): ComparedFact => {
    const [before, after] = [say(then), say(now)];
    return { id, name, then: before, now: after, moved: before !== after };
  };
  const credits = new Map([...then.lots, ...now.lots].map((lot) => [lot.credit?.id ?? 'new', lotName(lot)]));
  return [
    fact('before', detail.balanceBefore, ({ before }) => formatMoney(before.balance)),
    fact('after', detail.balanceAfter, ({ after }) => formatMoney(after.balance)),
    fact('tier', detail.tierAfter, ({ after }) => after.tier.name),
    ...[...credits].map(([id, name]) =>
      fact(id, detail.lot(name), ({ lots }) =>
        sayLot(lots.find(({ credit }) => (credit?.id ?? 'new') === id)),
      ),
    ),
  ];
}

function sayLot(lot: LotChange | undefined): string {
  if (lot === undefined) return detail.notTouched;
  const { after, expiresAtAfter } = lot;
  return expiresAtAfter === null
    ? formatMoney(after)
    : detail.to(formatMoney(after), formatDate(expiresAtAfter));
}
