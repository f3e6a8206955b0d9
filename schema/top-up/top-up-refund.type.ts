import { Field, ObjectType } from 'type-graphql';
import { Hold } from '../hold/hold.type.ts';
import { Money } from '../money/money.type.ts';
import { RefundStatus } from '../payment-review/refund-status.enum.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { LOOKED_UP, Weighs } from '../weight.ts';

/** Fields that are optional here have a resolver of their own. */
@ObjectType({
  simpleResolvers: true,
  description:
    'A part of a top-up that the shop sends back to where it was paid from. It is set aside first, taken when it has gone back, and given back when it could not.',
})
export class TopUpRefund {
  @Field(() => Money, { description: 'How much goes back.' })
  amount!: Money;

  @Field(() => RefundStatus, { description: 'How far it has come.' })
  status!: RefundStatus;

  @Field(() => DateTime, { description: 'When it was asked for.' })
  askedAt!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it had gone back or failed; null while it is under way.',
  })
  endedAt!: number | null;

  @Weighs({ own: LOOKED_UP })
  @Field(() => Hold, { description: 'The hold that keeps it, and what has become of that.' })
  hold?: Ref<Hold>;
}
