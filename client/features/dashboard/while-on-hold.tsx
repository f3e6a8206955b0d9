import type { MoneyValue } from '../../format/money.ts';
import { Card } from '../../ui/card.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { useWords } from '../../words/use-words.ts';
import { dashboardWords } from './words/words.ts';
import styles from './while-on-hold.module.css';

/** The two questions that everybody asks whose wallet is on hold. */
export function WhileOnHold({ status, balance }: { status: 'FROZEN' | 'SUSPENDED'; balance: MoneyValue }) {
  const { whileOnHold } = useWords(dashboardWords);
  const money = useMoneyText();
  return (
    <Card title={whileOnHold.title[status]}>
      <dl className={styles['answers']}>
        <dt>{whileOnHold.safe}</dt>
        <dd>{whileOnHold.safeAnswer(money(balance))}</dd>
        <dt>{whileOnHold.refund}</dt>
        <dd>{whileOnHold.refundAnswer}</dd>
      </dl>
    </Card>
  );
}
