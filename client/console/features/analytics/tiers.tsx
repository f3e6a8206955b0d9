import type { ReactNode } from 'react';
import { formatCount } from '../../../format/number.ts';
import type { AnalyticsPageQuery, TierLevel } from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
import { classes } from '../../../ui/classes.ts';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { Meter } from '../../../ui/meter.tsx';
import { TierBadge } from '../../../wallet/tier/tier-badge.tsx';
import { Cell, Table } from '../../ui/table.tsx';
import { Meaning } from './meaning.tsx';
import type { Figures } from './movement-sums.ts';
import { analyticsWords } from './words.ts';
import styles from './analytics.module.css';

const { tiers: words, share, wallets } = analyticsWords;

export interface TiersProps {
  figures: Figures;
  named: AnalyticsPageQuery['tiers'];
  asTable: boolean;
  csv: ReactNode;
}

/** How many wallets hold which tier now, and the rate of claims. */
export function Tiers({ figures, named, asTable, csv }: TiersProps) {
  const { rewardClaimRate } = figures;
  const nameOf = (level: TierLevel): string => named.find((tier) => tier.level === level)?.name ?? level;
  return (
    <Card title={words.title} action={csv} flush={asTable}>
      {asTable ? (
        <TierTable figures={figures} nameOf={nameOf} />
      ) : (
        <TierBars figures={figures} nameOf={nameOf} />
      )}
      <div className={classes(styles['foot'], asTable && styles['below'])}>
        <Meaning figures={figures} of="tierDistribution" name={words.title} />
        <Facts>
          <Fact name={words.claims}>
            {words.claimed(
              share(rewardClaimRate.value),
              analyticsWords.tiles.ofWallets(rewardClaimRate.numerator, rewardClaimRate.denominator),
            )}
          </Fact>
        </Facts>
        <Meaning figures={figures} of="rewardClaimRate" name={words.claims} />
      </div>
    </Card>
  );
}

interface TierRowsProps {
  figures: Figures;
  nameOf: (level: TierLevel) => string;
}

function TierBars({ figures, nameOf }: TierRowsProps) {
  return (
    <ul className={styles['tiers']}>
      {figures.tierDistribution.map((tier) => {
        const { level, target } = tier;
        const name = nameOf(level);
        const [count, part] = [wallets(tier.wallets), share(tier.share)];
        return (
          <li key={level}>
            <p>
              <TierBadge level={level} name={name} />
              <span>
                {count} <b>{part}</b>
              </span>
            </p>
            <div className={styles['lined']}>
              <Meter label={name} text={`${count}, ${part}`} share={tier.share} />
              {target !== null && <i style={{ insetInlineStart: `${target * 100}%` }} />}
            </div>
            {target !== null && (
              <small>
                {tier.share >= target
                  ? words.reached(share(target))
                  : words.toGo(share(target), target - tier.share)}
              </small>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function TierTable({ figures, nameOf }: TierRowsProps) {
  const columns = [
    { name: words.tier },
    ...[words.wallets, words.share, words.target].map((name) => ({ name, isNumber: true })),
  ];
  return (
    <Table cards caption={words.title} columns={columns}>
      {figures.tierDistribution.map((tier) => (
        <tr key={tier.level}>
          <Cell>
            <TierBadge level={tier.level} name={nameOf(tier.level)} />
          </Cell>
          <Cell label={words.wallets} isNumber>
            {formatCount(tier.wallets)}
          </Cell>
          <Cell label={words.share} isNumber>
            {share(tier.share)}
          </Cell>
          <Cell label={words.target} isNumber>
            {tier.target === null ? words.noTarget : share(tier.target)}
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
