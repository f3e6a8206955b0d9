import { formatDate } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import { formatCount } from '../../../format/number.ts';
import { isZero } from '../../../format/proportion.ts';
import { Card } from '../../../ui/card.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { Meter } from '../../../ui/meter.tsx';
import text from '../../../ui/text.module.css';
import layout from '../../parts/layout.module.css';
import { Tiles } from '../../parts/tiles.tsx';
import { usesIn } from './draft.ts';
import { paceOf } from './pace.ts';
import { usedUp } from './standing.ts';
import type { Campaign } from './standing.ts';
import { campaignsWords as words } from './words.ts';

const { page } = words;

/** The figures of a campaign, each with what it counts. */
export function CampaignTiles({ campaign: { spent, remaining, uses, customers } }: { campaign: Campaign }) {
  const { tiles } = page;
  const left = remaining === null ? tiles.left.unbounded : formatMoney(remaining);
  const figures = [
    { ...tiles.spent, figure: formatMoney(spent) },
    { ...tiles.left, figure: left },
    { ...tiles.uses, figure: formatCount(uses) },
    { ...tiles.customers, figure: formatCount(customers) },
  ];
  return <Tiles tiles={figures.map(({ hint, ...tile }) => ({ ...tile, hint: <small>{hint}</small> }))} />;
}

/** How much of it is given out, what still fits, and where that leads. */
export function Budget({ campaign }: { campaign: Campaign }) {
  const now = useClock()();
  const { spent, budget, remaining, value, endsAt } = campaign;
  const used = usedUp(campaign);
  const pace = paceOf(campaign, now);
  return (
    <Card title={page.budget}>
      <div className={layout['stack']}>
        <p>
          <b className={layout['figure']}>{formatMoney(spent)}</b>{' '}
          {budget === null ? page.noBudget : page.ofBudget(formatMoney(budget))}
        </p>
        <Meter label={words.budgetLabel} text={used.text} share={used.share} />
        <p className={text['note']}>
          {page.share(`${formatCount(Math.floor(used.share * 100))} %`)}
          {remaining !== null && !isZero(remaining) && ` · ${page.fits(usesIn(remaining, value))}`}
          {pace !== null &&
            endsAt !== null &&
            ` · ${page.pace(formatMoney(pace), formatDate(Date.parse(endsAt) - 1))}`}
        </p>
      </div>
    </Card>
  );
}
