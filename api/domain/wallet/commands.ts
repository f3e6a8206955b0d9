import type { Instant } from '../calendar.ts';
import type { Paise } from '../money.ts';
import type {
  CreditEntry,
  CreditOrigin,
  DebitEntry,
  ExpiryEntry,
  RefundEntry,
  ReversalEntry,
  ShownReason,
} from './entries.ts';
import type { CreditSource } from './lots.ts';
import type { WalletStatus } from './wallet.ts';

/** What can be asked of a wallet. Amounts are in paise. */
export type WalletCommand =
  | OpenCommand
  | CreditCommand
  | DebitCommand
  | RefundCommand
  | ReverseCommand
  | ExtendCommand
  | PurchaseCommand
  | ExpireCommand
  | SetStatusCommand;

export interface OpenCommand {
  readonly kind: 'OPEN';
  readonly referralCode: string;
  readonly shortCode?: string;
}

export interface CreditCommand {
  readonly kind: 'CREDIT';
  readonly amount: Paise;
  readonly source: CreditSource;
  readonly reason: string;
  /** A moment on the last day of the credit; null leaves its lifetime to the tier (product rule 6). */
  readonly expiresOn: Instant | null;
  readonly orderId: string | null;
  readonly origin?: CreditOrigin;
}

export interface DebitCommand {
  readonly kind: 'DEBIT';
  readonly amount: Paise;
  readonly orderId: string;
  readonly reason: string | null;
}

export interface RefundCommand {
  readonly kind: 'REFUND';
  readonly debit: DebitEntry;
  /** Every refund of that debit so far. */
  readonly earlier: readonly RefundEntry[];
  /** Null gives back all that is left to refund. */
  readonly amount: Paise | null;
  readonly reason: string;
}

export interface ReverseCommand {
  readonly kind: 'REVERSE';
  readonly credit: CreditEntry;
  /** Every reversal of that credit so far. */
  readonly earlier: readonly ReversalEntry[];
  readonly reason: string;
  /** Left out, all that remains of the credit is taken. */
  readonly claim?: ProviderClaim;
}

/** What the provider took from us of the payment behind a credit (product rule 24). */
export interface ProviderClaim {
  readonly amount: Paise;
  /** Every expiry of that credit so far: what had expired was not spent, and nobody owes it. */
  readonly expiries: readonly Pick<ExpiryEntry, 'amount'>[];
}

export interface ExtendCommand {
  readonly kind: 'EXTEND';
  readonly credit: CreditEntry;
  /** A moment on the new last day. */
  readonly expiresOn: Instant;
  readonly reason: string;
}

/** Notes an order that the shop reported; leaves no entry when all of it was paid with credits. */
export interface PurchaseCommand {
  readonly kind: 'PURCHASE';
  readonly orderId: string;
  /** What the whole order came to. */
  readonly total: Paise;
  /** Every debit for that order so far. */
  readonly debits: readonly Pick<DebitEntry, 'amount'>[];
}

/** Books what is due and does nothing else. */
export interface ExpireCommand {
  readonly kind: 'EXPIRE';
}

export interface SetStatusCommand {
  readonly kind: 'SET_STATUS';
  readonly status: WalletStatus;
  readonly reason: string;
  /** Left out, the customer reads neutral words. */
  readonly shownReason?: ShownReason;
}
