import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import { GiftCardFigures } from './gift-card-figures.type.ts';
import { GiftCard } from './gift-card.type.ts';

@ObjectType({ simpleResolvers: true, description: 'A gift card in a page.' })
export class GiftCardEdge {
  @Field(() => String, { description: 'Its place in the list: send it as `after` or `before`.' })
  cursor!: string;

  @Field(() => GiftCard, { description: 'The gift card.' })
  node!: GiftCard;
}

/** Counting costs a query of its own, so the total has a resolver. */
@ObjectType({ simpleResolvers: true, description: 'A page of gift cards, in the order asked for.' })
export class GiftCardConnection {
  @Field(() => [GiftCardEdge], { description: 'The gift cards of the page with their cursors.' })
  edges!: GiftCardEdge[];

  @Field(() => [GiftCard], { description: 'The gift cards of the page without cursors.' })
  nodes!: GiftCard[];

  @Field(() => PageInfo, { description: 'Whether there is more, and where.' })
  pageInfo!: PageInfo;

  @Field(() => Int, {
    description:
      'How many gift cards there are in all, on every page together. Counted up to 10,000: that figure means as many or more.',
  })
  totalCount?: number;

  @Field(() => GiftCardFigures, {
    description: 'What all gift cards of the shop hold together, whatever the filter says.',
  })
  outstanding?: GiftCardFigures;
}
