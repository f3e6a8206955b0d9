import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import { GiftCardEntry } from './gift-card-entry.type.ts';

@ObjectType({ simpleResolvers: true, description: 'An entry of the journal of a gift card in a page.' })
export class GiftCardEntryEdge {
  @Field(() => String, { description: 'Its place in the journal: send it as `after`.' })
  cursor!: string;

  @Field(() => GiftCardEntry, { description: 'The entry.' })
  node!: GiftCardEntry;
}

@ObjectType({ simpleResolvers: true, description: 'A page of the journal of a gift card, oldest first.' })
export class GiftCardEntryConnection {
  @Field(() => [GiftCardEntryEdge], { description: 'The entries of the page with their cursors.' })
  edges!: GiftCardEntryEdge[];

  @Field(() => [GiftCardEntry], { description: 'The entries of the page without cursors.' })
  nodes!: GiftCardEntry[];

  @Field(() => PageInfo, { description: 'Whether there is more, and where.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many entries the journal has in all.' })
  totalCount!: number;
}
