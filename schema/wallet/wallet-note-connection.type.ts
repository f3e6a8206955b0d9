import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import { WalletNoteEdge } from './wallet-note-edge.type.ts';
import { WalletNote } from './wallet-note.type.ts';

/** Counting costs a query of its own, so the total has a resolver. */
@ObjectType({ simpleResolvers: true, description: 'A page of notes on a wallet, newest first.' })
export class WalletNoteConnection {
  @Field(() => [WalletNoteEdge], { description: 'The notes of the page with their cursors.' })
  edges!: WalletNoteEdge[];

  @Field(() => [WalletNote], { description: 'The notes of the page without cursors.' })
  nodes!: WalletNote[];

  @Field(() => PageInfo, { description: 'Whether there is more, and where.' })
  pageInfo!: PageInfo;

  @Field(() => Int, {
    description:
      'How many notes the wallet has in all. Counted up to 10,000: that figure means as many or more.',
  })
  totalCount?: number;
}
