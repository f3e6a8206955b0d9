import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { CreditTransaction } from '../transaction/credit-transaction.type.ts';
import { CreditSource } from '../transaction/credit-source.enum.ts';
import { CreditFunding } from './credit-funding.enum.ts';
import { LOOKED_UP, Weighs } from '../weight.ts';

@ObjectType({ simpleResolvers: true, description: 'A credit of which something is left.' })
export class CreditLot {
  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => CreditTransaction, { description: 'The credit that the money first came in by.' })
  credit?: Ref<CreditTransaction>;

  @Field(() => Money, { description: 'How much it was at first.' })
  original!: Money;

  @Field(() => Money, { description: 'How much is left to spend.' })
  remaining!: Money;

  @Field(() => CreditFunding, { description: 'Who paid for it.' })
  funding!: CreditFunding;

  @Field(() => CreditSource, { description: 'Where it came from.' })
  source!: CreditSource;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The last moment it can be spent; null means it never expires.',
  })
  expiresAt!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many midnights, in the shop's time zone, are left until it expires: 0 means today; null means never.",
  })
  daysLeft!: number | null;
}
