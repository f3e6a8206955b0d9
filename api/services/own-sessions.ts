import type { Instant } from '../domain/calendar.ts';

/** A sign-in of somebody, as that person is shown it. */
export interface OwnSession {
  readonly id: string;
  readonly device: string | null;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant;
}

/** The sign-ins of an account, for whoever it belongs to. */
export interface OwnSessions {
  /** Those that are alive, the one used last first; at most 50. */
  aliveOf(accountId: string): Promise<readonly OwnSession[]>;
  /** Ends one of this account, and its access tokens at once. False when it has none such that lives. */
  end(accountId: string, sessionId: string): Promise<boolean>;
}

/** Where tokens come from an issuer elsewhere, that one knows who is signed in. */
export const noOwnSessions: OwnSessions = {
  aliveOf: async () => [],
  end: async () => false,
};
