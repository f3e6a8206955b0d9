import { Field, ObjectType } from 'type-graphql';
import { Payment } from '../checkout/payment.type.ts';
import { Money } from '../money/money.type.ts';
import { Node } from '../node/node.interface.ts';
import { RefundStatus } from '../payment-review/refund-status.enum.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { LOOKED_UP, Weighs } from '../weight.ts';
import { GiftDesign } from './gift-design.enum.ts';
import { GiftLanguage } from './gift-language.enum.ts';
import { GiftStatus } from './gift-status.enum.ts';

/** Fields that are optional here have a resolver of their own. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A gift that its sender pays and somebody else claims by the link of a mail.',
})
export class Gift extends Node {
  @Field(() => GiftStatus, { description: 'How it stands now.' })
  status!: GiftStatus;

  @Field(() => Money, { description: 'What it is worth.' })
  amount!: Money;

  @Field(() => String, { nullable: true, description: 'Where its mail goes; null once that was erased.' })
  toEmail!: string | null;

  @Field(() => String, { description: 'What the sender is called in it.' })
  fromName!: string;

  @Field(() => String, { nullable: true, description: 'What the sender says.' })
  message!: string | null;

  @Field(() => GiftDesign, { description: 'How it looks.' })
  design!: GiftDesign;

  @Field(() => GiftLanguage, { description: 'The language of its mail.' })
  language!: GiftLanguage;

  @Field(() => DateTime, { description: 'Not before this is it sent.' })
  deliverAt!: number;

  @Field(() => DateTime, { nullable: true, description: 'When its mail left; null before.' })
  sentAt!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was claimed, recalled or taken back.' })
  endedAt!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ends; null while it is not paid.' })
  expiresAt!: number | null;

  @Field(() => RefundStatus, {
    nullable: true,
    description:
      'How far the refund of one has come that was recalled after it was paid; null for any other.',
  })
  refund!: RefundStatus | null;

  @Field(() => Boolean, { description: 'Whether it can be changed and recalled now.' })
  canRecall!: boolean;

  @Field(() => Boolean, { description: 'Whether its sender can move it into the own wallet now.' })
  canReturn!: boolean;

  @Weighs({ own: LOOKED_UP })
  @Field(() => Payment, { description: 'How it is paid, and how far that has come.' })
  payment?: Ref<Payment>;
}
