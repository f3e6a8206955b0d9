import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { GiftDesign } from './gift-design.enum.ts';
import { GiftStatus } from './gift-status.enum.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'What whoever has the link of a gift may know of it, signed in or not.',
})
export class GiftLook {
  @Field(() => GiftStatus, { description: 'How it stands now.' })
  status!: GiftStatus;

  @Field(() => Money, { description: 'What it is worth.' })
  amount!: Money;

  @Field(() => String, { description: 'What the sender is called in it.' })
  fromName!: string;

  @Field(() => String, { nullable: true, description: 'What the sender says.' })
  message!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'The last moment at which it is worth something, and its credits once it is claimed; null while it is not paid.',
  })
  expiresAt!: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'From when on its sender may take it back, unless it was claimed; null before its mail left.',
  })
  offeredBackAt!: number | null;

  @Field(() => GiftDesign, { description: 'How it looks.' })
  design!: GiftDesign;
}
