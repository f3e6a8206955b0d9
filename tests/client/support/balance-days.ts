import { indiaDay } from '../../../client/format/date.ts';
import { money } from './sample-wallet.ts';
import type { Line } from './sample-wallet.ts';
import { NOW } from './stories.ts';

const DAY = 86_400_000;

/** The balance at the end of each of the last days, as the contract describes it: none before the first line. */
export function balancesOf(lines: readonly Line[], count: number) {
  const opened = lines[0] === undefined ? indiaDay(NOW) : indiaDay(lines[0].at);
  return Array.from({ length: count }, (_, index) => indiaDay(NOW - (count - 1 - index) * DAY))
    .filter((day) => day >= opened)
    .map((day) => ({ day, closingBalance: money(balanceAfter(lines, day)) }));
}

function balanceAfter(lines: readonly Line[], day: string): bigint {
  return lines
    .filter((line) => indiaDay(line.at) <= day)
    .reduce((sum, { kind, paise }) => {
      const out = kind === 'DEBIT' || kind === 'EXPIRY' || kind === 'REVERSAL';
      return out ? sum - paise : sum + paise;
    }, 0n);
}
