import { Arg, Args, FieldResolver, ID, Int, Query, Resolver } from 'type-graphql';
import { Customer } from '../../schema/customer/customer.type.ts';
import { TierStanding } from '../../schema/tier/tier-standing.type.ts';
import { TransactionConnection } from '../../schema/transaction/transaction-connection.type.ts';
import { TransactionsArgs } from '../../schema/transaction/transactions.args.ts';
import { CreditLot } from '../../schema/wallet/credit-lot.type.ts';
import { ExpiringCredits } from '../../schema/wallet/expiring-credits.type.ts';
import { Wallet } from '../../schema/wallet/wallet.type.ts';

@Resolver(() => Wallet)
export class WalletResolver {
  @Query(() => Wallet, {
    nullable: true,
    description:
      "A customer's wallet; null when there is none. Staff and admins see every wallet, a customer only the own: any other is answered like one that does not exist.",
  })
  wallet(
    @Arg('customerId', () => ID, { description: 'The customer whose wallet it is.' }) customerId: string,
  ): Wallet | null {
    throw new Error(`pending ${customerId}`);
  }

  @FieldResolver()
  customer(): Customer {
    throw new Error('pending');
  }

  @FieldResolver()
  tier(): TierStanding {
    throw new Error('pending');
  }

  @FieldResolver()
  lots(): CreditLot[] {
    throw new Error('pending');
  }

  @FieldResolver()
  expiringCredits(
    @Arg('withinDays', () => Int, {
      defaultValue: 30,
      description:
        'How many days to look ahead, counted in midnights of the shop: 0 means today only, at most 3650.',
    })
    withinDays: number,
  ): ExpiringCredits {
    throw new Error(`pending ${withinDays}`);
  }

  @FieldResolver()
  transactions(@Args(() => TransactionsArgs) args: TransactionsArgs): TransactionConnection {
    throw new Error(`pending ${args.first}`);
  }
}
