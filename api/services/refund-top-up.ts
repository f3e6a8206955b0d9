import { actId } from '../domain/act.ts';
import type { Paise } from '../domain/money.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { TopUp } from '../domain/top-up.ts';
import { MOST_TO_SOURCE, withRefund } from '../domain/top-up-refund.ts';
import type { WalletCommand } from '../domain/wallet/commands.ts';
import type { HoldEntry } from '../domain/wallet/entries.ts';
import { walletIdOf } from '../domain/wallet/entry-id.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { Scope } from '../ledger/working-set.ts';
import { actOnTerms, type Answer, type Terms } from './act-on-terms.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { continueTopUpRefunds } from './continue-top-up-refund.ts';
import { keyDigest } from './idempotency.ts';
import type { Outcome } from './outcome.ts';
import { record } from './record-act.ts';
import { request, walletUseCase, type Request, type WalletAct } from './wallet-use-case.ts';

export interface RefundTopUp {
  /** Names the wallet too. */
  readonly topUpId: string;
  /** The credit that one of its payments brought. */
  readonly creditId: string;
  /** Whether whoever asked named that credit; left to us, it is the last when they ask, and no part of what they ask for. */
  readonly isNamed: boolean;
  /** Null gives back all that is left of that credit. */
  readonly amount: Paise | null;
  readonly reason: string;
  readonly idempotencyKey: string;
}

const holding = walletUseCase<RefundTopUp, HoldEntry>({
  name: 'refundTopUp',
  answer: 'HOLD',
  reads: ({ topUpId, creditId }) => ({ topUps: [topUpId], entries: [creditId] }),
  command: (input, work) => commandOf(input, work),
});

/** Holds what is to go back and writes down, in the same transaction, that the provider is to be asked for it. */
const useCase: UseCase<Request<RefundTopUp>, Outcome<HoldEntry>> = {
  ...holding,
  decide: (asked, work, context) => {
    const outcome = holding.decide(asked, work, context);
    if ('refused' in outcome || outcome.replayed) return outcome;
    const { caller, entryId, input } = asked;
    const topUp = work.get('topUps', input.topUpId);
    const payment = topUp && paymentBehind(topUp, input.creditId);
    if (!topUp || !payment) throw new Error(`There is no payment behind ${input.creditId}.`);
    const { now } = context;
    const refund = {
      ...{ status: 'PROCESSING' as const, paymentId: payment.id, creditId: input.creditId, holdId: entryId },
      ...{ amount: outcome.entry.amount, receipt: `tu-${keyDigest(entryId)}`, refundId: null },
      ...{ by: caller.actor, at: now, endedAt: null },
    };
    work.put('topUps', topUp.id, withRefund(topUp, refund, now));
    record(work, context, caller, {
      ...{ id: actId('refundTopUp', entryId), act: 'refundTopUp', customerId: topUp.walletId },
      ...{ subject: { kind: 'TOP_UP', id: topUp.id }, reason: input.reason },
    });
    return outcome;
  },
};

function commandOf({ topUpId, creditId, amount, reason }: RefundTopUp, work: Scope): WalletCommand | Refusal {
  const topUp = work.get('topUps', topUpId);
  const credit = work.entry(creditId);
  if (!topUp || credit?.kind !== 'CREDIT' || !paymentBehind(topUp, creditId))
    return { code: 'NOT_REFUNDABLE', about: 'topUpId' };
  if ((topUp.refunds ?? []).length >= MOST_TO_SOURCE) return { code: 'NOT_REFUNDABLE', about: 'topUpId' };
  return { kind: 'HOLD_CREDIT', credit, purpose: 'REFUND_TO_SOURCE', amount, reason };
}

function paymentBehind({ payments }: TopUp, creditId: string) {
  return payments.find(({ entryId }) => entryId === creditId);
}

/** The act itself, for those who look at it before or leave it to somebody else. */
export const refundingTopUp: WalletAct<RefundTopUp, HoldEntry> = {
  useCase,
  limited: { act: 'refundTopUp', subject: ({ topUpId: id }) => ({ kind: 'TOP_UP', id }) },
  request: (caller, input) => {
    const { isNamed, creditId, ...said } = input;
    // A repeat is the same request, also where the customer has paid once more meanwhile.
    const asked = { ...said, creditId: isNamed ? creditId : null };
    return { ...request(useCase.name, caller, walletIdOf(input.topUpId), asked), input };
  },
};

export interface RefundTopUpAsked extends Omit<RefundTopUp, 'creditId' | 'isNamed'> {
  /** The payment of a customer who paid twice; null for the last. */
  readonly creditId: string | null;
}

/**
 * Sends back to its source what is left of a top-up, or a part of it (product rule 24): held first, then asked of the provider, and
 * taken when that has given it back, or released when it will not. What of it a crash or a silent provider leaves undone, the poller does.
 */
export async function refundTopUp(
  app: App,
  caller: Caller,
  { creditId, ...input }: RefundTopUpAsked,
  terms: Terms,
): Promise<Answer<HoldEntry>> {
  const topUp = (await app.stores.topUps.load([input.topUpId])).get(input.topUpId);
  const chosen = creditId ?? topUp?.payments.at(-1)?.entryId;
  // What paid a checkout brought no credit, and is no top-up.
  if (!topUp || !chosen || topUp.provider !== app.payments.provider?.name)
    return { refused: { code: 'NOT_REFUNDABLE', about: 'topUpId' } };
  const answer = await actOnTerms(app, caller, refundingTopUp, {
    input: { ...input, creditId: chosen, isNamed: creditId !== null },
    terms,
  });
  if ('entry' in answer && !answer.replayed) await continueTopUpRefunds(app, input.topUpId, caller.requestId);
  return answer;
}
