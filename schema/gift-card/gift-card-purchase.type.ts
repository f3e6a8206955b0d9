import { Field, ObjectType } from 'type-graphql';
import { Payment } from '../checkout/payment.type.ts';
import { Money } from '../money/money.type.ts';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { LOOKED_UP, Weighs } from '../weight.ts';
import { GiftCard } from './gift-card.type.ts';

/** Fields that are optional here have a resolver of their own. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'A gift card that a customer buys with a payment. The card is made when the payment was collected, however late that is; before, there is none.',
})
export class GiftCardPurchase extends Node {
  @Field(() => Money, { description: 'What the card is to hold.' })
  amount!: Money;

  @Field(() => Payment, { description: 'How it is paid, and how far that has come.' })
  payment!: Payment;

  @Weighs({ own: LOOKED_UP })
  @Field(() => GiftCard, { nullable: true, description: 'The card; null until it is paid.' })
  giftCard?: Ref<GiftCard> | null;

  @Field(() => DateTime, { description: 'When it was begun.' })
  createdAt!: number;
}
