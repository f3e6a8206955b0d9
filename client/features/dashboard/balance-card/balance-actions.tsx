import { useId } from 'react';
import { Link } from 'react-router';
import { OfflineReason } from '../../../offline/offline-reason.tsx';
import { useConnected } from '../../../session/use-connected.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { TALK_TO_SHOP } from '../../../wallet/shop/talk-to-shop.tsx';
import { useWords } from '../../../words/use-words.ts';
import { dashboardWords } from '../words/words.ts';
import styles from './balance-actions.module.css';

/** The two things a wallet is for; with nothing in it there is only one. */
export function BalanceActions({ spendable }: { spendable: boolean }) {
  const { balance } = useWords(dashboardWords);
  if (!useConnected()) return <NotNow spendable={spendable} />;
  return (
    <div className={styles['actions']}>
      <Link className={buttonClass('light')} to="/add">
        <Icon name="plus" size="sm" />
        {balance.add}
      </Link>
      {spendable && (
        <Link className={buttonClass('glass')} to="/use">
          <Icon name="out" size="sm" />
          {balance.use}
        </Link>
      )}
    </div>
  );
}

/** They stay where they are and can be reached, with the reason above them. */
function NotNow({ spendable }: { spendable: boolean }) {
  const { balance } = useWords(dashboardWords);
  const reasonId = useId();
  return (
    <>
      <OfflineReason id={reasonId} onGradient />
      <div className={styles['actions']}>
        <Button kind="glass" icon="plus" unavailable aria-describedby={reasonId}>
          {balance.add}
        </Button>
        {spendable && (
          <Button kind="glass" icon="out" unavailable aria-describedby={reasonId}>
            {balance.use}
          </Button>
        )}
      </div>
    </>
  );
}

/** What can be done about a wallet on hold: the people who can open it stand further down the page. */
export function OnHoldActions() {
  const { balance } = useWords(dashboardWords);
  return (
    <div className={styles['actions']}>
      <a className={buttonClass('light')} href={`#${TALK_TO_SHOP}`}>
        <Icon name="chat" size="sm" />
        {balance.talk}
      </a>
      <Link className={buttonClass('glass')} to="/history">
        <Icon name="history" size="sm" />
        {balance.history}
      </Link>
    </div>
  );
}
