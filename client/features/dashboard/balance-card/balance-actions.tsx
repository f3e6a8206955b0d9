import { useId } from 'react';
import { Link } from 'react-router';
import { OfflineReason } from '../../../offline/offline-reason.tsx';
import { useConnected } from '../../../session/use-connected.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useWords } from '../../../words/use-words.ts';
import { dashboardWords } from '../words/words.ts';
import styles from './balance-actions.module.css';

/** The two things a wallet is for. */
export function BalanceActions() {
  const { balance } = useWords(dashboardWords);
  if (!useConnected()) return <NotNow />;
  return (
    <div className={styles['actions']}>
      <Link className={styles['add']} to="/add">
        <Icon name="plus" size="sm" />
        {balance.add}
      </Link>
      <Link className={styles['use']} to="/use">
        <Icon name="out" size="sm" />
        {balance.use}
      </Link>
    </div>
  );
}

/** They stay where they are and can be reached, with the reason above them. */
function NotNow() {
  const { balance } = useWords(dashboardWords);
  const reasonId = useId();
  return (
    <>
      <OfflineReason id={reasonId} onGradient />
      <div className={styles['actions']}>
        <button type="button" className={styles['use']} aria-disabled="true" aria-describedby={reasonId}>
          <Icon name="plus" size="sm" />
          {balance.add}
        </button>
        <button type="button" className={styles['use']} aria-disabled="true" aria-describedby={reasonId}>
          <Icon name="out" size="sm" />
          {balance.use}
        </button>
      </div>
    </>
  );
}
