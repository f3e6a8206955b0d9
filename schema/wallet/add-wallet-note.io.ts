import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { CustomerId, ShortText } from '../text-bounds.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { Weighs } from '../weight.ts';
import { WalletNote } from './wallet-note.type.ts';

@InputType({ description: 'What to note on whose wallet.' })
export class AddWalletNoteInput {
  @CustomerId()
  @Field(() => ID, { description: 'The customer whose wallet it is.' })
  customerId!: string;

  @ShortText()
  @Field(() => String, { description: 'The note, at most 200 characters. The customer never reads it.' })
  text!: string;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `addWalletNote`.' })
export class AddWalletNotePayload {
  @Field(() => WalletNote, { nullable: true, description: 'The note; null when refused.' })
  note!: WalletNote | null;

  @Field(() => Boolean, {
    description: 'Whether this idempotency key had acted before, so that this call changed nothing.',
  })
  replayed!: boolean;

  @Weighs({ most: 10 })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it worked.' })
  userErrors!: UserError[];
}
