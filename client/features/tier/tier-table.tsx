import { formatMoney } from '../../format/money.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { TierTable_TierFragmentDoc } from '../../graphql/graphql.ts';
import type { TierBasis, TierLevel, TierTable_TierFragment } from '../../graphql/graphql.ts';
import { classes } from '../../ui/classes.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { useWideScreen } from '../../ui/use-media-query.ts';
import { TierBadge } from '../../wallet/tier/tier-badge.tsx';
import { walletWords } from '../../wallet/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { tierWords } from './words/words.ts';
import styles from './tier-table.module.css';

export interface TierTableProps {
  tiers: readonly FragmentType<typeof TierTable_TierFragmentDoc>[];
  current: TierLevel | null;
  basis: TierBasis;
}

/** What each tier asks and brings: a table where there is room, else one card a tier. */
export function TierTable({ tiers: masked, current, basis }: TierTableProps) {
  const tiers = readFragment(TierTable_TierFragmentDoc, masked);
  const wide = useWideScreen();
  const rows = useRows(tiers, basis);
  return wide ? (
    <Table tiers={tiers} rows={rows} current={current} />
  ) : (
    <Cards tiers={tiers} rows={rows} current={current} />
  );
}

interface View {
  tiers: readonly TierTable_TierFragment[];
  rows: Row[];
  current: TierLevel | null;
}

interface Row {
  name: string;
  value: (tier: TierTable_TierFragment) => string;
}

/** The shop's own benefits follow the two that every tier has. */
function useRows(tiers: readonly TierTable_TierFragment[], basis: TierBasis): Row[] {
  const { tiers: words } = useWords(tierWords);
  const { tier } = useWords(walletWords);
  const benefits = [...new Set(tiers.flatMap((tier) => tier.benefits))];
  return [
    { name: words.needed[basis], value: ({ threshold }) => formatMoney(threshold) },
    { name: words.lifetime, value: ({ creditLifetimeDays }) => tier.lasts(creditLifetimeDays) },
    ...benefits.map((benefit) => ({
      name: words.said(benefit),
      value: (tier: TierTable_TierFragment) => (tier.benefits.includes(benefit) ? words.yes : words.no),
    })),
  ];
}

function Table({ tiers, rows, current }: View) {
  const { tiers: words } = useWords(tierWords);
  return (
    // Where the columns do not fit, the frame scrolls, and then the keyboard must reach it.
    <div className={styles['frame']} role="region" aria-label={words.caption} tabIndex={0}>
      <table className={styles['table']}>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.benefit}</th>
            {tiers.map((tier) => (
              <th key={tier.level} scope="col" className={mark(tier.level === current)}>
                <TierBadge level={tier.level} name={tier.name} />
                {tier.level === current && <span className={styles['here']}>{words.here}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {tiers.map((tier) => (
                <td key={tier.level} className={mark(tier.level === current)}>
                  {row.value(tier)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function mark(current: boolean): string {
  return classes(styles['cell'], current && styles['current']);
}

function Cards({ tiers, rows, current }: View) {
  const { tiers: words } = useWords(tierWords);
  return (
    <ul className={styles['cards']}>
      {tiers.map((tier) => (
        <li key={tier.level} className={classes(styles['card'], tier.level === current && styles['own'])}>
          <p className={styles['head']}>
            <TierBadge level={tier.level} name={tier.name} />
            {tier.level === current && <span className={styles['here']}>{words.here}</span>}
          </p>
          <Facts>
            {rows.map((row) => (
              <Fact key={row.name} name={row.name}>
                {row.value(tier)}
              </Fact>
            ))}
          </Facts>
        </li>
      ))}
    </ul>
  );
}
