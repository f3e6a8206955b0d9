import type { ReactNode } from 'react';
import { formatMoney } from '../../../format/money.ts';
import { paise, shareOf } from '../../../format/proportion.ts';
import { times } from '../../../format/sum.ts';
import { Meter } from '../../../ui/meter.tsx';
import { State } from '../../parts/state.tsx';
import { changeOf } from './change.ts';
import { Meaning } from './meaning.tsx';
import { monthName } from './month-name.ts';
import type { Figures } from './movement-sums.ts';
import type { MovedInPeriodFragment } from '../../../graphql/graphql.ts';
import { analyticsWords } from './words.ts';
import styles from './analytics.module.css';

const { tiles: words, share, trend } = analyticsWords;

/** The target stands at this part of a bar, so that more than it has room, too. */
const [TARGET_OF, BAR] = [3, 4];

export interface TilesProps {
  figures: Figures;
  period: MovedInPeriodFragment;
  /** What it is compared with, where it is. */
  before: MovedInPeriodFragment | null;
}

/** The figures for which the shop has set itself a target. */
export function Tiles({ figures, period, before }: TilesProps) {
  const { adoption, referralUsage, averageBalance, averageBalanceTarget, medianBalance } = figures;
  const { prepaidRevenueTargetMin: least, prepaidRevenueTargetMax: most } = figures;
  const month = figures.movement.at(-1);
  return (
    <section className={styles['tiles']} aria-label={words.label}>
      <RateTile {...{ figures, rate: adoption, figure: 'adoption' }}>
        {words.ofCustomers(adoption.numerator, adoption.denominator)}
      </RateTile>
      <Tile
        {...{ figures, figure: 'averageBalance' }}
        value={formatMoney(averageBalance)}
        target={formatMoney(averageBalanceTarget)}
        isMet={paise(averageBalance) >= paise(averageBalanceTarget)}
        filled={shareOf(times(averageBalance, TARGET_OF), times(averageBalanceTarget, BAR))}
      >
        {words.median(figures.activeWalletCount, formatMoney(medianBalance))}
      </Tile>
      {month !== undefined && (
        <Tile
          {...{ figures, figure: 'prepaidRevenue' }}
          value={formatMoney(month.purchased)}
          target={`${formatMoney(least)} to ${formatMoney(most)}`}
          isMet={paise(month.purchased) >= paise(least)}
          filled={shareOf(times(month.purchased, TARGET_OF), times(least, BAR))}
        >
          {words.inMonth(monthName(month.month, figures.asOf))}
          <br />
          {words.inPeriod(formatMoney(period.purchased))}
          {before !== null && <b>{trend.thanBefore(changeOf(period.purchased, before.purchased))}</b>}
        </Tile>
      )}
      <RateTile {...{ figures, rate: referralUsage, figure: 'referralUsage' }}>
        {words.ofWallets(referralUsage.numerator, referralUsage.denominator)}
      </RateTile>
    </section>
  );
}

type Figure = 'adoption' | 'averageBalance' | 'prepaidRevenue' | 'referralUsage';

interface RateTileProps {
  figures: Figures;
  rate: Figures['adoption'];
  figure: Figure;
  children: ReactNode;
}

function RateTile({ figures, rate: { value, target }, figure, children }: RateTileProps) {
  const aim = target ?? 1;
  return (
    <Tile
      {...{ figures, figure }}
      value={share(value)}
      target={share(aim)}
      isMet={value >= aim}
      filled={Math.min(1, (value * TARGET_OF) / (aim * BAR))}
    >
      {children}
    </Tile>
  );
}

interface TileProps {
  figures: Figures;
  figure: Figure;
  value: string;
  target: string;
  isMet: boolean;
  /** How much of the bar is filled, for the eye. */
  filled: number;
  children: ReactNode;
}

function Tile({ figures, figure, value, target, isMet, filled, children }: TileProps) {
  const name = words[figure];
  return (
    <article className={styles['tile']} aria-label={name}>
      <h2>{name}</h2>
      <p className={styles['value']}>{value}</p>
      <p className={styles['aim']}>
        <span>{words.target(target)}</span>
        {isMet ? (
          <State icon="ok" tone="ok">
            {words.met}
          </State>
        ) : (
          <State icon="clock" tone="warn">
            {words.notYet}
          </State>
        )}
      </p>
      <div className={styles['lined']}>
        <Meter label={name} text={words.of(value, target)} share={filled} />
        <i style={{ insetInlineStart: `${(TARGET_OF / BAR) * 100}%` }} />
      </div>
      <p className={styles['basis']}>{children}</p>
      <Meaning figures={figures} of={figure} name={name} />
    </article>
  );
}
