import { SYSTEM_ACTOR } from '../../domain/actor.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Paise } from '../../domain/money.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { claimIdOf, whyNotClaimable, type Reward, type RewardClaim } from '../../domain/reward.ts';
import { decide } from '../../domain/wallet/decide.ts';
import { timeOf, type Wallet } from '../../domain/wallet/wallet.ts';
import type { App } from '../app.ts';
import { creditFor } from '../claim-reward.ts';
import { largestPurchaseSince } from './largest-purchase.ts';

const MOST_REWARDS = 100;

/** A reward as it stands for one customer. */
export interface Offer {
  readonly reward: Reward;
  /** What a claim would be answered with; null when it would be granted. */
  readonly refused: Refusal | null;
  /** The largest order since the reward's start, in paise; null where the reward asks for none. */
  readonly largestPurchase: Paise | null;
}

/**
 * The rewards that are active and in their time, newest first, as they stand for each of these wallets. Rewards and claims
 * are read once for all of them.
 */
export async function offeredRewards(app: App, wallets: readonly Wallet[]): Promise<Offer[][]> {
  const offered = { status: ['ACTIVE'], validAt: app.now() } as const;
  const rewards = await app.stores.rewards.list(offered, { order: 'NEWEST_FIRST', limit: MOST_REWARDS });
  const claimIds = wallets.flatMap((wallet) => rewards.map((reward) => claimIdOf(reward.id, wallet.id)));
  const claims =
    claimIds.length > 0 ? await app.stores.claims.load(claimIds) : new Map<string, RewardClaim>();
  return Promise.all(
    wallets.map(async (wallet) => {
      const largest = await largestPurchases(app, wallet, rewards);
      return rewards.map((reward) => offerOf(app, wallet, reward, { claims, largest }));
    }),
  );
}

interface Facts {
  readonly claims: ReadonlyMap<string, RewardClaim>;
  /** By the instant since when. */
  readonly largest: ReadonlyMap<Instant, Paise>;
}

function offerOf(app: App, wallet: Wallet, reward: Reward, { claims, largest }: Facts): Offer {
  const now = timeOf(wallet, app.now());
  const claimed = claims.get(claimIdOf(reward.id, wallet.id)) ?? null;
  const largestPurchase = largest.get(reward.validFrom) ?? 0n;
  const refused =
    whyNotClaimable(reward, { now, claimed, largestPurchase }) ?? whyNotCredited(app, wallet, reward);
  return { reward, refused, largestPurchase: reward.minPurchaseAmount === null ? null : largestPurchase };
}

/** Why the wallet itself would not take the credit, by the same decision that a claim makes. */
function whyNotCredited({ now, policy }: App, wallet: Wallet, reward: Reward): Refusal | null {
  const viewed = { actor: SYSTEM_ACTOR, requestId: 'view', entryId: 'view', intent: null };
  const decision = decide(wallet, creditFor(reward), wallet.id, { now: now(), policy, ...viewed });
  return isRefusal(decision) ? decision : null;
}

async function largestPurchases(
  app: App,
  wallet: Wallet,
  rewards: readonly Reward[],
): Promise<Map<Instant, Paise>> {
  const asking = rewards.filter(({ minPurchaseAmount }) => minPurchaseAmount !== null);
  const starts = [...new Set(asking.map(({ validFrom }) => validFrom))];
  const amounts = await Promise.all(
    starts.map(async (start) => [start, await largestPurchaseSince(app, wallet, start)] as const),
  );
  return new Map(amounts);
}
