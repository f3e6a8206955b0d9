import { stringify } from 'csv-stringify/sync';
import { dayOf } from '../../domain/calendar.ts';
import { FIGURE_DEFINITIONS } from '../../domain/figure-definitions.ts';
import { formatRupees, type Paise } from '../../domain/money.ts';
import type { ProgrammeStatistics, Share } from '../../services/queries/programme-statistics.ts';

type Row = readonly string[];
type Table = (figures: ProgrammeStatistics) => Row[];

/** Each table that can be had, with its columns first. Programs may rely on names and order: new columns are added at the end. */
const TABLES = {
  movement: ({ months }) => [
    ['Month', 'Opening', 'Purchased', 'Granted', 'Refunded', 'Spent', 'Expired', 'Reversed', 'Closing'],
    ...months.map(({ month, ...moved }) => {
      const { openingBalance, purchased, granted, refunded, spent, expired, reversed, closingBalance } =
        moved;
      const amounts = [
        openingBalance,
        purchased,
        granted,
        refunded,
        spent,
        expired,
        reversed,
        closingBalance,
      ];
      return [month, ...amounts.map(formatRupees)];
    }),
  ],
  liability: ({ liability }) => [
    ['Expires in', 'Funding', 'Amount'],
    ...liability.map(({ month, funding, amount }) => [month ?? 'never', funding, formatRupees(amount)]),
  ],
  tiers: ({ tiers }) => [['Tier', 'Wallets'], ...tiers.map(({ level, wallets }) => [level, String(wallets)])],
  figures: ({ moved, movedBefore, ...figures }) => [
    ['Figure', 'Numerator', 'Denominator', 'In the period before: numerator', 'denominator', 'Definition'],
    share('adoption', figures.adoption),
    amount('averageBalance', figures.averageBalance),
    amount('medianBalance', figures.medianBalance),
    amount('prepaidRevenue', moved.purchased, movedBefore.purchased),
    amount('giftCards', figures.giftCards.amount),
    share('referralUsage', figures.referralUsage),
    share('rewardClaimRate', figures.rewardClaimRate),
    [
      'breakage',
      ...[moved, movedBefore].flatMap(({ expired, purchased, granted }) => [
        formatRupees(expired),
        formatRupees(purchased + granted),
      ]),
      FIGURE_DEFINITIONS.breakage,
    ],
  ],
} as const satisfies Readonly<Record<string, Table>>;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

type Figure = keyof typeof FIGURE_DEFINITIONS;

function share(figure: Figure, { numerator, denominator }: Share): Row {
  return [figure, String(numerator), String(denominator), '', '', FIGURE_DEFINITIONS[figure]];
}

function amount(figure: Figure, present: Paise, before?: Paise): Row {
  const earlier = before === undefined ? '' : formatRupees(before);
  return [figure, formatRupees(present), '', earlier, '', FIGURE_DEFINITIONS[figure]];
}

/** A table of the figures as a file for a spreadsheet. Amounts are rupees. */
export function programmeCsv(table: TableName, figures: ProgrammeStatistics) {
  const { from, to } = figures.period;
  const cells = TABLES[table](figures).map((row) => [...row]);
  return {
    name: `early-bird-programme-${table}_${dayOf(from)}_${dayOf(to - 1)}.csv`,
    // Every cell is quoted, and the mark at the beginning tells spreadsheets the encoding.
    text: stringify(cells, { record_delimiter: '\r\n', quoted: true, quoted_empty: true, bom: true }),
  };
}
