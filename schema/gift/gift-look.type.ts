import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
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

  @Field(() => GiftDesign, { description: 'How it looks.' })
  design!: GiftDesign;
}
