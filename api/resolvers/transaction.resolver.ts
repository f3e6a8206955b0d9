import { Arg, FieldResolver, ID, Query, Resolver } from 'type-graphql';
import { Transaction } from '../../schema/transaction/transaction.interface.ts';
import { Wallet } from '../../schema/wallet/wallet.type.ts';

@Resolver(() => Transaction)
export class TransactionResolver {
  @Query(() => Transaction, {
    nullable: true,
    description:
      'A transaction by its id; null when there is none. Staff and admins see every one, a customer only those of the own wallet: any other is answered like one that does not exist.',
  })
  transaction(
    @Arg('id', () => ID, { description: 'The `id` of the transaction.' }) id: string,
  ): Transaction | null {
    throw new Error(`pending ${id}`);
  }

  @FieldResolver()
  wallet(): Wallet {
    throw new Error('pending');
  }
}
