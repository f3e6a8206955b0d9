import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { CreditTransaction } from '../transaction/credit-transaction.type.ts';
import { LOOKED_UP, Weighs } from '../weight.ts';

@ObjectType({
  simpleResolvers: true,
  description:
    'What an act does to one credit. A credit that a refund brings back after its expiry is one anew.',
})
export class LotChange {
  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => CreditTransaction, {
    nullable: true,
    description: 'The credit that the money first came in by; null for one that the act itself would make.',
  })
  credit?: Ref<CreditTransaction> | null;

  @Field(() => Money, { description: 'What is left of it before; nothing of a new one.' })
  before!: Money;

  @Field(() => Money, { description: 'What is left of it after.' })
  after!: Money;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The last moment it can be spent, before; null when it never expires or is new.',
  })
  expiresAtBefore!: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The last moment it can be spent, after; null when it never expires.',
  })
  expiresAtAfter!: number | null;
}
