import { formatDateTime } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import type { ReportedEntry_TransactionFragment } from '../../../graphql/graphql.ts';
import { amountText } from '../../../wallet/entry/amount-text.ts';
import { transactionTitle } from '../../../wallet/entry/transaction-title.ts';
import { walletWords } from '../../../wallet/words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { helpWords } from '../words/words.ts';

export interface Report {
  entry: ReportedEntry_TransactionFragment | null;
  /** What went wrong, in the words of the choice; null where there is nothing to choose. */
  problem: string | null;
  more: string;
  name: string;
}

export interface Message {
  subject: string;
  body: string;
}

/** The letter to the shop: what went wrong, what was written, and the facts of the entry, one a line. */
export function useMessage({ entry, problem, more, name }: Report): Message {
  const { report } = useWords(helpWords);
  const words = useWords(walletWords);
  const facts = entry
    ? [
        [report.facts.entry, transactionTitle(entry, words)],
        [words.reference.label, entry.reference],
        [report.facts.date, formatDateTime(entry.createdAt)],
        [report.facts.amount, amountText(entry)],
        [words.entry.balanceAfter, formatMoney(entry.balanceAfter)],
      ]
    : [];
  const lines = [...facts, [report.facts.name, name]].map((fact) => fact.join(': ')).join('\n');
  return {
    subject: entry ? report.subjectOf(entry.reference) : report.subject,
    body: [problem, more.trim(), lines].filter(Boolean).join('\n\n'),
  };
}
