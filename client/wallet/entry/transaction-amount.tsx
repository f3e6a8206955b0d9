import type { MoneyValue } from '../../format/money.ts';
import { isZero } from '../../format/proportion.ts';
import { classes } from '../../ui/classes.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useWords } from '../../words/use-words.ts';
import { useMoneyText } from '../use-money-text.ts';
import { walletWords } from '../words/words.ts';
import { transactionLook } from './transaction-look.ts';
import type { ShownKind } from './transaction-look.ts';
import styles from './transaction-amount.module.css';

interface TransactionAmountProps {
  kind: ShownKind;
  /** With its sign. */
  amount: MoneyValue;
  /** What moved: of what was set aside before, the balance loses nothing more, and it stands without a sign. */
  moved?: MoneyValue;
}

/** A signed amount in its kind's colour; screen readers hear the kind as a word first. */
export function TransactionAmount({ kind, amount, moved }: TransactionAmountProps) {
  const { kinds } = useWords(walletWords);
  const money = useMoneyText();
  return (
    <span className={classes(styles['amount'], styles[transactionLook[kind].tone])}>
      <VisuallyHidden>{`${kinds[kind].spoken}, `}</VisuallyHidden>
      {moved && isZero(amount) ? money(moved) : money(amount, { sign: 'always' })}
    </span>
  );
}
