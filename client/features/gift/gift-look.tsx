import { formatMoney } from '../../format/money.ts';
import type { Gift_LookFragment } from '../../graphql/graphql.ts';
import { GiftArt } from '../../wallet/gift/gift-art.tsx';
import { giftArtWords } from '../../wallet/gift/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import styles from './gift.module.css';

/** Who sends how much, and what they say. Their words are shown as they are written, and as text alone. */
export function Look({ gift }: { gift: Gift_LookFragment }) {
  const words = useWords(giftArtWords);
  const amount = formatMoney(gift.amount);
  return (
    <section className={styles['look']} aria-label={words.sent(gift.fromName, amount)}>
      <GiftArt design={gift.design} value={amount} />
      <h2>{words.sent(gift.fromName, amount)}</h2>
      {gift.message !== null && (
        <figure className={styles['said']}>
          <blockquote>{gift.message}</blockquote>
          <figcaption>{gift.fromName}</figcaption>
        </figure>
      )}
    </section>
  );
}
