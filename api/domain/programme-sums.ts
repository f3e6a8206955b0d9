import type { Instant } from './calendar.ts';
import type { Paise } from './money.ts';
import type { Stay } from './programme.ts';
import { ALL, sheetAndDay, type Figures } from './programme-figures.ts';
import type { Funding } from './wallet/lots.ts';

/** Wallets with an entry on a day that counts. */
export interface Active {
  readonly wallets: number;
  /** Of all of them together, in paise. */
  readonly balance: Paise;
  /** How many of them have their balance in which stretch, lowest first. */
  readonly bands: readonly { readonly band: number; readonly wallets: number }[];
}

/** What wallets hold together of one funding that expires in one month, as `2026-11`; null stands for never. */
export interface Owed {
  readonly month: string | null;
  readonly funding: Funding;
  readonly amount: Paise;
}

/** The wallets with an entry on the day of `since` or later. */
export function activeWallets({ sheets }: Figures, since: Instant): Active {
  const [firstSheet, firstDay] = sheetAndDay(since);
  let [wallets, balance] = [0n, 0n];
  const bands = new Map<number, bigint>();
  for (const [sheet, fields] of sheets) {
    if (sheet === ALL || sheet < firstSheet) continue;
    for (const [field, amount] of fields) {
      const [group, day = '', what = '', band = ''] = field.split('.');
      if (group !== 'days' || (sheet === firstSheet && `days.${day}` < firstDay)) continue;
      if (what === 'wallets') wallets += amount;
      else if (what === 'balance') balance += amount;
      else bands.set(Number(band), (bands.get(Number(band)) ?? 0n) + amount);
    }
  }
  const ordered = [...bands].filter(([, count]) => count !== 0n).sort(([a], [b]) => a - b);
  return {
    wallets: Number(wallets),
    balance,
    bands: ordered.map(([band, count]) => ({ band, wallets: Number(count) })),
  };
}

/** By month of expiry, what never expires last; what has been used up is left out. */
export function owedOf({ sheets }: Figures): Owed[] {
  const owed: Owed[] = [];
  for (const [field, amount] of sheets.get(ALL) ?? []) {
    const [group, month = '', funding = ''] = field.split('.');
    if (group !== 'owed' || amount === 0n) continue;
    owed.push({ month: month === 'never' ? null : month, funding: funding as Funding, amount });
  }
  const key = ({ month, funding }: Owed) => `${month ?? '~'}:${funding}`;
  return owed.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The stays that last: what wallets have moved that have not moved again since a month. */
export function staysOf({ sheets }: Figures): Stay[] {
  const stays: Stay[] = [];
  for (const [last, fields] of sheets) {
    const moved = [...fields].filter(([field]) => field.startsWith('moved.'));
    if (moved.length === 0) continue;
    const totals = Object.fromEntries(moved.map(([field, total]) => [field.slice('moved.'.length), total]));
    stays.push({ last, next: null, totals });
  }
  return stays;
}
