import { useSearchParams } from 'react-router';
import { formatDate } from '../../../../format/date.ts';
import { formatMoney } from '../../../../format/money.ts';
import { formatCount } from '../../../../format/number.ts';
import { paise } from '../../../../format/proportion.ts';
import type { Role } from '../../../../session/auth-api.ts';
import { Badge } from '../../../../ui/badge.tsx';
import { Card } from '../../../../ui/card.tsx';
import { classes } from '../../../../ui/classes.ts';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { transactionTitle } from '../../../../wallet/entry/transaction-title.ts';
import { walletWords } from '../../../../wallet/words/words.ts';
import { useWords } from '../../../../words/use-words.ts';
import { orderOf } from '../../../parts/place.ts';
import { sortedBy } from '../../../parts/sorting.tsx';
import { Cell, Table } from '../../../ui/table.tsx';
import { useActing } from '../acts/acting.tsx';
import type { Wallet } from '../customer-types.ts';
import { customerWords } from '../words.ts';
import styles from './tabs.module.css';

type Lot = Wallet['lots'][number];

const SOON_DAYS = 7;
const { lots: words, funding } = customerWords;
const { columns } = words;
const USED = ['LAST_USED_FIRST', 'FIRST_USED_FIRST'] as const;
const AMOUNT = ['LARGEST_FIRST', 'SMALLEST_FIRST'] as const;
const LEFT = ['MOST_LEFT_FIRST', 'LEAST_LEFT_FIRST'] as const;
type LotOrder = (typeof USED | typeof AMOUNT | typeof LEFT)[number];

/** What the balance is made of. They come whole, and in the order in which they are used; any other order is made of that. */
export function Lots({ wallet, role }: { wallet: Wallet; role: Role }) {
  const [params] = useSearchParams();
  if (wallet.lots.length === 0)
    return <EmptyState art="nothingYet" title={words.none} text={words.noneText} />;
  const isAdmin = role === 'ADMIN';
  const order = orderOf<LotOrder>(params, [USED[1], USED[0], ...AMOUNT, ...LEFT]);
  const shown = [
    sortedBy({ name: columns.order }, USED, order),
    { name: columns.lot },
    { name: columns.funding },
    sortedBy({ name: columns.amount, isNumber: true }, AMOUNT, order),
    sortedBy({ name: columns.left, isNumber: true }, LEFT, order),
    { name: columns.expires },
    ...(isAdmin ? [{ name: columns.act, isActs: true }] : []),
  ];
  return (
    <Card flush title={words.title}>
      <Table cards caption={words.title} columns={shown}>
        {placesOf(wallet.lots, order).map(({ lot, place }) => (
          <Row key={lot.credit.id} lot={lot} place={place} isAdmin={isAdmin} />
        ))}
      </Table>
      <div className={styles['foot']}>
        <span>{words.rule}</span>
        {!isAdmin && <span>{words.needsAdmin}</span>}
      </div>
    </Card>
  );
}

interface PlacedLot {
  lot: Lot;
  /** Its place in the order of use, from 1. */
  place: number;
}

const INCREASING: Record<LotOrder, (lot: PlacedLot) => bigint> = {
  FIRST_USED_FIRST: ({ place }) => BigInt(place),
  LAST_USED_FIRST: ({ place }) => -BigInt(place),
  LARGEST_FIRST: ({ lot }) => -paise(lot.original),
  SMALLEST_FIRST: ({ lot }) => paise(lot.original),
  MOST_LEFT_FIRST: ({ lot }) => -paise(lot.remaining),
  LEAST_LEFT_FIRST: ({ lot }) => paise(lot.remaining),
};

function placesOf(lots: readonly Lot[], order: LotOrder): PlacedLot[] {
  const measure = INCREASING[order];
  const placed = lots.map((lot, index) => ({ lot, place: index + 1 }));
  return placed.sort((one, other) => (measure(one) < measure(other) ? -1 : 1));
}

function Row({ lot, place, isAdmin }: { lot: Lot; place: number; isAdmin: boolean }) {
  const shared = useWords(walletWords);
  const { open } = useActing();
  const { credit, original, remaining, expiresAt, daysLeft } = lot;
  const title = transactionTitle(credit, shared);
  const isSoon = daysLeft !== null && daysLeft <= SOON_DAYS;
  return (
    <tr>
      <Cell>{formatCount(place)}</Cell>
      <Cell label={columns.lot}>
        <span>
          <b>{title}</b>
          <small>
            <span className={styles['whole']}>{credit.reference} ·</span>{' '}
            <span className={styles['whole']}>{formatDate(credit.createdAt)}</span>
          </small>
        </span>
      </Cell>
      <Cell label={columns.funding}>
        <Badge icon={lot.funding === 'PURCHASED' ? 'card' : 'gift'} tone="neutral">
          {funding[lot.funding]}
        </Badge>
      </Cell>
      <Cell isNumber label={columns.amount}>
        {formatMoney(original)}
      </Cell>
      <Cell isNumber label={columns.left}>
        <b>{formatMoney(remaining)}</b>
      </Cell>
      <Cell label={columns.expires}>
        <span className={classes(styles['whole'], isSoon && styles['soon'])}>
          {expiresAt === null ? words.never : formatDate(expiresAt)}
        </span>
      </Cell>
      {isAdmin && (
        <Cell isActs>
          <span className={styles['acts']}>
            {expiresAt !== null && (
              <button
                type="button"
                className={styles['act']}
                aria-label={words.extendOf(title)}
                onClick={() => open({ act: 'extend', creditId: credit.id, title, remaining, expiresAt })}
              >
                {words.extend}
              </button>
            )}
            <button
              type="button"
              className={styles['act']}
              aria-label={words.reverseOf(title)}
              onClick={() => open({ act: 'reverse', creditId: credit.id, title, remaining })}
            >
              {words.reverse}
            </button>
          </span>
        </Cell>
      )}
    </tr>
  );
}
