import type { Instant } from '../domain/calendar.ts';

export const ROLES = ['CUSTOMER', 'STAFF', 'ADMIN'] as const;
export type PrincipalRole = (typeof ROLES)[number];

/** A moment in the life of a session: how often its refresh token had been replaced. */
export interface SessionPoint {
  readonly id: string;
  readonly generation: number;
}

/** Somebody of the shop who looks at what a customer sees. */
export interface Looker {
  readonly id: string;
  readonly role: 'STAFF' | 'ADMIN';
}

/** Whoever a verified token speaks for. Nothing else a request says about its caller is believed. */
export interface Principal {
  /** The customer's id for customers, the account's id for staff and admins. */
  readonly subject: string;
  readonly role: PrincipalRole;
  readonly name: string;
  readonly tokenId: string;
  readonly expiresAt: Instant;
  /** Under which version of the account's sessions the token was issued; null when no account stands behind it. */
  readonly sessionVersion: number | null;
  /** The sign-in the token was handed out in, and with which of its refresh tokens; null when none stands behind it. */
  readonly session: SessionPoint | null;
  /** Who looks as this customer, and may do no more than look. The session and its version are theirs then. Left out otherwise. */
  readonly viewedBy?: Looker;
  /** The checkout for which they came by its link: they may look at it and pay it, and nothing else. Left out otherwise. */
  readonly paysFor?: string;
}

/** Whose requests they are: whoever looks as a customer uses up the own allowance, not the customer's. */
export function askerOf({ subject, viewedBy }: Principal): string {
  return viewedBy?.id ?? subject;
}
