import { useId } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../messages/messages.tsx';
import { useConnected } from '../session/use-connected.ts';
import { Icon } from '../ui/icon.tsx';
import { OfflineReason } from './offline-reason.tsx';
import styles from './balance-actions.module.css';

/** The two things a wallet is for. */
export function BalanceActions() {
  const { add, use } = useMessages();
  if (!useConnected()) return <NotNow />;
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

/** They stay where they are and can be reached, with the reason above them. */
function NotNow() {
  const { add, use } = useMessages();
  const reasonId = useId();
  return (
    <>
      <OfflineReason id={reasonId} onGradient />
      <div className={styles['actions']}>
        <button type="button" className={styles['use']} aria-disabled="true" aria-describedby={reasonId}>
          <Icon name="plus" size="sm" />
          {add.title}
        </button>
        <button type="button" className={styles['use']} aria-disabled="true" aria-describedby={reasonId}>
          <Icon name="out" size="sm" />
          {use.title}
        </button>
      </div>
    </>
  );
}
