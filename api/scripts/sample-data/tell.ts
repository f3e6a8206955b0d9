import { addDays, startOfDay, type Instant } from '../../domain/calendar.ts';
import type { Actor } from '../../domain/actor.ts';
import type { CampaignState } from '../../domain/campaign.ts';
import { parseRupees, type Paise } from '../../domain/money.ts';
import { addCredits } from '../../services/add-credits.ts';
import type { App } from '../../services/app.ts';
import { applyReferral } from '../../services/apply-referral.ts';
import type { Caller } from '../../services/caller.ts';
import { captureHold } from '../../services/capture-hold.ts';
import { claimReward } from '../../services/claim-reward.ts';
import { campaignIdOf, createCampaign } from '../../services/create-campaign.ts';
import { createReward, rewardIdOf } from '../../services/create-reward.ts';
import { createWallet } from '../../services/create-wallet.ts';
import { deductCredits } from '../../services/deduct-credits.ts';
import { keyedEntryId } from '../../services/idempotency.ts';
import type { Refused } from '../../services/outcome.ts';
import { placeHold } from '../../services/place-hold.ts';
import { recordPurchase } from '../../services/record-purchase.ts';
import { redeemVoucher } from '../../services/redeem-voucher.ts';
import { refundCredits } from '../../services/refund-credits.ts';
import { setWalletStatus } from '../../services/set-wallet-status.ts';
import { setCampaignStatus } from '../../services/update-campaign.ts';
import { updateReward } from '../../services/update-reward.ts';
import { SAMPLE_CAMPAIGNS, type SampleCampaign, type SampleCampaignName } from './campaigns.ts';
import type { SampleEvent } from './event.ts';
import { SAMPLE_REWARDS, type SampleReward, type SampleRewardName } from './rewards.ts';

/** What a service answers, as far as the telling of a story goes on with it. */
export type Answer = object | Refused;

export const REQUEST = 'sample-data';

const PAYMENTS = by({ id: 'payments', role: 'SYSTEM', channel: 'PAYMENT' });
export const CHECKOUT = by({ id: 'checkout', role: 'STAFF', channel: 'API' });
export const STAFF = by({ id: 'staff_ravi', role: 'STAFF', channel: 'CONSOLE' });
export const ADMIN = by({ id: 'admin_meera', role: 'ADMIN', channel: 'CONSOLE' });

/** Lets something happen to a customer, through the service that everybody uses. */
export async function tellEvent(
  app: App,
  { customer: customerId, act }: SampleEvent,
  idempotencyKey: string,
  today: Instant,
): Promise<Answer> {
  const common = { customerId, idempotencyKey };
  const themselves = by({ id: customerId, role: 'CUSTOMER', channel: 'WEB' });
  switch (act.kind) {
    case 'OPEN':
      return createWallet(app, ADMIN, common);
    case 'CREDIT': {
      const { source, reason, expiresInDays } = act;
      const expiresAt = expiresInDays === undefined ? null : addDays(today, expiresInDays);
      const credit = { ...common, amount: paise(act.rupees), source, reason, expiresAt, orderId: null };
      return addCredits(app, source === 'PURCHASE' ? PAYMENTS : ADMIN, credit);
    }
    case 'DEBIT': {
      const debit = { ...common, amount: paise(act.rupees), orderId: act.order, reason: null };
      return deductCredits(app, themselves, debit);
    }
    case 'HOLD': {
      const expiresAt = act.days === undefined ? null : addDays(app.now(), act.days);
      const hold = { ...common, amount: paise(act.rupees), orderId: act.order, expiresAt, reason: null };
      return placeHold(app, themselves, hold);
    }
    case 'CAPTURE': {
      const holdId = keyedEntryId(customerId, holdKey(customerId, act.order));
      const capture = { holdId, amount: paise(act.rupees), isFinal: true, reason: null, idempotencyKey };
      return captureHold(app, CHECKOUT, capture);
    }
    case 'REFUND': {
      const debitId = keyedEntryId(customerId, orderKey(customerId, act.order));
      const amount = act.rupees === undefined ? null : paise(act.rupees);
      return refundCredits(app, STAFF, { debitId, amount, reason: act.reason, idempotencyKey });
    }
    case 'STATUS': {
      const { status, reason, shownReason } = act;
      return setWalletStatus(app, ADMIN, { ...common, status, reason, shownReason });
    }
    case 'CLAIM':
      return claimReward(app, themselves, { ...common, rewardId: rewardIdOf(rewardKey(act.reward)) });
    case 'VOUCHER':
      return redeemVoucher(app, themselves, 'sample', { ...common, code: act.code });
    case 'REFERRAL':
      return applyReferral(app, themselves, { ...common, code: await codeOf(app, act.referrer) });
    case 'PURCHASE': {
      const order = { orderId: act.order, customerId, amount: paise(act.rupees), purchasedAt: app.now() };
      return recordPurchase(app, CHECKOUT, order);
    }
  }
}

/** Makes a reward as it is described. */
export function tellReward(app: App, name: SampleRewardName, today: Instant): Promise<Answer> {
  const { credit, minPurchase, maxUses, firstDay, lastDay, campaign, ...same }: SampleReward =
    SAMPLE_REWARDS[name];
  const midnight = startOfDay(today);
  return createReward(app, ADMIN, {
    name: same.name,
    description: same.description,
    creditAmount: paise(credit),
    minPurchaseAmount: minPurchase === undefined ? null : paise(minPurchase),
    maxUses: maxUses ?? null,
    status: 'ACTIVE',
    validFrom: addDays(midnight, firstDay),
    validUntil: lastDay === undefined ? null : addDays(midnight, lastDay + 1),
    metadata: [{ key: 'campaign', value: campaign }],
    idempotencyKey: rewardKey(name),
  });
}

/** Switches a reward off. */
export function tellRewardIsOff(app: App, name: SampleRewardName): Promise<Answer> {
  return updateReward(app, ADMIN, rewardIdOf(rewardKey(name)), { status: 'INACTIVE' });
}

/** Makes a campaign as it is described, as a draft. */
export function tellCampaign(app: App, name: SampleCampaignName, today: Instant): Promise<Answer> {
  const { value, code, budget, firstDay, lastDay, ...same }: SampleCampaign = SAMPLE_CAMPAIGNS[name];
  const midnight = startOfDay(today);
  return createCampaign(app, ADMIN, {
    ...{ name: same.name, value: paise(value), budget: paise(budget), maxUses: null, usesPerCustomer: 1 },
    ...{ codes: code === undefined ? 'UNIQUE' : 'SHARED', sharedCode: code ?? null },
    startsAt: addDays(midnight, firstDay),
    endsAt: lastDay === undefined ? null : addDays(midnight, lastDay + 1),
    ...{ minPurchaseAmount: null, newCustomersOnly: same.newCustomersOnly ?? false, tiers: [] },
    ...{ creditLifetimeDays: same.creditLifetimeDays ?? null, idempotencyKey: campaignKey(name) },
  });
}

/** Starts a campaign, or pauses it. One that stands there already was told before. */
export async function tellCampaignStep(
  app: App,
  name: SampleCampaignName,
  state: CampaignState,
): Promise<Answer> {
  const campaignId = campaignIdOf(campaignKey(name));
  const campaign = (await app.stores.campaigns.load([campaignId])).get(campaignId);
  if (campaign?.state === state) return {};
  return setCampaignStatus(app, ADMIN, { campaignId, state, termsVersion: null });
}

/** The key of a debit, by which a refund finds it. */
export function orderKey(customer: string, order: string): string {
  return `sample-${customer}-order-${order}`;
}

/** The key of a hold, by which what becomes of it is found. */
export function holdKey(customer: string, order: string): string {
  return `sample-${customer}-hold-${order}`;
}

function campaignKey(name: SampleCampaignName): string {
  return `sample-campaign-${name}`;
}

function rewardKey(name: SampleRewardName): string {
  return `sample-reward-${name}`;
}

async function codeOf({ stores }: App, customerId: string): Promise<string> {
  const wallet = (await stores.wallets.load([customerId])).get(customerId);
  if (!wallet) throw new Error(`The sample customer ${customerId} has no wallet yet.`);
  return wallet.referralCode;
}

export function by(actor: Actor): Caller {
  return { actor, requestId: REQUEST };
}

export function paise(rupees: string): Paise {
  const amount = parseRupees(rupees);
  if (amount === null) throw new Error(`The sample amount ${rupees} is no amount.`);
  return amount;
}
