import { formatMoney } from '../../format/money.ts';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import { Reference } from './reference.tsx';
import type { ShownTopUp } from './reference.tsx';
import { topUpWords } from './words/words.ts';
import styles from './top-up.module.css';

/** The bank is at work. What helps now is patience, and not paying twice. */
export function Confirming({ topUp, waitedLong }: { topUp: ShownTopUp; waitedLong: boolean }) {
  const { add } = useWords(topUpWords);
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
