import { Link } from 'react-router';
import { formatMoney } from '../../../format/money.ts';
import type { ConsoleHomeQuery } from '../../../graphql/graphql.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Card } from '../../../ui/card.tsx';
import { homeWords as words } from './words.ts';
import styles from './home.module.css';

export function NewestCustomers({ data }: { data: ConsoleHomeQuery }) {
  return (
    <Card flush title={words.newest}>
      <ul className={styles['customers']}>
        {data.customers.nodes.map(({ id, customerId, name, wallet }) => (
          <li key={id}>
            <Link to={`/admin/wallets/${encodeURIComponent(customerId)}`}>
              <Avatar name={name} />
              <span>{name}</span>
              <b>{wallet === null ? words.noWallet : formatMoney(wallet.balance)}</b>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
