import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { CaptureHoldInput, CaptureHoldPayload } from '../../schema/hold/capture-hold.io.ts';
import { PlaceHoldInput, PlaceHoldPayload } from '../../schema/hold/place-hold.io.ts';
import { ReleaseHoldInput, ReleaseHoldPayload } from '../../schema/hold/release-hold.io.ts';
import { actOnTerms } from '../services/act-on-terms.ts';
import { captureHold } from '../services/capture-hold.ts';
import { placingHold } from '../services/place-hold.ts';
import { releaseHold } from '../services/release-hold.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import {
  presentTransactionAnswer,
  presentTransactionChange,
  refusedChange,
} from './presenters/change.presenter.ts';
import { presentDebit, presentHoldEntry, presentRelease } from './presenters/transaction.presenter.ts';
import { callerOf, customerToActFor, EVERYBODY, NOBODY_NAMED, STAFF } from './reach.ts';

const NO_HOLD = { ...refusedChange({ code: 'HOLD_NOT_FOUND' }), transaction: null };

@Resolver()
export class WorkOnHoldResolver {
  @Authorized(EVERYBODY)
  @Mutation(() => PlaceHoldPayload, {
    description:
      'Sets credits aside for an order, soonest expiry first. They leave the balance at once, and come back unless they are captured in time. For the customer, staff and admins. Writes a HOLD to the journal.',
  })
  async placeHold(
    @Arg('input', () => PlaceHoldInput, { description: 'How much, for what, until when.' })
    { customerId: named, amount, orderId, expiresAt, reason, expectedSeq, idempotencyKey }: PlaceHoldInput,
    @Ctx() context: GraphqlContext,
  ): Promise<PlaceHoldPayload> {
    const caller = callerOf(context);
    const customerId = customerToActFor(caller, named);
    if (customerId === null) return { ...refusedChange(NOBODY_NAMED), transaction: null };
    const input = {
      ...{ customerId, amount: amount.amount, orderId, expiresAt: expiresAt ?? null },
      ...{ reason: reason ?? null, idempotencyKey },
    };
    const terms = { dryRun: false, expectedSeq: expectedSeq ?? null };
    const answer = await actOnTerms(context.app, caller, placingHold, { input, terms });
    return presentTransactionAnswer(answer, presentHoldEntry, context.app);
  }

  @Authorized(STAFF)
  @Mutation(() => CaptureHoldPayload, {
    description:
      'Spends what a hold keeps on its order, or a part of it: the credits that expire soonest first, also those whose time has come meanwhile. Works in every status of the wallet. For staff and admins. Writes a DEBIT to the journal, and a RELEASE of the rest where it is final.',
  })
  async captureHold(
    @Arg('input', () => CaptureHoldInput, { description: 'Which hold, how much of it.' })
    { holdId: opaqueId, amount, isFinal, reason, idempotencyKey }: CaptureHoldInput,
    @Ctx() context: GraphqlContext,
  ): Promise<CaptureHoldPayload> {
    const holdId = localId('Hold', opaqueId);
    if (holdId === null) return NO_HOLD;
    const input = { holdId, amount: amount?.amount ?? null, isFinal, reason: reason ?? null, idempotencyKey };
    return presentTransactionChange(await captureHold(context.app, callerOf(context), input), presentDebit);
  }

  @Authorized(STAFF)
  @Mutation(() => ReleaseHoldPayload, {
    description:
      'Ends a hold without spending it: what it still keeps comes back to the balance, and expires at once where its time has come meanwhile. Works in every status of the wallet. For staff and admins. Writes a RELEASE to the journal.',
  })
  async releaseHold(
    @Arg('input', () => ReleaseHoldInput, { description: 'Which hold, and why.' })
    { holdId: opaqueId, reason, idempotencyKey }: ReleaseHoldInput,
    @Ctx() context: GraphqlContext,
  ): Promise<ReleaseHoldPayload> {
    const holdId = localId('Hold', opaqueId);
    if (holdId === null) return NO_HOLD;
    const input = { holdId, reason, idempotencyKey };
    return presentTransactionChange(await releaseHold(context.app, callerOf(context), input), presentRelease);
  }
}
