import { ArrayMaxSize, Max, Min, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { MoneyInput } from '../money/money.input.ts';
import { ShortText } from '../text-bounds.ts';
import { TierLevel } from '../tier/tier-level.enum.ts';
import { WalletStatus } from './wallet-status.enum.ts';

@InputType({ description: 'Which wallets to list. All that is given must hold.' })
export class WalletFilter {
  @ShortText()
  @Field(() => String, {
    nullable: true,
    description:
      "The beginning of the customer's id, of a word of the name, of the email address or of the phone number, or at least four characters of the referral code. Small and capital letters are the same, and so are phone numbers with and without the country.",
  })
  search?: string | null;

  @ArrayMaxSize(10, { message: 'must name at most 10 statuses' })
  @Field(() => [WalletStatus], { nullable: true, description: 'Only wallets in one of these statuses.' })
  status?: WalletStatus[] | null;

  @ArrayMaxSize(10, { message: 'must name at most 10 tiers' })
  @Field(() => [TierLevel], { nullable: true, description: 'Only wallets that hold one of these tiers now.' })
  tier?: TierLevel[] | null;

  @ValidateNested()
  @Field(() => MoneyInput, { nullable: true, description: 'Only wallets that hold this much or more.' })
  minBalance?: MoneyInput | null;

  @ValidateNested()
  @Field(() => MoneyInput, { nullable: true, description: 'Only wallets that hold this much or less.' })
  maxBalance?: MoneyInput | null;

  @Min(0, { message: 'must be between 0 and 3650' })
  @Max(3_650, { message: 'must be between 0 and 3650' })
  @Field(() => Int, {
    nullable: true,
    description:
      'Only wallets in which a credit expires within so many days, counted in midnights of the shop: 0 means today, at most 3650.',
  })
  expiringWithinDays?: number | null;
}
