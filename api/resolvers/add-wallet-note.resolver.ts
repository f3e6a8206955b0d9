import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { AddWalletNoteInput, AddWalletNotePayload } from '../../schema/wallet/add-wallet-note.io.ts';
import { addWalletNote } from '../services/add-wallet-note.ts';
import type { GraphqlContext } from './context.ts';
import { presentNote } from './presenters/note.presenter.ts';
import { presentRefusal } from './presenters/user-error.presenter.ts';
import { callerOf, STAFF } from './reach.ts';

@Resolver()
export class AddWalletNoteResolver {
  @Authorized(STAFF)
  @Mutation(() => AddWalletNotePayload, {
    description:
      'Writes a note on a wallet that only people of the shop read: `Wallet.notes` has it, and so have the acts about the customer. For staff and admins. Writes nothing to any journal.',
  })
  async addWalletNote(
    @Arg('input', () => AddWalletNoteInput, { description: 'What, and on whose wallet.' })
    { customerId, text, idempotencyKey }: AddWalletNoteInput,
    @Ctx() context: GraphqlContext,
  ): Promise<AddWalletNotePayload> {
    const answer = await addWalletNote(context.app, callerOf(context), { customerId, text, idempotencyKey });
    if ('refused' in answer)
      return { note: null, replayed: false, userErrors: [presentRefusal(answer.refused)] };
    const { note, replayed } = answer;
    return { note: presentNote(note), replayed, userErrors: [] };
  }
}
