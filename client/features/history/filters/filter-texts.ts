import { formatDate } from '../../../format/date.ts';
import { financialYearName } from '../../../format/day-range.ts';
import { formatMoney } from '../../../format/money.ts';
import { rupees } from '../history-search.ts';
import type { DateChoice, HistorySearch } from '../history-search.ts';
import type { HistoryWords } from '../words/en.ts';

export function dateChoiceWords(choice: DateChoice, history: HistoryWords['history'], now: number): string {
  const words = history.datePresets;
  switch (choice) {
    case 'all':
      return words.all;
    case 'this-month':
      return words.thisMonth;
    case 'three-months':
      return words.threeMonths;
    case 'this-year':
      return words.year(financialYearName(now));
    case 'custom':
      return words.custom;
  }
}

/** "1 Apr 2026 – 31 Mar 2027", for the chip of a period somebody picked. */
export function pickedDays({ from, to }: HistorySearch, history: HistoryWords['history']): string {
  const [first, last] = [from, to].map((day) => (day === '' ? '…' : formatDate(`${day}T12:00:00+05:30`)));
  return from === '' && to === '' ? history.datePresets.custom : `${first} – ${last}`;
}

/** "₹100.00 to ₹500.00", for the chip of amounts somebody picked. */
export function pickedAmounts({ least, most }: HistorySearch, history: HistoryWords['history']): string {
  const [from, to] = [least, most].map((amount) => (amount === '' ? '' : formatMoney(rupees(amount))));
  if (!to) return history.amountFrom(from ?? '');
  return from ? history.amountBetween(from, to) : history.amountUpTo(to);
}
