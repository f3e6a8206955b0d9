import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { ExtendExpiryInput, ExtendExpiryPayload } from '../../schema/transaction/extend-expiry.io.ts';
import { extendExpiry } from '../services/extend-expiry.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { presentChange, refusedChange } from './presenters/change.presenter.ts';
import { presentCredit } from './presenters/transaction.presenter.ts';
import { ADMINS, callerOf } from './reach.ts';

@Resolver()
export class ExtendExpiryResolver {
  @Authorized(ADMINS)
  @Mutation(() => ExtendExpiryPayload, {
    description:
      'Gives what is left of a credit more time, never less. Works in every status of the wallet. For admins. Moves no money; the new date and its reason are written to the journal.',
  })
  async extendExpiry(
    @Arg('input', () => ExtendExpiryInput, { description: 'Which credit, until when, and why.' })
    { creditId: opaqueId, expiresAt, reason, idempotencyKey }: ExtendExpiryInput,
    @Ctx() context: GraphqlContext,
  ): Promise<ExtendExpiryPayload> {
    const creditId = localId('Transaction', opaqueId);
    if (creditId === null) return { ...refusedChange({ code: 'CREDIT_NOT_FOUND' }), credit: null };
    const extension = { creditId, expiresAt, reason, idempotencyKey };
    const outcome = await extendExpiry(context.app, callerOf(context), extension);
    if ('refused' in outcome) return { ...presentChange(outcome), credit: null };
    const credit = await context.loaders.entries.load(creditId);
    if (credit?.kind !== 'CREDIT') throw new Error(`The extended credit ${creditId} does not exist.`);
    return { ...presentChange(outcome), credit: presentCredit(credit, outcome.wallet) };
  }
}
