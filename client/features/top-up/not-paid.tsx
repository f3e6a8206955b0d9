import { Link, useSearchParams } from 'react-router';
import { buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import { Reference } from './reference.tsx';
import type { ShownTopUp } from './reference.tsx';
import { topUpWords } from './words/words.ts';
import styles from './top-up.module.css';

/** What did not happen, what is still true, and two ways on with the same amount. */
export function NotPaid({ topUp }: { topUp: ShownTopUp }) {
  const { add } = useWords(topUpWords);
  const [params] = useSearchParams();
  const other = topUp.method === 'UPI' ? 'CARD' : 'UPI';
  const again = (method: string): string => {
    const back = params.get('back');
    const query = new URLSearchParams({ amount: topUp.amount.amount, method: method.toLowerCase() });
    if (back !== null) query.set('back', back);
    return `/add?${query.toString()}`;
  };
  return (
    <div className={styles['state']} role="alert">
      <Icon name="error" className={styles['bad']} />
      <h2>{topUp.status === 'EXPIRED' ? add.expired : add.declined}</h2>
      <p>
        {topUp.failureReason !== null && <span lang="en">{topUp.failureReason} </span>}
        {add.nothingAdded}
      </p>
      {topUp.status === 'EXPIRED' && <p className={styles['note']}>{add.lateMoney}</p>}
      <div className={styles['choices']}>
        <Link className={buttonClass('primary')} to={again(topUp.method)}>
          {add.tryAgain}
        </Link>
        <Link className={buttonClass('secondary')} to={again(other)}>
          {add.otherMethod(add.methods[other])}
        </Link>
      </div>
      <Reference topUp={topUp} />
    </div>
  );
}
