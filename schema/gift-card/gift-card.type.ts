import { Field, ID, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { Node } from '../node/node.interface.ts';
import { DateTime } from '../scalars/date-time.ts';
import { CreditFunding } from '../wallet/credit-funding.enum.ts';
import { QUERY, Weighs } from '../weight.ts';
import { GiftCardEntryConnection } from './gift-card-entry-connection.type.ts';
import { GiftCardStatus } from './gift-card-status.enum.ts';

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'Money for whoever has its code, until somebody moves it into a wallet. It is in no wallet and counts for no tier.',
})
export class GiftCard extends Node {
  @Field(() => GiftCardStatus, { description: 'How it stands with it now.' })
  status!: GiftCardStatus;

  @Field(() => String, {
    description:
      'Its code but for the last four symbols, such as `•••• 7Q2M`. The rest is told once, and to nobody else.',
  })
  maskedCode!: string;

  @Field(() => Money, { description: 'What it was issued with.' })
  initial!: Money;

  @Field(() => Money, { description: 'What is left on it and not held.' })
  remaining!: Money;

  @Field(() => Money, {
    description: 'What is set aside for orders whose checkout is open. It pays them, or comes back.',
  })
  held!: Money;

  @Field(() => Boolean, {
    description: 'Whether its payment is disputed. Then nothing of it can be used until that has ended.',
  })
  isStopped!: boolean;

  @Field(() => CreditFunding, { description: 'Who paid for it.' })
  funding!: CreditFunding;

  @Field(() => DateTime, { description: 'The last moment at which it is worth something.' })
  expiresAt!: number;

  @Field(() => DateTime, { description: 'When it was issued.' })
  createdAt!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was claimed, cancelled or used up, or expired; null before.',
  })
  endedAt!: number | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The customer who claimed it; null when nobody did. A customer is told no id but the own.',
  })
  claimedById!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The customer who bought it; null where the shop issued it. A customer is told no id but the own.',
  })
  boughtById!: string | null;

  @Weighs({ own: QUERY })
  @Field(() => GiftCardEntryConnection, {
    description:
      'What happened to it, oldest first. For staff and admins, and for the customer who bought or claimed it.',
  })
  entries?: GiftCardEntryConnection;
}
