import { formatDate } from '../../../../format/date.ts';
import { formatMoney } from '../../../../format/money.ts';
import { formatCount } from '../../../../format/number.ts';
import type { Role } from '../../../../session/auth-api.ts';
import { Badge } from '../../../../ui/badge.tsx';
import { Card } from '../../../../ui/card.tsx';
import { classes } from '../../../../ui/classes.ts';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { transactionTitle } from '../../../../wallet/entry/transaction-title.ts';
import { walletWords } from '../../../../wallet/words/words.ts';
import { useWords } from '../../../../words/use-words.ts';
import { Cell, Table } from '../../../ui/table.tsx';
import { useActing } from '../acts/acting.tsx';
import type { Wallet } from '../customer-types.ts';
import { customerWords } from '../words.ts';
import styles from './tabs.module.css';

type Lot = Wallet['lots'][number];

const SOON_DAYS = 7;
const { lots: words, funding } = customerWords;
const { columns } = words;
const COLUMNS = [
  { name: columns.order },
  { name: columns.lot },
  { name: columns.funding },
  { name: columns.amount, isNumber: true },
  { name: columns.left, isNumber: true },
  { name: columns.expires },
];

/** What the balance is made of, in the order in which it is used. */
export function Lots({ wallet, role }: { wallet: Wallet; role: Role }) {
  if (wallet.lots.length === 0)
    return <EmptyState art="nothingYet" title={words.none} text={words.noneText} />;
  const isAdmin = role === 'ADMIN';
  return (
    <Card flush title={words.title}>
      <Table cards caption={words.title} columns={isAdmin ? [...COLUMNS, { name: columns.act }] : COLUMNS}>
        {wallet.lots.map((lot, index) => (
          <Row key={lot.credit.id} lot={lot} place={index + 1} isAdmin={isAdmin} />
        ))}
      </Table>
      <div className={styles['foot']}>
        <span>{words.rule}</span>
        {!isAdmin && <span>{words.needsAdmin}</span>}
      </div>
    </Card>
  );
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
          <small className={styles['whole']}>
            {credit.reference} · {formatDate(credit.createdAt)}
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
        <Cell>
          <span className={styles['whole']}>
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
