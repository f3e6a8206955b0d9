import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { ExtendExpiryInput, ExtendExpiryPayload } from '../../schema/transaction/extend-expiry.io.ts';
import { actOnTerms } from '../services/act-on-terms.ts';
import { extendingExpiry } from '../services/extend-expiry.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { presentAnswer, refusedChange } from './presenters/change.presenter.ts';
import { presentCredit } from './presenters/transaction.presenter.ts';
import { ADMINS, callerOf } from './reach.ts';
import { termsOf } from './terms.ts';

@Resolver()
export class ExtendExpiryResolver {
  @Authorized(ADMINS)
  @Mutation(() => ExtendExpiryPayload, {
    description:
      'Gives what is left of a credit more time, never less. Works in every status of the wallet. For admins. Moves no money; the new date and its reason are written to the journal, and nothing in a dry run.',
  })
  async extendExpiry(
    @Arg('input', () => ExtendExpiryInput, { description: 'Which credit, until when, and why.' })
    { creditId: opaqueId, expiresAt, reason, idempotencyKey, ...asked }: ExtendExpiryInput,
    @Ctx() context: GraphqlContext,
  ): Promise<ExtendExpiryPayload> {
    const creditId = localId('Transaction', opaqueId);
    if (creditId === null) return { ...refusedChange({ code: 'CREDIT_NOT_FOUND' }), credit: null };
    const { app, loaders } = context;
    const request = { input: { creditId, expiresAt, reason, idempotencyKey }, terms: termsOf(asked) };
    const answer = await actOnTerms(app, callerOf(context), extendingExpiry, request);
    if (!('entry' in answer)) return { ...presentAnswer(answer, app), credit: null };
    const credit = await loaders.entries.load(creditId);
    if (credit?.kind !== 'CREDIT') throw new Error(`The extended credit ${creditId} does not exist.`);
    return { ...presentAnswer(answer, app), credit: presentCredit(credit, answer.wallet) };
  }
}
