import type { Database } from '../../api/persistence/connection.ts';

/** Sums in paise by month and by what was counted. */
export type Recount = Readonly<Record<string, Readonly<Record<string, bigint>>>>;

interface KeptEntry {
  readonly kind: string;
  readonly at: Date;
  readonly amount?: bigint;
  readonly lot?: { readonly source: string };
  readonly draws?: readonly { readonly lot: { readonly funding: string }; readonly amount: bigint }[];
}

const inIndia = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Kolkata',
  year: 'numeric',
  month: '2-digit',
});

/** What the entries of every journal come to, added up one by one and without any code of the counters. */
export async function recountProgramme(database: Database): Promise<Recount> {
  const months: Record<string, Record<string, bigint>> = {};
  const add = (at: Date, counter: string, amount: bigint): void => {
    const month = (months[inIndia.format(at).slice(0, 7)] ??= {});
    if (amount > 0n) month[counter] = (month[counter] ?? 0n) + amount;
  };
  const journal = database.getClient().db(database.name).collection<KeptEntry>('wallet_transactions');
  for await (const { kind, at, amount, lot, draws } of journal.find({})) {
    if (amount === undefined) continue;
    add(at, kind === 'CREDIT' ? (lot?.source.toLowerCase() ?? '') : kind.toLowerCase(), amount);
    if (kind !== 'REVERSAL') continue;
    for (const draw of draws ?? [])
      if (draw.lot.funding === 'PURCHASED') add(at, 'purchaseReversal', draw.amount);
  }
  return months;
}
