import { addDays, startOfDay, type Instant } from '../domain/calendar.ts';
import type { App } from '../services/app.ts';
import { expireCredits } from '../services/expire-credits.ts';
import type { Refused } from '../services/outcome.ts';
import { saveCustomer } from '../services/save-customer.ts';
import { SAMPLE_CAMPAIGNS, type SampleCampaign, type SampleCampaignName } from './sample-data/campaigns.ts';
import { SAMPLE_CUSTOMERS } from './sample-data/customers.ts';
import { SAMPLE_DEEDS } from './sample-data/deeds.ts';
import type { SampleEvent } from './sample-data/event.ts';
import { SAMPLE_PAYMENTS, tellPayment } from './sample-data/payments.ts';
import { SAMPLE_REWARDS, type SampleReward, type SampleRewardName } from './sample-data/rewards.ts';
import { sampleStories } from './sample-data/stories.ts';
import { tellDeed, withBank } from './sample-data/tell-deed.ts';
import {
  CHECKOUT,
  holdKey,
  orderKey,
  REQUEST,
  tellCampaign,
  tellCampaignStep,
  tellEvent,
  tellReward,
  tellRewardIsOff,
} from './sample-data/tell.ts';

/** Something that happened at an instant. */
interface Step {
  readonly name: string;
  readonly at: Instant;
  tell(app: App): Promise<object | Refused>;
}

/**
 * Fills an empty database with the sample shop, through the same services and rules as everybody: only the clock moves by
 * itself. `appAt` opens the application on a given clock. Every step has a fixed key, so a seed that was interrupted is
 * completed by running it again. Returns the number of steps; 0 when the sample shop is there already.
 */
export async function seed(appAt: (now: () => Instant) => App, today: Instant): Promise<number> {
  let clock = addDays(startOfDay(today), -430);
  const app = withBank(appAt(() => clock));
  const steps = [
    ...stepsOfRewards(today),
    ...stepsOfCampaigns(today),
    ...stepsOfStories(today),
    ...stepsOfPayments(today),
    ...stepsOfDeeds(today),
  ]
    .filter(({ at }) => at <= today)
    .sort((a, b) => a.at - b.at);
  // The last customer is saved last: who is there says that all was told.
  const known = await app.stores.customers.load(SAMPLE_CUSTOMERS.map(({ id }) => id));
  if (known.size === SAMPLE_CUSTOMERS.length) return 0;
  for (const customer of SAMPLE_CUSTOMERS.slice(0, -1)) await saveCustomer(app, CHECKOUT, customer);
  for (const [at, together] of groupedByInstant(steps)) {
    // What fell due since: the nightly job would have booked it.
    if (startOfDay(at) > startOfDay(clock)) await expireCredits(app, REQUEST);
    clock = at;
    await Promise.all(together.map((step) => tell(app, step)));
  }
  clock = today;
  await expireCredits(app, REQUEST);
  for (const customer of SAMPLE_CUSTOMERS.slice(-1)) await saveCustomer(app, CHECKOUT, customer);
  await app.engine.stop();
  return steps.length;
}

function groupedByInstant(steps: readonly Step[]): Map<Instant, Step[]> {
  const groups = new Map<Instant, Step[]>();
  for (const step of steps) groups.set(step.at, [...(groups.get(step.at) ?? []), step]);
  return groups;
}

async function tell(app: App, { name, tell: happens }: Step): Promise<void> {
  const answer = await happens(app);
  if (!('refused' in answer)) return;
  if (answer.refused.code === 'IDEMPOTENCY_CONFLICT') {
    throw new Error(
      'The sample shop was begun on another day or by another version. Start over: npm run demo:reset',
    );
  }
  throw new Error(`The sample step ${name} was refused: ${answer.refused.code}.`);
}

function stepsOfStories(today: Instant): Step[] {
  return sampleStories().map((event, index) => {
    const key = keyOf(event, index);
    const tell = (app: App) => tellEvent(app, event, key, today);
    return { name: key, at: instantOf(event, today), tell };
  });
}

function stepsOfRewards(today: Instant): Step[] {
  return Object.entries<SampleReward>(SAMPLE_REWARDS).flatMap(
    ([key, { madeDaysAgo, switchedOffDaysAgo }]) => {
      const name = key as SampleRewardName;
      const step = (daysAgo: number, tell: Step['tell']) => ({
        name,
        at: instantOf({ daysAgo, time: '08:00' }, today),
        tell,
      });
      const made = step(madeDaysAgo, (app) => tellReward(app, name, today));
      return switchedOffDaysAgo === undefined
        ? [made]
        : [made, step(switchedOffDaysAgo, (app) => tellRewardIsOff(app, name))];
    },
  );
}

function stepsOfCampaigns(today: Instant): Step[] {
  return Object.entries<SampleCampaign>(SAMPLE_CAMPAIGNS).flatMap(([key, { madeDaysAgo, steps = [] }]) => {
    const name = key as SampleCampaignName;
    const at = (daysAfter: number) => instantOf({ daysAgo: madeDaysAgo - daysAfter, time: '08:00' }, today);
    const made = { name, at: at(0), tell: (app: App) => tellCampaign(app, name, today) };
    const done = steps.map((state, index) => ({
      ...{ name: `${name} ${state}`, at: at(index + 1) },
      tell: (app: App) => tellCampaignStep(app, name, state),
    }));
    return [made, ...done];
  });
}

function stepsOfPayments(today: Instant): Step[] {
  return SAMPLE_PAYMENTS.map((payment) => ({
    ...{ name: payment.id, at: instantOf(payment, today) },
    tell: (app: App) => tellPayment(app, payment),
  }));
}

function stepsOfDeeds(today: Instant): Step[] {
  return SAMPLE_DEEDS.map(({ name, daysAgo, time, act }) => ({
    ...{ name, at: time === undefined ? today : instantOf({ daysAgo, time }, today) },
    tell: (app: App) => tellDeed(app, act, name, today),
  }));
}

function keyOf({ customer, act }: SampleEvent, index: number): string {
  if (act.kind === 'HOLD') return holdKey(customer, act.order);
  return act.kind === 'DEBIT'
    ? orderKey(customer, act.order)
    : `sample-${customer}-${index.toString().padStart(6, '0')}`;
}

function instantOf({ daysAgo, time }: Pick<SampleEvent, 'daysAgo' | 'time'>, today: Instant): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return addDays(startOfDay(today), -daysAgo) + (hours * 60 + minutes) * 60_000;
}
