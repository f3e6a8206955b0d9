import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/date-time.ts';
import { TransactionActor } from '../transaction/transaction-actor.type.ts';
import { ShownReason } from './shown-reason.enum.ts';
import { WalletStatus } from './wallet-status.enum.ts';

@ObjectType({ simpleResolvers: true, description: 'That somebody stopped a wallet or released it.' })
export class WalletStatusChange {
  @Field(() => WalletStatus, { description: 'The status before.' })
  from!: WalletStatus;

  @Field(() => WalletStatus, { description: 'The status after.' })
  to!: WalletStatus;

  @Field(() => String, { description: 'Why, in the words of whoever changed it.' })
  reason!: string;

  @Field(() => ShownReason, {
    nullable: true,
    description: 'What the customer was told; null for nothing but that.',
  })
  shownReason!: ShownReason | null;

  @Field(() => TransactionActor, { description: 'Who changed it.' })
  actor!: TransactionActor;

  @Field(() => DateTime, { description: 'When it was changed.' })
  changedAt!: number;
}
