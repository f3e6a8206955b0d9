import type { Entry } from '../domain/wallet/entries.ts';
import { useIdOf } from '../domain/campaign.ts';
import { claimOf } from '../domain/gift-card/card-entries.ts';
import { claimIdOf } from '../domain/reward.ts';
import { firstPartId } from '../domain/wallet/entry-id.ts';
import type { Wallet } from '../domain/wallet/wallet.ts';
import type { AuditSnapshot } from '../persistence/stores/audit.store.ts';
import type { Holding } from '../persistence/stores/unique-values.ts';
import { holdingsOf } from '../persistence/stores/wallet.store.ts';
import { checkoutOf } from '../domain/checkout.ts';
import { claimFault } from './checkout-checks.ts';
import { backFault } from './checkout-refund-checks.ts';
import { isClaimed } from './entry-checks.ts';
import type { Findings } from './findings.ts';
import { checkHolders } from './unique-value-checks.ts';

/** An entry that came from a document elsewhere. */
interface Sourced {
  readonly sourceId: string;
  readonly walletId: string;
  readonly entryId: string;
}

interface ReferralSide {
  readonly referredId: string;
  readonly referrerId: string;
  readonly walletId: string;
}

const TOGETHER = 1_000;

/**
 * What journals and wallets claim about other documents, looked up some at a time: that a credit of a reward has its claim, one
 * of a top-up its payment, a bonus its referral, an order that counts its report, and the code of a wallet its wallet. The other direction is looked at from
 * those documents.
 */
export class Claims {
  readonly #snapshot: AuditSnapshot;
  readonly #findings: Findings;
  #rewardCredits: Sourced[] = [];
  #voucherCredits: Sourced[] = [];
  #cardCredits: Sourced[] = [];
  #topUpCredits: Sourced[] = [];
  #paymentHolds: Sourced[] = [];
  #ofCheckouts: (Sourced & { readonly isDebit: boolean })[] = [];
  #back: Sourced[] = [];
  #purchases: Sourced[] = [];
  #reviewEntries: Sourced[] = [];
  #referralSides: ReferralSide[] = [];
  #codes: Holding[] = [];

  constructor(snapshot: AuditSnapshot, findings: Findings) {
    this.#snapshot = snapshot;
    this.#findings = findings;
  }

  note(entry: Entry): void {
    const { walletId, id: entryId } = entry;
    if (isClaimed(entry)) {
      const sourceId = entry.kind === 'REVERSAL' ? (entry.holdId ?? '') : '';
      this.#reviewEntries.push({ sourceId, walletId, entryId });
    }
    if (entry.kind === 'HOLD' && entry.purpose !== 'ORDER') {
      this.#paymentHolds.push({ sourceId: entry.purpose, walletId, entryId });
    }
    const checkoutId = entry.kind === 'HOLD' || entry.kind === 'DEBIT' ? checkoutOf(entryId) : null;
    if (checkoutId !== null) {
      this.#ofCheckouts.push({ sourceId: checkoutId, walletId, entryId, isDebit: entry.kind === 'DEBIT' });
    }
    const backOf = backOfCheckout(entry);
    if (backOf !== null) this.#back.push({ sourceId: backOf, walletId, entryId });
    if (entry.kind === 'PURCHASE') this.#purchases.push({ sourceId: entry.orderId, walletId, entryId });
    if (entry.kind !== 'CREDIT' || !entry.origin) return;
    const { origin } = entry;
    if (origin.kind === 'TOP_UP') this.#topUpCredits.push({ sourceId: origin.topUpId, walletId, entryId });
    if (origin.kind === 'REVIEW') {
      this.#reviewEntries.push({ sourceId: origin.reviewId, walletId, entryId });
    }
    if (origin.kind === 'VOUCHER') {
      const sourceId = useIdOf(origin.campaignId, walletId, origin.use);
      this.#voucherCredits.push({ sourceId, walletId, entryId });
    }
    if (origin.kind === 'GIFT_CARD' && origin.checkoutId === undefined) {
      this.#cardCredits.push({ sourceId: claimOf(origin.giftCardId), walletId, entryId });
    }
    if (origin.kind === 'REWARD') {
      this.#rewardCredits.push({ sourceId: claimIdOf(origin.rewardId, walletId), walletId, entryId });
    }
    if (origin.kind !== 'REFERRAL') return;
    const [referrerId, referredId] =
      origin.side === 'REFERRER' ? [walletId, origin.otherId] : [origin.otherId, walletId];
    this.#referralSides.push({ referredId, referrerId, walletId });
  }

  noteWallet({ id, referredBy, referralCode, shortCode }: Wallet): void {
    this.#codes.push(...holdingsOf({ _id: id, referralCode, ...(shortCode !== undefined && { shortCode }) }));
    if (referredBy !== null)
      this.#referralSides.push({ referredId: id, referrerId: referredBy, walletId: id });
  }

  /** Looks up what has come together, when that is enough or when it is the end. */
  async settle(isEnd: boolean): Promise<void> {
    if (isEnd || this.#rewardCredits.length >= TOGETHER) {
      await this.#findings.timedAsync('I15', () => this.#settleRewards());
    }
    if (isEnd || this.#voucherCredits.length >= TOGETHER) {
      await this.#findings.timedAsync('I38', () => this.#settleVouchers());
    }
    if (isEnd || this.#cardCredits.length >= TOGETHER) {
      await this.#findings.timedAsync('I42', () => this.#settleCards());
    }
    if (isEnd || this.#referralSides.length >= TOGETHER) {
      await this.#findings.timedAsync('I14', () => this.#settleReferrals());
    }
    if (isEnd || this.#topUpCredits.length >= TOGETHER) {
      await this.#findings.timedAsync('I17', () => this.#settleTopUps());
    }
    if (isEnd || this.#reviewEntries.length >= TOGETHER) {
      await this.#findings.timedAsync('I19', () => this.#settleReviews());
    }
    if (isEnd || this.#paymentHolds.length >= TOGETHER) {
      await this.#findings.timedAsync('I43', () => this.#settlePaymentHolds());
    }
    if (isEnd || this.#ofCheckouts.length >= TOGETHER) {
      await this.#findings.timedAsync('I39', () => this.#settleCheckouts());
    }
    if (isEnd || this.#back.length >= TOGETHER) {
      await this.#findings.timedAsync('I47', () => this.#settleBack());
    }
    if (isEnd || this.#purchases.length >= TOGETHER) {
      await this.#findings.timedAsync('I28', () => this.#settlePurchases());
    }
    if (isEnd || this.#codes.length >= TOGETHER) {
      const codes = this.#codes;
      this.#codes = [];
      await this.#findings.timedAsync('I34', () => checkHolders(codes, this.#snapshot, this.#findings));
    }
  }

  async #settleTopUps(): Promise<void> {
    const credits = this.#topUpCredits;
    this.#topUpCredits = [];
    const topUps = await this.#snapshot.topUpsById(credits.map(({ sourceId }) => sourceId));
    this.#findings.checked('I17', credits.length);
    for (const { sourceId, walletId: record, entryId: entry } of credits) {
      const topUp = topUps.get(sourceId);
      const isOurs = topUp?.walletId === record;
      if (isOurs && topUp.payments.some(({ entryId }) => entryId === entry)) continue;
      const problem = topUp ? `top-up ${sourceId} does not name it` : `there is no top-up ${sourceId}`;
      this.#findings.violated('I17', { record, entry }, problem);
    }
  }

  async #settleReviews(): Promise<void> {
    const entries = this.#reviewEntries;
    this.#reviewEntries = [];
    const named = await this.#snapshot.entriesOfReviews(entries.map(({ entryId }) => firstPartId(entryId)));
    const refunded = await this.#snapshot.holdsOfTopUps(entries.map(({ sourceId }) => sourceId));
    this.#findings.checked('I19', entries.length);
    for (const { sourceId, walletId: record, entryId: entry } of entries) {
      if (!named.has(firstPartId(entry)) && !refunded.has(sourceId))
        this.#findings.violated('I19', { record, entry }, 'no review names it');
    }
  }

  async #settlePaymentHolds(): Promise<void> {
    const holds = this.#paymentHolds;
    this.#paymentHolds = [];
    if (holds.length === 0) return;
    const ids = holds.map(({ entryId }) => entryId);
    const [ofReviews, ofTopUps] = await Promise.all([
      this.#snapshot.holdsOfReviews(ids),
      this.#snapshot.holdsOfTopUps(ids),
    ]);
    const named = new Set([...ofReviews, ...ofTopUps]);
    this.#findings.checked('I43', holds.length);
    for (const { sourceId, walletId: record, entryId: entry } of holds) {
      const what = sourceId === 'DISPUTE' ? 'dispute' : 'refund of a top-up';
      if (!named.has(entry)) this.#findings.violated('I43', { record, entry }, `no ${what} names it`);
    }
  }

  async #settleCheckouts(): Promise<void> {
    const entries = this.#ofCheckouts;
    this.#ofCheckouts = [];
    if (entries.length === 0) return;
    const checkouts = await this.#snapshot.checkoutsById(entries.map(({ sourceId }) => sourceId));
    this.#findings.checked('I39', entries.length);
    for (const { sourceId, walletId: record, entryId: entry, isDebit } of entries) {
      const problem = claimFault(entry, isDebit, checkouts.get(sourceId));
      if (problem) this.#findings.violated('I39', { record, entry }, problem);
    }
  }

  async #settleBack(): Promise<void> {
    const entries = this.#back;
    this.#back = [];
    if (entries.length === 0) return;
    const checkouts = await this.#snapshot.checkoutsById(entries.map(({ sourceId }) => sourceId));
    this.#findings.checked('I47', entries.length);
    for (const { sourceId, walletId: record, entryId: entry } of entries) {
      const problem = backFault(entry, sourceId, checkouts.get(sourceId));
      if (problem) this.#findings.violated('I47', { record, entry }, problem);
    }
  }

  async #settlePurchases(): Promise<void> {
    const entries = this.#purchases;
    this.#purchases = [];
    const purchases = await this.#snapshot.purchasesById(entries.map(({ sourceId }) => sourceId));
    this.#findings.checked('I28', entries.length);
    for (const { sourceId, walletId: record, entryId: entry } of entries) {
      const purchase = purchases.get(sourceId);
      if (purchase?.customerId === record) continue;
      const problem = purchase
        ? `order ${sourceId} is one of ${purchase.customerId}`
        : `there is no order ${sourceId}`;
      this.#findings.violated('I28', { record, entry }, problem);
    }
  }

  async #settleRewards(): Promise<void> {
    const credits = this.#rewardCredits;
    this.#rewardCredits = [];
    if (credits.length === 0) return;
    const claims = await this.#snapshot.claimsById(credits.map(({ sourceId }) => sourceId));
    this.#findings.checked('I15', credits.length);
    for (const { sourceId: claimId, walletId: record, entryId: entry } of credits) {
      const claim = claims.get(claimId);
      if (claim?.entryId === entry) continue;
      const problem = claim
        ? `claim ${claimId} names entry ${claim.entryId}`
        : `there is no claim ${claimId}`;
      this.#findings.violated('I15', { record, entry }, problem);
    }
  }

  async #settleVouchers(): Promise<void> {
    const credits = this.#voucherCredits;
    this.#voucherCredits = [];
    if (credits.length === 0) return;
    const uses = await this.#snapshot.voucherUsesById(credits.map(({ sourceId }) => sourceId));
    this.#findings.checked('I38', credits.length);
    for (const { sourceId, walletId: record, entryId: entry } of credits) {
      const use = uses.get(sourceId);
      if (use?.entryId === entry) continue;
      const problem = use ? `use ${sourceId} names entry ${use.entryId}` : `there is no use ${sourceId}`;
      this.#findings.violated('I38', { record, entry }, problem);
    }
  }

  async #settleCards(): Promise<void> {
    const credits = this.#cardCredits;
    this.#cardCredits = [];
    if (credits.length === 0) return;
    const claims = await this.#snapshot.cardEntriesById(credits.map(({ sourceId }) => sourceId));
    this.#findings.checked('I42', credits.length);
    for (const { sourceId, walletId: record, entryId: entry } of credits) {
      const claim = claims.get(sourceId);
      if (claim?.kind === 'CLAIM' && claim.entryId === entry) continue;
      this.#findings.violated('I42', { record, entry }, `claim ${sourceId} does not name it`);
    }
  }

  async #settleReferrals(): Promise<void> {
    const sides = this.#referralSides;
    this.#referralSides = [];
    if (sides.length === 0) return;
    const referrals = await this.#snapshot.referralsById(sides.map(({ referredId }) => referredId));
    this.#findings.checked('I14', sides.length);
    for (const { referredId, referrerId, walletId: record } of sides) {
      const known = referrals.get(referredId)?.referrerId;
      if (known === referrerId) continue;
      const problem = `it says that ${referrerId} referred ${referredId}, the referral says ${known ?? 'nothing'}`;
      this.#findings.violated('I14', { record }, problem);
    }
  }
}

/** The checkout by which something came back, as the entry says; null where none did. */
function backOfCheckout(entry: Entry): string | null {
  if (entry.kind === 'REFUND') return checkoutOf(entry.id);
  if (entry.kind !== 'CREDIT') return null;
  const { origin } = entry;
  return origin?.kind === 'GIFT_CARD' ? (origin.checkoutId ?? checkoutOf(entry.id)) : checkoutOf(entry.id);
}
