import type { Instant } from '../calendar.ts';
import type { Paise } from '../money.ts';
import type {
  CreditEntry,
  CreditOrigin,
  DebitEntry,
  Entry,
  ExpiryEntry,
  RefundEntry,
  ReversalEntry,
  ShownReason,
} from './entries.ts';
import type { HoldPurpose } from './holds.ts';
import type { CreditSource } from './lots.ts';
import type { WalletStatus } from './wallet.ts';
import type { SettleCommand } from './settlement.ts';

/** What can be asked of a wallet. Amounts are in paise. */
export type WalletCommand =
  | OpenCommand
  | CreditCommand
  | DebitCommand
  | RefundCommand
  | ReverseCommand
  | ExtendCommand
  | SettleCommand
  | PurchaseCommand
  | PlaceHoldCommand
  | HoldCreditCommand
  | CaptureHoldCommand
  | ReleaseHoldCommand
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
  /** What the draws must be; left out, they are whatever they are now. */
  readonly quote?: Quote;
}

/** The preview on which somebody decided (product rule 17). */
export interface Quote {
  /** The seq of the wallet in that preview, once what was due then is booked. */
  readonly seq: number;
  /** The entries of the journal that came after it, oldest first; where some are missing, it is taken as changed. */
  readonly since: readonly Entry[];
}

/** Sets credits aside for an order. */
export interface PlaceHoldCommand {
  readonly kind: 'PLACE_HOLD';
  readonly amount: Paise;
  readonly orderId: string;
  /** When it is to end by itself; null leaves that to the policy. */
  readonly expiresAt: Instant | null;
  readonly reason: string | null;
  readonly quote?: Quote;
}

/** Sets aside what is left of one credit, because the payment behind it is disputed or is to be given back (product rule 24). */
export interface HoldCreditCommand {
  readonly kind: 'HOLD_CREDIT';
  readonly credit: CreditEntry;
  readonly purpose: 'DISPUTE' | 'REFUND_TO_SOURCE';
  /** In paise; of a dispute, as much of it as is left. Null holds all that is left. */
  readonly amount: Paise | null;
  readonly reason: string;
}

/** Which hold is to be ended, and what is known of it where it is no longer open. */
interface NamedHold {
  readonly holdId: string;
  /** What it must be for; left out, an order: what waits for the payment provider is ended by nobody else. */
  readonly purpose?: HoldPurpose;
  /** The entries of that hold: its placing, what was captured, and its release. Only needed where it is not open. */
  readonly entries: readonly Entry[];
}

/** Spends what a hold keeps, or a part of it. */
export interface CaptureHoldCommand extends NamedHold {
  readonly kind: 'CAPTURE_HOLD';
  /** Null captures all that it still keeps. */
  readonly amount: Paise | null;
  /** Whether the rest is given back, and not kept for another capture. */
  readonly isFinal: boolean;
  readonly reason: string | null;
}

/** Gives back all that a hold still keeps. */
export interface ReleaseHoldCommand extends NamedHold {
  readonly kind: 'RELEASE_HOLD';
  readonly reason: string;
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
  /** The hold that kept credits for this very claim: they are taken first, and what it still keeps is given back. */
  readonly holdId?: string;
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
