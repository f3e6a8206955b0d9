import { Field, ID, InterfaceType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { Wallet } from '../wallet/wallet.type.ts';
import { CreditSource } from './credit-source.enum.ts';
import { TransactionActor } from './transaction-actor.type.ts';
import { TransactionKind } from './transaction-kind.enum.ts';
import { TransactionStatus } from './transaction-status.enum.ts';
import { LOOKED_UP, Weighs } from '../weight.ts';

const TYPE_NAMES: { readonly [K in TransactionKind]: string } = {
  CREDIT: 'CreditTransaction',
  DEBIT: 'DebitTransaction',
  REFUND: 'RefundTransaction',
  EXPIRY: 'ExpiryTransaction',
  REVERSAL: 'ReversalTransaction',
  HOLD: 'HoldTransaction',
  RELEASE: 'ReleaseTransaction',
};

/** Fields that are optional here have a resolver of their own: they cost a query. */
@InterfaceType({
  implements: Node,
  resolveType: ({ kind }: Transaction) => TYPE_NAMES[kind],
  description:
    'A movement of money in the journal of a wallet, or credits that were set aside. Never changed and never deleted; a mistake is corrected by another one.',
})
export abstract class Transaction extends Node {
  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => String, {
    description:
      'What people call it, such as `EB-7K9QX-2R4`: short, fit to read out, and with a check symbol at the end that finds typing mistakes. It never changes; `transactionByReference` finds the transaction by it.',
  })
  reference?: string;

  @Field(() => TransactionKind, { description: 'What it did.' })
  kind!: TransactionKind;

  @Weighs({ own: LOOKED_UP })
  @Field(() => TransactionStatus, { description: 'How it stands.' })
  status?: TransactionStatus;

  @Field(() => Money, { description: 'How much moved, always above zero.' })
  amount!: Money;

  @Field(() => Money, {
    description:
      'What it did to the balance: above zero for credits, refunds and releases, below for debits, expiries, reversals and holds. Zero for a debit that was captured from a hold, which took it before.',
  })
  signedAmount!: Money;

  @Field(() => Money, { description: 'The balance right after it: what could be spent.' })
  balanceAfter!: Money;

  @Field(() => Money, { description: 'What was set aside by open holds right after it, beside the balance.' })
  heldAfter!: Money;

  @Field(() => CreditSource, {
    nullable: true,
    description: 'Where the credits came from; null for what takes credits away.',
  })
  source!: CreditSource | null;

  @Field(() => String, { nullable: true, description: 'Why, in the words of whoever made it.' })
  reason!: string | null;

  @Field(() => ID, { nullable: true, description: "The shop's number of the order it belongs to, if any." })
  orderId!: string | null;

  @Field(() => TransactionActor, { description: 'Who made it.' })
  actor!: TransactionActor;

  @Field(() => DateTime, { description: 'When it was made, by the clock of the server.' })
  createdAt!: number;

  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => Wallet, { description: 'The wallet it belongs to, as it is now.' })
  wallet?: Ref<Wallet>;
}
