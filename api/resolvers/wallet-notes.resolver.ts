import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { ForwardPageArgs } from '../../schema/connection/forward-page.args.ts';
import { WalletNoteConnection } from '../../schema/wallet/wallet-note-connection.type.ts';
import { Wallet } from '../../schema/wallet/wallet.type.ts';
import { QUERY, Weighs } from '../../schema/weight.ts';
import { countNotes, findNotes } from '../services/queries/find-notes.ts';
import { connectionOf } from './connection.ts';
import type { GraphqlContext } from './context.ts';
import { noteLook } from './looks.ts';
import { forwardPageBy } from './page.ts';
import { actCursors } from './presenters/act.presenter.ts';
import { presentNote } from './presenters/note.presenter.ts';
import type { WalletView } from './presenters/wallet.presenter.ts';
import { actsForOthers, callerOf } from './reach.ts';

type NotesPage = WalletNoteConnection & { readonly walletId: string };

@Resolver(() => Wallet)
export class WalletNotesResolver {
  @Weighs({ own: QUERY })
  @FieldResolver(() => WalletNoteConnection, {
    nullable: true,
    description:
      'What people of the shop noted on the wallet, newest first. For staff and admins; null for the customer.',
  })
  async notes(
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Root() { state }: WalletView,
    @Ctx() context: GraphqlContext,
  ): Promise<NotesPage | null> {
    if (!actsForOthers(callerOf(context))) return null;
    const cursors = actCursors('NEWEST_FIRST');
    const page = forwardPageBy(cursors, args.first, args.after);
    await noteLook(context, 'readHistory', state.id);
    const { notes, hasNextPage } = await findNotes(context.app, state.id, page.first, page.after ?? null);
    const edges = notes.map((note) => ({
      cursor: cursors.of({ createdAt: note.at, id: note.id }),
      node: presentNote(note),
    }));
    const hasPreviousPage = page.after !== undefined;
    return { ...connectionOf(edges, { hasNextPage, hasPreviousPage }), walletId: state.id };
  }
}

@Resolver(() => WalletNoteConnection)
export class WalletNoteConnectionResolver {
  @Weighs({ own: QUERY })
  @FieldResolver(() => Int)
  totalCount(@Root() { walletId }: NotesPage, @Ctx() { app }: GraphqlContext): Promise<number> {
    return countNotes(app, walletId);
  }
}
