import { Field, ID, ObjectType } from 'type-graphql';
import { LOOKED_UP, Weighs } from '../weight.ts';
import { Channel } from './channel.enum.ts';

@ObjectType({ simpleResolvers: true, description: 'Who made a transaction, and through what.' })
export class TransactionActor {
  @Field(() => ID, {
    description: 'The customer, the member of staff, or `system` for what the wallet does by itself.',
  })
  id!: string;

  @Weighs({ own: LOOKED_UP })
  @Field(() => String, {
    nullable: true,
    description:
      'The name of a member of staff or an admin. Null for everybody else, for whoever has no account any more, and for customers who ask.',
  })
  name?: string | null;

  @Field(() => String, { description: 'The role acted in: CUSTOMER, STAFF, ADMIN or SYSTEM.' })
  role!: string;

  @Field(() => Channel, { description: 'Through what.' })
  channel!: Channel;
}
