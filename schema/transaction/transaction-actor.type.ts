import { Field, ID, ObjectType } from 'type-graphql';
import { Channel } from './channel.enum.ts';

@ObjectType({ simpleResolvers: true, description: 'Who made a transaction, and through what.' })
export class TransactionActor {
  @Field(() => ID, {
    description: 'The customer, the member of staff, or `system` for what the wallet does by itself.',
  })
  id!: string;

  @Field(() => String, { description: 'The role acted in: CUSTOMER, STAFF, ADMIN or SYSTEM.' })
  role!: string;

  @Field(() => Channel, { description: 'Through what.' })
  channel!: Channel;
}
