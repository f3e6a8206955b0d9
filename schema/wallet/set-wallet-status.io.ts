import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { CustomerId, ShortText } from '../text-bounds.ts';
import { ChangedWalletPayload } from './changed-wallet.payload.ts';
import { WalletStatus } from './wallet-status.enum.ts';

@InputType({ description: 'Which wallet to stop or to release, and why.' })
export class SetWalletStatusInput {
  @CustomerId()
  @Field(() => ID, { description: 'The customer whose wallet it is.' })
  customerId!: string;

  @Field(() => WalletStatus, { description: 'The new status. Staff can set FROZEN and ACTIVE, admins any.' })
  status!: WalletStatus;

  @ShortText()
  @Field(() => String, { description: 'Why, at most 200 characters. The customer can read it.' })
  reason!: string;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `setWalletStatus`.' })
export class SetWalletStatusPayload extends ChangedWalletPayload {}
