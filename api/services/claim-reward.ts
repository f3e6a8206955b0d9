import type { Paise } from '../domain/money.ts';
import { claimIdOf, used, whyNotClaimable, type Reward, type RewardClaim } from '../domain/reward.ts';
import type { CreditCommand } from '../domain/wallet/commands.ts';
import type { CreditEntry } from '../domain/wallet/entries.ts';
import { timeOf } from '../domain/wallet/wallet.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Done, Refused } from './outcome.ts';
import { largestPurchaseSince } from './queries/largest-purchase.ts';
import { actOnWallet, answered, request, type Request } from './wallet-use-case.ts';

export interface ClaimReward {
  readonly rewardId: string;
  readonly customerId: string;
  readonly idempotencyKey: string;
}

export type Claimed = Done<CreditEntry> & { readonly claim: RewardClaim };

/** What the claim is decided on besides its input; no part of what the caller asked for. */
type WithPurchases = ClaimReward & { readonly largestPurchase: Paise };

/** One transaction changes the reward, notes the claim and credits the wallet, so the last use cannot be claimed twice. */
const useCase: UseCase<Request<WithPurchases>, Claimed | Refused> = {
  name: 'claimReward',
  reads: ({ walletId, entryId, input: { rewardId } }) => ({
    wallets: [walletId],
    key: entryId,
    rewards: [rewardId],
    claims: [claimIdOf(rewardId, walletId)],
  }),
  decide: (asked, work, context) => {
    const { walletId: customerId, entryId } = asked;
    const { rewardId, largestPurchase } = asked.input;
    const id = claimIdOf(rewardId, customerId);
    const claimed = work.get('claims', id) ?? null;
    const first = answered<CreditEntry>('CREDIT', asked, work, context);
    if (first) return 'refused' in first || !claimed ? (first as Refused) : { ...first, claim: claimed };
    const reward = work.get('rewards', rewardId);
    if (!reward) return { refused: { code: 'REWARD_NOT_FOUND' } };
    const wallet = work.get('wallets', customerId);
    const now = wallet ? timeOf(wallet, context.now) : context.now;
    const refused = whyNotClaimable(reward, { now, claimed, largestPurchase });
    if (refused) return { refused };
    const done = actOnWallet<CreditEntry>(creditFor(reward), asked, work, context);
    if ('refused' in done) return done;
    const claim = { id, rewardId, customerId, entryId, claimedAt: done.entry.at };
    work.put('rewards', rewardId, used(reward, context.now));
    work.put('claims', id, claim);
    return { ...done, claim };
  },
};

/** What a claim asks of the wallet. */
export function creditFor({ id: rewardId, creditAmount: amount, name: reason }: Reward): CreditCommand {
  const origin = { kind: 'REWARD', rewardId } as const;
  return { kind: 'CREDIT', amount, source: 'LOYALTY', reason, expiresOn: null, orderId: null, origin };
}

/** Claims a reward for a customer: its credit, and one use of it. */
export async function claimReward(app: App, caller: Caller, input: ClaimReward): Promise<Claimed | Refused> {
  return app.engine.submit(useCase, await claiming(app, caller, input));
}

/** What a claim would come to now: the very decision that it makes, and nothing written. */
export async function previewClaim(app: App, caller: Caller, input: ClaimReward): Promise<Claimed | Refused> {
  return app.engine.preview(useCase, await claiming(app, caller, input));
}

async function claiming(app: App, caller: Caller, input: ClaimReward): Promise<Request<WithPurchases>> {
  const asked = request(useCase.name, caller, input.customerId, input);
  return { ...asked, input: { ...input, largestPurchase: await largestPurchaseFor(app, input) } };
}

/** In paise; 0 where the reward asks for none. */
async function largestPurchaseFor(app: App, { rewardId, customerId }: ClaimReward): Promise<Paise> {
  const reward = (await app.stores.rewards.load([rewardId])).get(rewardId);
  if (!reward || reward.minPurchaseAmount === null) return 0n;
  const wallet = (await app.stores.wallets.load([customerId])).get(customerId);
  // Without a wallet nothing is credited, and it is that which the decision shall say.
  return wallet ? largestPurchaseSince(app, wallet, reward.validFrom) : reward.minPurchaseAmount;
}
