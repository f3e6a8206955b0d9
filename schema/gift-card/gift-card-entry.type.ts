import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { TransactionActor } from '../transaction/transaction-actor.type.ts';

export const GiftCardEntryKind = {
  ISSUE: 'ISSUE',
  CLAIM: 'CLAIM',
  CANCELLATION: 'CANCELLATION',
  EXPIRY: 'EXPIRY',
  REISSUE: 'REISSUE',
  STOP: 'STOP',
  RESUMPTION: 'RESUMPTION',
  HOLD: 'HOLD',
  RELEASE: 'RELEASE',
  DEBIT: 'DEBIT',
  REFUND: 'REFUND',
} as const;
export type GiftCardEntryKind = keyof typeof GiftCardEntryKind;

registerEnumType(GiftCardEntryKind, {
  name: 'GiftCardEntryKind',
  description: 'What happened to a gift card.',
  valuesConfig: {
    ISSUE: { description: 'It was issued, with all its money.' },
    CLAIM: { description: 'All that was left went into the wallet of a customer.' },
    CANCELLATION: { description: 'The shop took back all that was left.' },
    EXPIRY: { description: 'Its time came, and all that was left was lost.' },
    REISSUE: { description: 'It got another code. Moves no money.' },
    STOP: {
      description: 'Its payment is disputed: nothing of it can be used until that has ended. Moves no money.',
    },
    RESUMPTION: { description: 'The dispute came to nothing, and it can be used again. Moves no money.' },
    HOLD: { description: 'Some of it was set aside for an order.' },
    RELEASE: { description: 'The order came to nothing, and what was set aside is on the card again.' },
    DEBIT: { description: 'What was set aside has paid the order.' },
    REFUND: {
      description:
        'The order was given back, and what had paid it is on the card again. Where its time was over, it has 30 days more.',
    },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: 'An entry of the journal of a gift card. Entries are never changed.',
})
export class GiftCardEntry {
  @Field(() => Int, { description: 'Its place in the journal of the card, counted from 1 without a gap.' })
  seq!: number;

  @Field(() => GiftCardEntryKind, { description: 'What happened.' })
  kind!: GiftCardEntryKind;

  @Field(() => Money, { description: 'How much it moved; nothing for a new code, a stop and a resumption.' })
  amount!: Money;

  @Field(() => Money, { description: 'What was left on the card afterwards.' })
  remainingAfter!: Money;

  @Field(() => ID, {
    nullable: true,
    description:
      'The order for which it was set aside, which it paid, or of which it came back; null for anything else. A customer is told none but the own.',
  })
  orderId!: string | null;

  @Field(() => DateTime, { description: 'When.' })
  at!: number;

  @Field(() => TransactionActor, {
    description: 'Who did it. Its `id` is `other` for a customer who asks and did not do it.',
  })
  actor!: TransactionActor;

  @Field(() => String, {
    nullable: true,
    description:
      'Why, in the words of who did it; null for a claim, an expiry and what a checkout does, and for a customer who did not write it.',
  })
  reason!: string | null;
}
