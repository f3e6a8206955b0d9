import { ArrayMaxSize, Length, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { OrderedPageArgs } from '../connection/ordered-page.args.ts';
import { DateTime } from '../scalars/date-time.ts';
import { GiftCardStatus } from './gift-card-status.enum.ts';

@InputType({ description: 'Which gift cards to list. All that is given must hold.' })
export class GiftCardFilter {
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Only those that hold money, and not those that were claimed, cancelled or used up, have expired or are held for orders.',
  })
  holdsMoney!: boolean;

  @ArrayMaxSize(6, { message: 'must name at most 6 statuses' })
  @Field(() => [GiftCardStatus], { nullable: true, description: 'Only gift cards in one of these statuses.' })
  status?: GiftCardStatus[] | null;

  @Length(4, 4, { message: 'must be four symbols' })
  @Field(() => String, {
    nullable: true,
    description:
      'Only gift cards whose code now ends in these four symbols: capitals, O and 0, I, L and 1 make no difference.',
  })
  lastFour?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Only what was issued at this moment or later.' })
  from?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'Only what was issued before this moment.' })
  to?: number | null;
}

@ArgsType()
export class GiftCardsArgs extends OrderedPageArgs {
  @ValidateNested()
  @Field(() => GiftCardFilter, { nullable: true, description: 'Which gift cards to list; left out, all.' })
  filter?: GiftCardFilter | null;
}
