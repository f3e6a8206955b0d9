import type { NonEmptyArray } from 'type-graphql';
import { AddCreditsResolver } from './add-credits.resolver.ts';
import { CreateWalletResolver } from './create-wallet.resolver.ts';
import { CreditLotResolver } from './credit-lot.resolver.ts';
import { CreditTransactionResolver } from './credit-transaction.resolver.ts';
import { CustomerResolver } from './customer.resolver.ts';
import { DebitTransactionResolver } from './debit-transaction.resolver.ts';
import { DeductCreditsResolver } from './deduct-credits.resolver.ts';
import { DrawResolver } from './draw.resolver.ts';
import { ExpiryTransactionResolver } from './expiry-transaction.resolver.ts';
import { RefundCreditsResolver } from './refund-credits.resolver.ts';
import { RefundTransactionResolver } from './refund-transaction.resolver.ts';
import { ReversalTransactionResolver } from './reversal-transaction.resolver.ts';
import { SaveCustomerResolver } from './save-customer.resolver.ts';
import { SetWalletStatusResolver } from './set-wallet-status.resolver.ts';
import { TierResolver } from './tier.resolver.ts';
import { TransactionResolver } from './transaction.resolver.ts';
import { ViewerResolver } from './viewer.resolver.ts';
import { WalletPolicyResolver } from './wallet-policy.resolver.ts';
import { WalletResolver } from './wallet.resolver.ts';

/** Every operation that the API has; a new one is added here. */
export const resolverClasses: NonEmptyArray<new () => object> = [
  AddCreditsResolver,
  CreateWalletResolver,
  CreditLotResolver,
  CreditTransactionResolver,
  CustomerResolver,
  DebitTransactionResolver,
  DeductCreditsResolver,
  DrawResolver,
  ExpiryTransactionResolver,
  RefundCreditsResolver,
  RefundTransactionResolver,
  ReversalTransactionResolver,
  SaveCustomerResolver,
  SetWalletStatusResolver,
  TierResolver,
  TransactionResolver,
  ViewerResolver,
  WalletPolicyResolver,
  WalletResolver,
];
