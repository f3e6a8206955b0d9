import type { Instant } from '../domain/calendar.ts';

/** What the provider can be asked. */
export type ProviderOperation = 'open' | 'lookUp' | 'withdraw' | 'refund' | 'findRefund' | 'refundsSince';

/** What may become of a notification. It is RECEIVED or KNOWN or FORGED at the door, and something else afterwards. */
export type NotificationOutcome =
  'RECEIVED' | 'KNOWN' | 'FORGED' | 'APPLIED' | 'NO_CHANGE' | 'REVIEW' | 'IGNORED' | 'WAITS' | 'FAILED';

/** Why a call came to nothing: no answer at all or in time, a refusal, or an answer that cannot be believed. */
export type CallProblem = 'unreachable' | 'timeout' | 'refused' | 'unbelievable';

/** A call of the provider that has ended. */
export interface ProviderCall {
  readonly operation: ProviderOperation;
  readonly outcome: 'answered' | CallProblem;
  readonly milliseconds: number;
  /** What went wrong, where something did. */
  readonly error?: unknown;
}

/** Is told how it goes with payments. */
export interface PaymentObserver {
  notification(outcome: NotificationOutcome): void;
  call(call: ProviderCall): void;
}

/** How it goes with the provider, as far as one process knows since it started. */
export interface ProviderHealth {
  /** Null before the first answer. */
  readonly lastAnswerAt: Instant | null;
  readonly lastFailureAt: Instant | null;
  /** What went wrong last, in words for operators; null while nothing has. */
  readonly lastFailure: string | null;
  /** How many calls have failed since the last answer. */
  readonly failuresInARow: number;
}

/** Of a provider that nobody has asked yet. */
export const unknownHealth: ProviderHealth = {
  lastAnswerAt: null,
  lastFailureAt: null,
  lastFailure: null,
  failuresInARow: 0,
};

/** One lost answer happens to everybody; from so many in a row on the provider counts as not working. */
const FAILING_FROM = 3;

/** Whether the provider answers, as far as is known. */
export function isWorking({ failuresInARow }: ProviderHealth): boolean {
  return failuresInARow < FAILING_FROM;
}
