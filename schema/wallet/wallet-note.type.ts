import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/date-time.ts';
import { TransactionActor } from '../transaction/transaction-actor.type.ts';

@ObjectType({ simpleResolvers: true, description: 'A note on a wallet, for people of the shop.' })
export class WalletNote {
  @Field(() => ID, { description: 'The id of the act that it is.' })
  id!: string;

  @Field(() => String, { description: 'What was noted.' })
  text!: string;

  @Field(() => TransactionActor, { description: 'Who noted it.' })
  by!: TransactionActor;

  @Field(() => DateTime, { description: 'When.' })
  at!: number;
}
