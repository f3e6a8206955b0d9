import { useId } from 'react';
import { formatMoney } from '../../format/money.ts';
import type { Gift_LookFragment } from '../../graphql/graphql.ts';
import { Button } from '../../ui/button.tsx';
import { Disc } from '../../ui/disc.tsx';
import text from '../../ui/text.module.css';
import { useShareText } from '../../wallet/use-share-text.ts';
import { useWords } from '../../words/use-words.ts';
import { giftWords } from './words/words.ts';
import styles from './gift.module.css';

/** A line to send on, by whatever way the two have: the shop knows none, and sends nothing. */
export function SayThanks({ gift: { fromName, amount } }: { gift: Gift_LookFragment }) {
  const { thanks } = useWords(giftWords);
  const share = useShareText(thanks.copied);
  const headingId = useId();
  return (
    <section className={styles['thanks']} aria-labelledby={headingId}>
      <Disc icon="chat" tone="brand" />
      <div>
        <h2 id={headingId}>{thanks.title}</h2>
        <p className={text['note']}>{thanks.text(fromName)}</p>
      </div>
      <Button
        icon="share"
        onClick={() => void share({ text: thanks.message(fromName, formatMoney(amount)) })}
      >
        {thanks.share}
      </Button>
    </section>
  );
}
