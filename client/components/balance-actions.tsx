import { Link } from 'react-router';
import { useMessages } from '../messages/messages.tsx';
import { Icon } from '../ui/icon.tsx';
import styles from './balance-actions.module.css';

/** The two things a wallet is for. */
export function BalanceActions() {
  const { add, use } = useMessages();
  return (
    <div className={styles['actions']}>
      <Link className={styles['add']} to="/add">
        <Icon name="plus" size="sm" />
        {add.title}
      </Link>
      <Link className={styles['use']} to="/use">
        <Icon name="out" size="sm" />
        {use.title}
      </Link>
    </div>
  );
}
