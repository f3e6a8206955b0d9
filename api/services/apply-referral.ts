import { SYSTEM_ACTOR } from '../domain/actor.ts';
import { addDays } from '../domain/calendar.ts';
import { whyNotReferable } from '../domain/referral.ts';
import type { CreditCommand } from '../domain/wallet/commands.ts';
import type { CreditEntry, CreditOrigin } from '../domain/wallet/entries.ts';
import type { BatchContext, UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { referrerBonusId } from './idempotency.ts';
import type { Outcome } from './outcome.ts';
import { actOnWallet, answered, request, type Request } from './wallet-use-case.ts';

export interface ApplyReferral {
  readonly code: string;
  /** The referred customer. */
  readonly customerId: string;
  readonly idempotencyKey: string;
}

/** Null where nobody has the code. */
type WithReferrer = ApplyReferral & { readonly referrerId: string | null };

/** Both bonuses or neither: two journals in one transaction (product rule 11). */
const useCase: UseCase<Request<WithReferrer>, Outcome<CreditEntry>> = {
  name: 'applyReferral',
  reads: ({ walletId, entryId, input: { referrerId } }) => ({
    wallets: referrerId === null ? [walletId] : [walletId, referrerId],
    key: entryId,
    referrals: [walletId],
  }),
  decide: (asked, work, context) => {
    const { walletId: referredId, input } = asked;
    const { referrerId } = input;
    const first = answered<CreditEntry>('CREDIT', asked, work, context);
    if (first) return first;
    if (referrerId === null) return { refused: { code: 'REFERRAL_CODE_UNKNOWN' } };
    const referred = work.get('wallets', referredId);
    const referrer = work.get('wallets', referrerId);
    if (!referred) return { refused: { code: 'WALLET_NOT_FOUND', customerId: referredId } };
    if (!referrer) return { refused: { code: 'REFERRAL_CODE_UNKNOWN' } };
    const earlier = work.get('referrals', referredId);
    if (earlier) return { refused: { code: 'REFERRAL_ALREADY_APPLIED', since: earlier.createdAt } };
    const refused = whyNotReferable(referred, referrer, context.policy, context.now);
    if (refused) return { refused };
    const derived = {
      ...asked,
      caller: onNobodysBehalf(asked.caller),
      walletId: referrerId,
      entryId: referrerBonusId(referrerId, referredId),
    };
    const given = actOnWallet<CreditEntry>(bonus('REFERRER', referredId, context), derived, work, context);
    // Why another customer's wallet takes no more would tell what it holds, so its code is simply not valid.
    if ('refused' in given) return { refused: { code: 'REFERRAL_CODE_UNKNOWN' } };
    const received = actOnWallet<CreditEntry>(bonus('REFERRED', referrerId, context), asked, work, context);
    if ('refused' in received) {
      work.discard();
      return received;
    }
    work.put('referrals', referredId, { id: referredId, referrerId, createdAt: received.entry.at });
    return received;
  },
};

/** The referrer reads its own history, and in it no other customer's id: who it was for is kept in the origin of the bonus. */
function onNobodysBehalf({ actor, requestId }: Caller): Caller {
  return { actor: { ...SYSTEM_ACTOR, channel: actor.channel }, requestId };
}

function bonus(side: 'REFERRER' | 'REFERRED', otherId: string, { policy, now }: BatchContext): CreditCommand {
  const { referrerBonus, referredBonus, validityDays } = policy.referral;
  const origin: CreditOrigin = { kind: 'REFERRAL', side, otherId };
  const [amount, reason] =
    side === 'REFERRER'
      ? [referrerBonus, 'A friend joined with your code']
      : [referredBonus, 'Welcome bonus'];
  const expiresOn = addDays(now, validityDays);
  return { kind: 'CREDIT', amount, source: 'REFERRAL', reason, expiresOn, orderId: null, origin };
}

/** Applies a referral code for a new customer. Codes are read as they are typed: spaces and small letters do not matter. */
export async function applyReferral(
  app: App,
  caller: Caller,
  input: ApplyReferral,
): Promise<Outcome<CreditEntry>> {
  const asked = await applying(app, caller, input);
  // Nothing comes of a code that nobody has, but its key may have been used for one that somebody has.
  return asked.input.referrerId === null
    ? app.engine.preview(useCase, asked)
    : app.engine.submit(useCase, asked);
}

/** What applying a code would come to now: the very decision, and nothing written. */
export async function previewReferral(
  app: App,
  caller: Caller,
  input: ApplyReferral,
): Promise<Outcome<CreditEntry>> {
  return app.engine.preview(useCase, await applying(app, caller, input));
}

async function applying(app: App, caller: Caller, input: ApplyReferral): Promise<Request<WithReferrer>> {
  const code = input.code.replaceAll(/[\s-]/g, '').toUpperCase();
  const referrerId = await app.stores.wallets.findByReferralCode(code);
  return {
    ...request(useCase.name, caller, input.customerId, { ...input, code }),
    input: { ...input, referrerId },
  };
}
