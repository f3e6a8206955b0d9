import type { Instant } from '../domain/calendar.ts';

export const ROLES = ['CUSTOMER', 'STAFF', 'ADMIN'] as const;
export type PrincipalRole = (typeof ROLES)[number];

/** A moment in the life of a session: how often its refresh token had been replaced. */
export interface SessionPoint {
  readonly id: string;
  readonly generation: number;
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
}
