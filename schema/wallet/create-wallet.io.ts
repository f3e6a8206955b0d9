import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { CustomerId } from '../text-bounds.ts';
import { ChangedWalletPayload } from './changed-wallet.payload.ts';

@InputType({ description: 'Whose wallet to create.' })
export class CreateWalletInput {
  @CustomerId()
  @Field(() => ID, {
    nullable: true,
    description:
      'The customer; left out, the caller. Admins must name one, customers can only name themselves.',
  })
  customerId?: string | null;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `createWallet`.' })
export class CreateWalletPayload extends ChangedWalletPayload {}
