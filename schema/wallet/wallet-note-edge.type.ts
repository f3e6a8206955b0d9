import { Field, ObjectType } from 'type-graphql';
import { WalletNote } from './wallet-note.type.ts';

@ObjectType({ simpleResolvers: true, description: 'A note in a page.' })
export class WalletNoteEdge {
  @Field(() => String, { description: 'Its place in the list: send it as `after`.' })
  cursor!: string;

  @Field(() => WalletNote, { description: 'The note.' })
  node!: WalletNote;
}
