import { formatMoney } from '../../format/money.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { ShownTopUp } from './pay-step.tsx';
import { Reference } from './reference.tsx';
import styles from './add.module.css';

/** The bank is at work. What helps now is patience, and not paying twice. */
export function Confirming({ topUp, waitedLong }: { topUp: ShownTopUp; waitedLong: boolean }) {
  const { add } = useMessages();
  return (
    <div className={styles['state']} role="status">
      <Icon name="spin" className={styles['spinning']} />
      <h2>{add.confirming(formatMoney(topUp.amount))}</h2>
      <p>{waitedLong ? add.stillWaiting : add.mayClose}</p>
      <p>
        <b>{add.dontPayAgain}</b>
      </p>
      <Reference topUp={topUp} />
    </div>
  );
}
