import { ArgsType, Field, Int } from 'type-graphql';
import { ShortText } from '../text-bounds.ts';

@ArgsType()
export class SearchArgs {
  @ShortText()
  @Field(() => String, {
    description:
      "What was typed: a customer's id, name, phone number or email address, or the beginning of it; the number of an order; the reference of a transaction or of a top-up; what the payment provider calls a payment; a referral code, or at least four characters of it. Small and capital letters are the same but in what others name: orders and payments are written as they are.",
  })
  text!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many to find: 20 when left out, at least 1, at most 50.',
  })
  first?: number | null;
}
