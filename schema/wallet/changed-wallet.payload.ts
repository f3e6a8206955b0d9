import { Field, ObjectType } from 'type-graphql';
import { Approval } from '../approval/approval.type.ts';
import type { Ref } from '../ref.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { ChangePreview } from './change-preview.type.ts';
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

/** The same of an act that can be looked at before it is done. */
@ObjectType({ simpleResolvers: true })
export abstract class PreviewedWalletPayload extends ChangedWalletPayload {
  @Field(() => ChangePreview, {
    nullable: true,
    description:
      'What the act would do: in a dry run, and when the wallet has moved since it was previewed. Null when it was done, and when it would be refused.',
  })
  preview?: Ref<ChangePreview> | null;
}

/** The same of an act that waits for another person where it is above the limit of whoever asks. */
@ObjectType({ simpleResolvers: true })
export abstract class LimitedWalletPayload extends PreviewedWalletPayload {
  @Field(() => Approval, {
    nullable: true,
    description:
      'What another person has to decide, because it is above the limit of whoever asked: nothing was done. Sent again, the same, whatever became of it. Null where nobody else was needed.',
  })
  approval?: Ref<Approval> | null;
}
