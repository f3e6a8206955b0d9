import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { CustomerId, ShortText } from '../text-bounds.ts';
import { ActInput } from './act.input.ts';
import { PreviewedWalletPayload } from './changed-wallet.payload.ts';
import { ShownReason } from './shown-reason.enum.ts';
import { WalletStatus } from './wallet-status.enum.ts';

@InputType({ description: 'Which wallet to stop or to release, and why.' })
export class SetWalletStatusInput extends ActInput {
  @CustomerId()
  @Field(() => ID, { description: 'The customer whose wallet it is.' })
  customerId!: string;

  @Field(() => WalletStatus, { description: 'The new status. Staff can set FROZEN and ACTIVE, admins any.' })
  status!: WalletStatus;

  @ShortText()
  @Field(() => String, {
    description: 'Why, at most 200 characters. For staff and admins: the customer never reads it.',
  })
  reason!: string;

  @Field(() => ShownReason, {
    nullable: true,
    description:
      'What the customer is told of it; left out, that the shop has stopped the wallet. Not with ACTIVE.',
  })
  shownReason?: ShownReason | null;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `setWalletStatus`.' })
export class SetWalletStatusPayload extends PreviewedWalletPayload {}
