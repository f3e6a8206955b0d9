import { Link } from 'react-router';
import { formatMoney } from '../../format/money.ts';
import { Banner } from '../../ui/banner.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { useWords } from '../../words/use-words.ts';
import type { WaitingGift } from './waiting-gift.ts';
import { giftArtWords } from './words/words.ts';
import styles from './gift-strip.module.css';

/** A gift that waits to be opened. What its sender says is shown as it is written. */
export function GiftStrip({ gift: { token, fromName, amount, message } }: { gift: WaitingGift }) {
  const words = useWords(giftArtWords);
  return (
    <Banner tone="gift" icon="gift">
      <div className={styles['line']}>
        <p>
          <b>{words.sent(fromName, formatMoney(amount))}</b>
          {message !== null && <span className={styles['said']}>“{message}”</span>}
        </p>
        <Link className={buttonClass('primary')} to={`/gift/${encodeURIComponent(token)}`}>
          {words.open}
        </Link>
      </div>
    </Banner>
  );
}
