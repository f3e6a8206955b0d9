import { ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { OrderedPageArgs } from '../connection/ordered-page.args.ts';

@InputType({ description: 'Which gift cards to list.' })
export class GiftCardFilter {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only those that hold money, and not those that were claimed, cancelled or have expired.',
  })
  holdsMoney!: boolean;
}

@ArgsType()
export class GiftCardsArgs extends OrderedPageArgs {
  @ValidateNested()
  @Field(() => GiftCardFilter, { nullable: true, description: 'Which gift cards to list; left out, all.' })
  filter?: GiftCardFilter | null;
}
