import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { TierBasis } from '../tier/tier-basis.enum.ts';
import { Tier } from '../tier/tier.type.ts';
import { Weighs } from '../weight.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'The rules that hold for every wallet, fit to show to customers.',
})
export class WalletPolicy {
  @Field(() => TierBasis, { description: 'What tiers are measured by.' })
  tierBasis!: TierBasis;

  @Weighs({ most: 4 })
  @Field(() => [Tier], { description: 'All tiers, lowest first.' })
  tiers!: Tier[];

  @Field(() => String, { description: 'In which order credits are used, in a sentence.' })
  orderOfUse!: string;

  @Field(() => String, { description: 'Where a refund goes, in a sentence.' })
  refundRule!: string;

  @Field(() => Int, { description: 'How many days a refunded credit lives whose own expiry has passed.' })
  refundGraceDays!: number;

  @Field(() => Money, { description: 'What a customer gets for bringing a new one.' })
  referrerBonus!: Money;

  @Field(() => Money, { description: 'What the new customer gets.' })
  referredBonus!: Money;

  @Field(() => Int, { description: 'How many days referral credits live.' })
  referralValidityDays!: number;

  @Field(() => Int, {
    description: 'For how many days after its creation a new wallet may apply a referral code.',
  })
  referralWindowDays!: number;

  @Field(() => Money, { description: 'The least that can be topped up at once.' })
  minTopUp!: Money;

  @Field(() => Money, { description: 'The most that can be topped up at once.' })
  maxTopUp!: Money;

  @Field(() => Money, { description: 'The least that a gift card can be bought with.' })
  minGiftCard!: Money;

  @Field(() => Money, { description: 'The most that a gift card can be bought with.' })
  maxGiftCard!: Money;

  @Field(() => Int, { description: 'How many days a gift card lasts that is bought.' })
  giftCardDays!: number;

  @Field(() => Money, {
    nullable: true,
    description:
      'The least that can be left to a payment where credits or gift cards pay a part of an order; null where no payments are taken.',
  })
  minOrderPayment!: Money | null;

  @Field(() => Int, {
    description:
      'How many minutes there are to pay the rest of an order; what credits and gift cards pay of it is set aside for so long.',
  })
  checkoutMinutes!: number;

  @Field(() => Money, { description: 'The most that one operation can move.' })
  maxOperation!: Money;

  @Field(() => Money, { description: 'The most that a wallet can hold.' })
  maxBalance!: Money;

  @Field(() => String, { description: 'The time zone in which days begin and end, such as `Asia/Kolkata`.' })
  timeZone!: string;
}
