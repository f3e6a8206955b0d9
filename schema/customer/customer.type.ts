import { Field, ID, ObjectType } from 'type-graphql';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { Wallet } from '../wallet/wallet.type.ts';
import { LOOKED_UP, Weighs } from '../weight.ts';

@ObjectType({ implements: Node, simpleResolvers: true, description: 'A person the shop knows.' })
export class Customer extends Node {
  @Field(() => ID, {
    description: "The shop's own id of the customer: what inputs called `customerId` take.",
  })
  customerId!: string;

  @Field(() => String, { description: 'The full name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The email address, if the shop knows one.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'The phone number, if the shop knows one.' })
  phone!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The language the customer likes to be addressed in, as a BCP 47 tag such as `en-IN`.',
  })
  language!: string | null;

  @Field(() => DateTime, { description: 'When the shop first told us about the customer.' })
  createdAt!: number;

  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => Wallet, { nullable: true, description: "The customer's wallet; null when there is none yet." })
  wallet?: Ref<Wallet> | null;
}
