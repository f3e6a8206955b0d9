import { Link } from 'react-router';
import { formatDate, formatDateTime, formatNearDate } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import { isZero } from '../../../format/proportion.ts';
import type { ConsoleWalletsQuery, WalletOrder } from '../../../graphql/graphql.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { TierBadge } from '../../../wallet/tier/tier-badge.tsx';
import { BY_TIME } from '../../parts/place.ts';
import { sortedBy } from '../../parts/sorting.tsx';
import { useRowKeys } from '../../ui/use-row-keys.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { Cell, Table } from '../../ui/table.tsx';
import { walletsWords as words } from './words.ts';
import styles from './wallets.module.css';

type Wallets = ConsoleWalletsQuery['wallets']['nodes'];

const { columns } = words;
export const HIDEABLE = [
  columns.status,
  columns.tier,
  columns.balance,
  columns.expiring,
  columns.activity,
  columns.opened,
];

export function walletPath(customerId: string): string {
  return `/admin/wallets/${encodeURIComponent(customerId)}`;
}

export function WalletTable({ wallets, order }: { wallets: Wallets; order: WalletOrder }) {
  const rows = useRowKeys();
  const shown = [
    { name: columns.customer },
    { name: columns.status },
    { name: columns.tier },
    { name: columns.balance, isNumber: true },
    { name: columns.expiring, isNumber: true },
    { name: columns.activity },
    sortedBy({ name: columns.opened }, BY_TIME, order),
  ];
  return (
    <div {...rows}>
      <Table cards caption={words.title} columns={shown}>
        {wallets.map((wallet) => (
          <Row key={wallet.id} wallet={wallet} />
        ))}
      </Table>
    </div>
  );
}

function Row({ wallet }: { wallet: Wallets[number] }) {
  const now = useClock()();
  const { customer, status, balance, tier, expiringCredits, lastTransactionAt, createdAt } = wallet;
  return (
    <tr>
      <Cell>
        <span className={styles['who']}>
          <Avatar name={customer.name} />
          <span>
            <Link to={walletPath(customer.customerId)}>{customer.name}</Link>
            <small>{customer.phone ?? customer.email ?? customer.customerId}</small>
          </span>
        </span>
      </Cell>
      <Cell label={columns.status}>
        <StatusBadge status={status} />
      </Cell>
      <Cell label={columns.tier}>
        <TierBadge {...tier.tier} />
      </Cell>
      <Cell isNumber label={columns.balance}>
        <b>{formatMoney(balance)}</b>
      </Cell>
      <Cell isNumber label={columns.expiring}>
        {isZero(expiringCredits.total) ? (
          <span className={styles['none']}>{words.none}</span>
        ) : (
          <span>
            {formatMoney(expiringCredits.total)}
            {expiringCredits.nextExpiryAt !== null && (
              <small>{words.expiresOn(formatNearDate(expiringCredits.nextExpiryAt, now))}</small>
            )}
          </span>
        )}
      </Cell>
      <Cell label={columns.activity}>
        {lastTransactionAt === null ? words.never : formatDateTime(lastTransactionAt)}
      </Cell>
      <Cell label={columns.opened}>{formatDate(createdAt)}</Cell>
    </tr>
  );
}
