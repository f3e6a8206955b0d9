import { formatDate } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import { formatCount } from '../../../format/number.ts';
import type {
  ApprovalDetail_ApprovalFragment,
  ChangePreview_PreviewFragment,
} from '../../../graphql/graphql.ts';
import type { WalletWords } from '../../../wallet/words/en.ts';
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

/** What is shown of what an act would do: to one wallet, to those of a list, or with an order. */
export interface Shown {
  preview: Preview | null | undefined;
  bulk: ApprovalDetail_ApprovalFragment['bulk'];
  order: Order | null;
}

type Order = NonNullable<ApprovalDetail_ApprovalFragment['order']>;

/** Two looks at the same act, fact by fact. */
export function compare(then: Shown, now: Shown, words: WalletWords): ComparedFact[] {
  if (then.preview && now.preview) return comparePreviews(then.preview, now.preview, words);
  if (then.order && now.order) return compareOrders(then.order, now.order);
  if (!then.bulk || !now.bulk) return [];
  const { credited, refused, total } = detail.bulk;
  return [
    factOf('credited', credited, formatCount(then.bulk.credited), formatCount(now.bulk.credited)),
    factOf('refused', refused, formatCount(then.bulk.refused), formatCount(now.bulk.refused)),
    factOf('total', total, formatMoney(then.bulk.total), formatMoney(now.bulk.total)),
  ];
}

function compareOrders(then: Order, now: Order): ComparedFact[] {
  const { goesBack } = detail;
  const ways = (['toSource', 'toGiftCards', 'toWallet'] as const).map((way) =>
    factOf(way, goesBack[way], formatMoney(then.split[way]), formatMoney(now.split[way])),
  );
  return [
    factOf('refunded', goesBack.refunded, formatMoney(then.refunded), formatMoney(now.refunded)),
    factOf('amount', goesBack.amount, formatMoney(then.amount), formatMoney(now.amount)),
    ...ways,
  ];
}

function comparePreviews(then: Preview, now: Preview, words: WalletWords): ComparedFact[] {
  const fact = (id: string, name: string, say: (preview: Preview) => string) =>
    factOf(id, name, say(then), say(now));
  const credits = new Map(
    [...then.lots, ...now.lots].map((lot) => [lot.credit?.id ?? 'new', lotName(lot, words)]),
  );
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

function factOf(id: string, name: string, then: string, now: string): ComparedFact {
  return { id, name, then, now, moved: then !== now };
}

function sayLot(lot: LotChange | undefined): string {
  if (lot === undefined) return detail.notTouched;
  const { after, expiresAtAfter } = lot;
  return expiresAtAfter === null
    ? formatMoney(after)
    : detail.to(formatMoney(after), formatDate(expiresAtAfter));
}
