import { monthOf, startOfMonth } from '../../api/domain/calendar.ts';
import { movedIn } from '../../api/domain/programme.ts';
import { staysOf } from '../../api/domain/programme-sums.ts';
import type { Database } from '../../api/persistence/connection.ts';
import type { Stores } from '../../api/persistence/stores/stores.ts';

/** Sums in paise by month and by movement; what is 0 is left out. */
export type Recount = Readonly<Record<string, Readonly<Record<string, bigint>>>>;

interface KeptEntry {
  readonly kind: string;
  readonly at: Date;
  readonly amount?: bigint;
  readonly lot?: { readonly source: string };
}

const inIndia = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Kolkata',
  year: 'numeric',
  month: '2-digit',
});

/** What the entries of every journal come to, added up one by one and without any code of the counting. */
export async function recountProgramme(database: Database): Promise<Recount> {
  const months: Record<string, Record<string, bigint>> = {};
  const journal = database.getClient().db(database.name).collection<KeptEntry>('wallet_transactions');
  for await (const { kind, at, amount, lot } of journal.find({})) {
    if (amount === undefined) continue;
    const month = (months[inIndia.format(at).slice(0, 7)] ??= {});
    const movement = kind === 'CREDIT' ? (lot?.source.toLowerCase() ?? '') : kind.toLowerCase();
    month[movement] = (month[movement] ?? 0n) + amount;
  }
  return months;
}

/** The same as the programme counts it, for every month from the first in which money moved to the last. */
export async function countedProgramme({ programme, figures }: Stores): Promise<Recount> {
  const stays = [...(await programme.ended()), ...staysOf(await figures.sums('0000-00'))];
  const named = stays.flatMap(({ last, next }) => (next === null ? [last] : [last, next]));
  const months = [...new Set(named)].filter((month) => month !== 'begun').sort();
  const counted: Record<string, Record<string, bigint>> = {};
  for (let start = Date.parse(`${months[0]}-15`); months.length > 0; start = startOfMonth(start, 1)) {
    const month = monthOf(start);
    const moved = Object.entries(movedIn(month, stays)).filter(([, total]) => total !== 0n);
    if (moved.length > 0) counted[month] = Object.fromEntries(moved);
    if (month === months.at(-1)) break;
  }
  return counted;
}
