import { Field, ID, InputType } from 'type-graphql';
import { MoneyInput } from '../money/money.input.ts';
import { ShortText } from '../text-bounds.ts';
import { AttemptedAct } from './attempted-act.enum.ts';

@InputType({ description: 'What somebody tried, with as much of its input as it is decided on.' })
export class AttemptInput {
  @Field(() => AttemptedAct, { description: 'What.' })
  act!: AttemptedAct;

  @Field(() => MoneyInput, { nullable: true, description: 'How much.' })
  amount?: MoneyInput | null;

  @ShortText()
  @Field(() => ID, {
    nullable: true,
    description: 'For which order. With it, one that is paid already is told.',
  })
  orderId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The `id` of the debit that was to be refunded.' })
  debitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The `id` of the reward.' })
  rewardId?: string | null;

  @ShortText()
  @Field(() => String, { nullable: true, description: 'The referral code, as it was typed.' })
  code?: string | null;
}
