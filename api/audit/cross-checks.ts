import type { Entry } from '../domain/wallet/entries.ts';
import { claimIdOf } from '../domain/reward.ts';
import type { Wallet } from '../domain/wallet/wallet.ts';
import type { AuditSnapshot } from '../persistence/stores/audit.store.ts';
import type { Findings } from './findings.ts';

interface RewardCredit {
  readonly claimId: string;
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
 * What journals and wallets claim about rewards and referrals, looked up some at a time: that a credit of a reward has its
 * claim, and a bonus its referral. The other direction is looked at from the claims and referrals.
 */
export class Claims {
  readonly #snapshot: AuditSnapshot;
  readonly #findings: Findings;
  #rewardCredits: RewardCredit[] = [];
  #referralSides: ReferralSide[] = [];

  constructor(snapshot: AuditSnapshot, findings: Findings) {
    this.#snapshot = snapshot;
    this.#findings = findings;
  }

  note(entry: Entry): void {
    if (entry.kind !== 'CREDIT' || !entry.origin) return;
    const { walletId, origin, id: entryId } = entry;
    if (origin.kind === 'REWARD') {
      this.#rewardCredits.push({ claimId: claimIdOf(origin.rewardId, walletId), walletId, entryId });
    }
    if (origin.kind !== 'REFERRAL') return;
    const [referrerId, referredId] =
      origin.side === 'REFERRER' ? [walletId, origin.otherId] : [origin.otherId, walletId];
    this.#referralSides.push({ referredId, referrerId, walletId });
  }

  noteWallet({ id, referredBy }: Wallet): void {
    if (referredBy !== null)
      this.#referralSides.push({ referredId: id, referrerId: referredBy, walletId: id });
  }

  /** Looks up what has come together, when that is enough or when it is the end. */
  async settle(isEnd: boolean): Promise<void> {
    if (isEnd || this.#rewardCredits.length >= TOGETHER) {
      await this.#findings.timedAsync('I15', () => this.#settleRewards());
    }
    if (isEnd || this.#referralSides.length >= TOGETHER) {
      await this.#findings.timedAsync('I14', () => this.#settleReferrals());
    }
  }

  async #settleRewards(): Promise<void> {
    const credits = this.#rewardCredits;
    this.#rewardCredits = [];
    if (credits.length === 0) return;
    const claims = await this.#snapshot.claimsById(credits.map(({ claimId }) => claimId));
    this.#findings.checked('I15', credits.length);
    for (const { claimId, walletId: record, entryId: entry } of credits) {
      const claim = claims.get(claimId);
      if (claim?.entryId === entry) continue;
      const problem = claim
        ? `claim ${claimId} names entry ${claim.entryId}`
        : `there is no claim ${claimId}`;
      this.#findings.violated('I15', { record, entry }, problem);
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
