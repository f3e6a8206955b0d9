import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import type { Ref } from '../ref.ts';
import { CustomerId, ShortText } from '../text-bounds.ts';
import { CreditTransaction } from '../transaction/credit-transaction.type.ts';
import { ChangedWalletPayload } from '../wallet/changed-wallet.payload.ts';
import { GiftCard } from './gift-card.type.ts';

@InputType({ description: 'Which gift card, for whom.' })
export class ClaimGiftCardInput {
  @ShortText()
  @Field(() => String, {
    description:
      'The code as it was written: capitals, blanks and dashes, O and 0, I, L and 1 make no difference.',
  })
  code!: string;

  @CustomerId()
  @Field(() => ID, {
    nullable: true,
    description:
      'The customer; left out, the caller. Admins must name one, customers can only name themselves.',
  })
  customerId?: string | null;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `claimGiftCard`.' })
export class ClaimGiftCardPayload extends ChangedWalletPayload {
  @Field(() => CreditTransaction, {
    nullable: true,
    description: 'The credit that the card became, with its end and who paid for it; null when refused.',
  })
  transaction!: Ref<CreditTransaction> | null;

  @Field(() => GiftCard, { nullable: true, description: 'The card as it is now; null when refused.' })
  giftCard!: GiftCard | null;
}
