import { Field, ObjectType } from 'type-graphql';
import type { Ref } from '../ref.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { Wallet } from './wallet.type.ts';
import { Weighs } from '../weight.ts';

/** What every answer to a change of a wallet says; the object types of the mutations extend it. */
@ObjectType({ simpleResolvers: true })
export abstract class ChangedWalletPayload {
  @Field(() => Wallet, { nullable: true, description: 'The wallet as it is now; null when refused.' })
  wallet!: Ref<Wallet> | null;

  @Field(() => Boolean, {
    description: 'Whether this idempotency key had acted before and this is the first answer again.',
  })
  replayed!: boolean;

  @Weighs({ most: 10 })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it worked.' })
  userErrors!: UserError[];
}
