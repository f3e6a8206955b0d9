import { formatMoney } from '../../../format/money.ts';
import type { MoneyValue } from '../../../format/money.ts';
import type { GiftDesign } from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
import { GiftArt } from '../../../wallet/gift/gift-art.tsx';
import { useWords } from '../../../words/use-words.ts';
import { sendingWords } from './words/words.ts';
import styles from './send.module.css';

export interface PreviewProps {
  amount: MoneyValue | null;
  fromName: string;
  message: string | null;
  design: GiftDesign;
}

/** What the other person gets to see. */
export function Preview({ amount, fromName, message, design }: PreviewProps) {
  const { send: words } = useWords(sendingWords);
  const value = amount === null ? '' : formatMoney(amount);
  return (
    <Card title={words.preview}>
      <div className={styles['preview']}>
        <GiftArt design={design} value={value} />
        <p>
          <b>{words.sent(fromName.trim() || '…', value || '…')}</b>
        </p>
        {message !== null && message.trim() !== '' && <p className={styles['said']}>{message.trim()}</p>}
      </div>
    </Card>
  );
}
