import { formatDateTime } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../../graphql/fragment-masking.ts';
import { EntryReceipt_TransactionFragmentDoc } from '../../../graphql/graphql.ts';
import { amountText } from '../../../wallet/entry/amount-text.ts';
import { ReceiptActions } from '../../../wallet/entry/receipt-actions.tsx';
import { transactionTitle } from '../../../wallet/entry/transaction-title.ts';
import { walletWords } from '../../../wallet/words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { entryWords } from './words/words.ts';

/** The entry to hand on or to print. */
export function EntryReceipt(props: {
  transaction: FragmentType<typeof EntryReceipt_TransactionFragmentDoc>;
}) {
  const entry = readFragment(EntryReceipt_TransactionFragmentDoc, props.transaction);
  const { detail } = useWords(entryWords);
  const words = useWords(walletWords);
  return (
    <ReceiptActions
      title={transactionTitle(entry, words)}
      facts={[
        [detail.amount, amountText(entry)],
        [detail.date, formatDateTime(entry.createdAt)],
        [words.entry.balanceAfter, formatMoney(entry.balanceAfter)],
        [words.reference.label, entry.reference],
      ]}
    />
  );
}
