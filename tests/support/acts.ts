import { useIdOf } from '../../api/domain/campaign.ts';
import { createCampaign, type CreateCampaign } from '../../api/services/create-campaign.ts';
import { makeVoucherCodes } from '../../api/services/make-voucher-codes.ts';
import { allCodes, type TellableCode } from '../../api/services/queries/export-codes.ts';
import { redeemVoucher } from '../../api/services/redeem-voucher.ts';
import { runJobs } from '../../api/services/run-job.ts';
import { setCampaignStatus } from '../../api/services/update-campaign.ts';
import type { Instant } from '../../api/domain/calendar.ts';
import type { Reward } from '../../api/domain/reward.ts';
import type { CreditEntry, Entry } from '../../api/domain/wallet/entries.ts';
import type { CreditSource } from '../../api/domain/wallet/lots.ts';
import type { Wallet, WalletStatus } from '../../api/domain/wallet/wallet.ts';
import { addCredits } from '../../api/services/add-credits.ts';
import type { App } from '../../api/services/app.ts';
import { applyReferral } from '../../api/services/apply-referral.ts';
import type { BulkMode } from '../../api/domain/bulk-credit.ts';
import type { BulkRow } from '../../api/services/bulk-part.ts';
import { captureHold } from '../../api/services/capture-hold.ts';
import { claimGiftCard } from '../../api/services/claim-gift-card.ts';
import { claimReward, type Claimed } from '../../api/services/claim-reward.ts';
import { createReward, type CreateReward } from '../../api/services/create-reward.ts';
import { createWallet } from '../../api/services/create-wallet.ts';
import { deductCredits } from '../../api/services/deduct-credits.ts';
import { extendExpiry } from '../../api/services/extend-expiry.ts';
import { issueGiftCards } from '../../api/services/issue-gift-cards.ts';
import type { Outcome, Refused } from '../../api/services/outcome.ts';
import { placeHold } from '../../api/services/place-hold.ts';
import { recordPurchase } from '../../api/services/record-purchase.ts';
import { refundCredits } from '../../api/services/refund-credits.ts';
import { releaseHold } from '../../api/services/release-hold.ts';
import { reverseCredit } from '../../api/services/reverse-credit.ts';
import { saveCustomer } from '../../api/services/save-customer.ts';
import { setWalletStatus } from '../../api/services/set-wallet-status.ts';
import { callerOf, freshKey } from './app.ts';

/*
 * Everything that can be asked of the services, with what a test does not care about filled in. Amounts are in paise, and
 * every call has a key of its own unless the test names one.
 */

const admin = callerOf('ADMIN');
const staff = callerOf('STAFF');

const CONNECTIONS = 20;

/** Customers with an open, empty wallet. */
export async function openWallets(app: App, ids: readonly string[]): Promise<readonly string[]> {
  const unknown = { name: 'Asha Rao', email: null, phone: null, language: null };
  for (let next = 0; next < ids.length; next += CONNECTIONS) {
    const together = ids.slice(next, next + CONNECTIONS);
    await Promise.all(together.map((id) => saveCustomer(app, staff, { id, ...unknown })));
  }
  await Promise.all(
    ids.map((customerId) => done(createWallet(app, admin, { customerId, idempotencyKey: freshKey('open') }))),
  );
  return ids;
}

/** So many names that begin alike. */
export function names(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) => `${prefix}-${n}`);
}

interface CreditOptions {
  readonly source?: CreditSource;
  readonly expiresAt?: Instant | null;
  readonly key?: string;
}

export function credit(app: App, customerId: string, amount: bigint, options: CreditOptions = {}) {
  const { source = 'MANUAL', expiresAt = null, key = freshKey('credit') } = options;
  const asked = { customerId, amount, source, reason: 'Goodwill', expiresAt, orderId: null };
  return addCredits(app, admin, { ...asked, idempotencyKey: key });
}

export function debit(
  app: App,
  customerId: string,
  amount: bigint,
  { orderId = 'order-1', key = freshKey('debit') } = {},
) {
  const asked = { customerId, amount, orderId, reason: null, idempotencyKey: key };
  return deductCredits(app, callerOf('CUSTOMER', customerId), asked);
}

export function hold(
  app: App,
  customerId: string,
  amount: bigint,
  { orderId = 'order-1', expiresAt = null as Instant | null, key = freshKey('hold') } = {},
) {
  const asked = { customerId, amount, orderId, expiresAt, reason: null, idempotencyKey: key };
  return placeHold(app, callerOf('CUSTOMER', customerId), asked);
}

export function capture(
  app: App,
  holdId: string,
  amount: bigint | null = null,
  { isFinal = true, key = freshKey('capture') } = {},
) {
  return captureHold(app, staff, { holdId, amount, isFinal, reason: null, idempotencyKey: key });
}

export function release(app: App, holdId: string, key = freshKey('release')) {
  return releaseHold(app, staff, { holdId, reason: 'Out of stock', idempotencyKey: key });
}

export function refund(app: App, debitId: string, amount: bigint | null, key = freshKey('refund')) {
  return refundCredits(app, staff, { debitId, amount, reason: 'Returned', idempotencyKey: key });
}

export function reverse(app: App, creditId: string, key = freshKey('reverse')) {
  return reverseCredit(app, staff, { creditId, reason: 'Added by mistake', idempotencyKey: key });
}

export function extend(app: App, creditId: string, expiresAt: Instant, key = freshKey('extend')) {
  return extendExpiry(app, staff, { creditId, expiresAt, reason: 'Was away', idempotencyKey: key });
}

export function setStatus(app: App, customerId: string, status: WalletStatus, key = freshKey('status')) {
  return setWalletStatus(app, admin, { customerId, status, reason: 'Unusual', idempotencyKey: key });
}

export function purchase(
  app: App,
  customerId: string,
  amount: bigint,
  { orderId = freshKey('order'), at = app.now() } = {},
) {
  return recordPurchase(app, staff, { orderId, customerId, amount, purchasedAt: at });
}

/** A reward that anybody can claim from now on, unless the test says otherwise. */
export async function makeReward(app: App, more: Partial<CreateReward> = {}): Promise<Reward> {
  const saved = await createReward(app, admin, {
    name: 'Spring bonus',
    description: 'For everybody',
    creditAmount: 30_00n,
    minPurchaseAmount: null,
    maxUses: null,
    status: 'ACTIVE',
    validFrom: app.now(),
    validUntil: null,
    metadata: [],
    idempotencyKey: freshKey('reward'),
    ...more,
  });
  if ('refused' in saved) throw new Error(`The reward was refused: ${saved.refused.code}.`);
  return saved.reward;
}

/** Gift cards of one amount, and their codes. */
export async function issueCards(app: App, count: number, amount: bigint) {
  const issue = { count, amount, expiresOn: null, reason: 'Prize draw' };
  const { cards } = await done(issueGiftCards(app, admin, { ...issue, idempotencyKey: freshKey('cards') }));
  return cards.map(({ card: { id, codeId }, code }) => ({ id, codeId, code: code ?? '' }));
}

/** Issues two gift cards, and has a customer claim the first of them. */
export async function claimCard(app: App, customerId: string) {
  const [claimed, open] = await issueCards(app, 2, 250_00n);
  if (!claimed || !open) throw new Error('No cards were issued.');
  const entry = await entryOf(
    claimGiftCard(app, callerOf('CUSTOMER', customerId), '', {
      ...{ code: claimed.code, customerId, idempotencyKey: freshKey('claim') },
    }),
  );
  return { claimedId: claimed.id, entryId: entry.id, openId: open.id, codeId: open.codeId };
}

/** Makes a campaign with two codes of its own, and uses the first of them for a customer. */
export async function redeem(app: App, customerId: string) {
  const terms: Omit<CreateCampaign, 'idempotencyKey'> = {
    ...{ name: 'Letters', value: 20_00n, codes: 'UNIQUE' as const, sharedCode: null, startsAt: app.now() },
    ...{ endsAt: null, budget: 100_00n, maxUses: null, usesPerCustomer: 1, minPurchaseAmount: null },
    ...{ newCustomersOnly: false, tiers: [], creditLifetimeDays: null },
  };
  const { campaign } = await done(
    createCampaign(app, admin, { ...terms, idempotencyKey: freshKey('campaign') }),
  );
  const { id: campaignId } = campaign;
  await done(setCampaignStatus(app, admin, { campaignId, state: 'STARTED', termsVersion: null }));
  const made = { campaignId, count: 2, idempotencyKey: freshKey('codes') };
  await done(makeVoucherCodes(app, admin, made));
  while ((await runJobs(app)).parts > 0);
  const pages = allCodes(app, { ...campaign, codeCount: 2 });
  const { value: page = [] } = (await pages.next()) as { value?: readonly TellableCode[] };
  const entry = await entryOf(
    redeemVoucher(app, callerOf('CUSTOMER', customerId), '', {
      ...{ code: page[0]?.code ?? '', customerId, idempotencyKey: freshKey('redeem') },
    }),
  );
  const [use] = (await app.stores.voucherUses.load([useIdOf(campaignId, customerId, 1)])).values();
  if (!use?.codeId) throw new Error('The voucher left no use.');
  return { campaignId, entryId: entry.id, useId: use.id, codeId: use.codeId };
}

export function claim(
  app: App,
  rewardId: string,
  customerId: string,
  key = freshKey('claim'),
): Promise<Claimed | Refused> {
  return claimReward(app, callerOf('CUSTOMER', customerId), { rewardId, customerId, idempotencyKey: key });
}

/** Has a customer use the code of another. */
export async function refer(
  app: App,
  referredId: string,
  referrerId: string,
  key = freshKey('referral'),
): Promise<Outcome<CreditEntry>> {
  const { referralCode: code } = await storedWallet(app, referrerId);
  return applyReferral(app, callerOf('CUSTOMER', referredId), {
    code,
    customerId: referredId,
    idempotencyKey: key,
  });
}

export function bulkRow(customerId: string, amount = 10_00n, more: Partial<BulkRow> = {}): BulkRow {
  const row = { source: 'PROMOTION', reason: 'Spring offer', expiresAt: null, reference: null } as const;
  return { customerId, amount, ...row, ...more };
}

export function bulkOf(
  rows: readonly BulkRow[],
  mode: BulkMode,
  { dryRun = false, key = freshKey('bulk') } = {},
) {
  return { rows, mode, dryRun, idempotencyKey: key };
}

/** A wallet as it is stored. */
export async function storedWallet({ stores }: Pick<App, 'stores'>, id: string): Promise<Wallet> {
  const wallet = (await stores.wallets.load([id])).get(id);
  if (!wallet) throw new Error(`There is no wallet ${id}.`);
  return wallet;
}

/** What was answered, where the test cannot go on with a refusal. */
export async function done<A extends object>(asked: Promise<A | Refused>): Promise<Exclude<A, Refused>> {
  const answer = await asked;
  if ('refused' in answer) throw new Error(`Refused with ${answer.refused.code}.`);
  return answer as Exclude<A, Refused>;
}

/** The entry that an act made. */
export async function entryOf<E extends Entry>(asked: Promise<Outcome<E>>): Promise<E> {
  return (await done(asked)).entry;
}

/** The code of a refusal, what is said of a row that is not decided, REPLAYED or DONE. */
export function answerOf(outcome: object): string {
  if ('undecided' in outcome) return String(outcome.undecided);
  if ('refused' in outcome) return (outcome as Refused).refused.code;
  return 'replayed' in outcome && outcome.replayed ? 'REPLAYED' : 'DONE';
}

/** How often each answer was given. */
export function tallyOf(outcomes: readonly object[]): Record<string, number> {
  const tally: Record<string, number> = {};
  for (const answer of outcomes.map(answerOf)) tally[answer] = (tally[answer] ?? 0) + 1;
  return tally;
}
