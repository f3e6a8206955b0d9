import { ArgsType, Field } from 'type-graphql';
import { OrderedPageArgs } from '../connection/ordered-page.args.ts';
import { ShortText } from '../text-bounds.ts';

@ArgsType()
export class CustomersArgs extends OrderedPageArgs {
  @ShortText()
  @Field(() => String, {
    nullable: true,
    description:
      "The beginning of the customer's id, of a word of the name, of the email address or of the phone number, or at least four characters of the referral code. Small and capital letters are the same, and so are phone numbers with and without the country. Left out, all customers.",
  })
  search?: string | null;
}
