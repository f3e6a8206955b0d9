import type { Instant } from '../domain/calendar.ts';
import type { Database } from '../persistence/connection.ts';
import { AccountStore } from '../persistence/stores/account.store.ts';
import { ActStore } from '../persistence/stores/act.store.ts';
import { SessionStore } from '../persistence/stores/session.store.ts';
import { saveDemoAccounts } from './demo-accounts.ts';
import { Accounts } from './accounts.ts';
import { EndedSessions } from './ended-sessions.ts';
import type { IdentityObserver } from './observer.ts';
import { Sessions } from './sessions.ts';
import { SignIn } from './sign-in.ts';
import { PasswordWork } from './password-work.ts';
import { SignInAttempts } from './sign-in-attempts.ts';
import { openSigningKeys } from './signing-keys.ts';
import {
  externalTokenVerifier,
  ownTokenVerifier,
  type ExternalIssuer,
  type TokenVerifier,
} from './verify-token.ts';

export interface IdentitySettings {
  readonly issuer: string;
  readonly audience: string;
  readonly external: ExternalIssuer | null;
  readonly accessTokenSeconds: number;
  readonly sessionHours: number;
  readonly refreshGraceSeconds: number;
  readonly signInAttempts: number;
  readonly signInWindowSeconds: number;
  readonly signInsAtOnce: number;
  readonly signInsWaiting: number;
}

export interface IdentityParts {
  readonly settings: IdentitySettings;
  readonly database: Database;
  readonly dataDirectory: string;
  readonly isProduction: boolean;
  readonly isDemo: boolean;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly observer: IdentityObserver;
  readonly onProblem: (error: unknown) => void;
}

export interface Identity {
  readonly verifier: TokenVerifier;
  /** The built-in sign-in; null when tokens come from an external issuer. */
  readonly signIn: SignIn | null;
  stop(): void;
}

/** Who is who: by the tokens of an external issuer, or by accounts and keys of our own. */
export async function openIdentity(parts: IdentityParts): Promise<Identity> {
  const { settings, database, now, newId, observer, onProblem } = parts;
  const { issuer, audience, external } = settings;
  if (external) {
    const verifier = externalTokenVerifier(external, { issuer, audience, now });
    return { verifier, signIn: null, stop: () => {} };
  }
  const { isProduction, dataDirectory } = parts;
  const keys = await openSigningKeys({ directory: dataDirectory, isProduction, now });
  const accounts = new AccountStore(database);
  if (parts.isDemo) await saveDemoAccounts(accounts, now());
  const stored = new SessionStore(database);
  const ended = new EndedSessions(accounts, stored, now);
  await ended.look();
  ended.watch(onProblem);
  const signIn = new SignIn({
    accounts,
    links: new Accounts({ accounts, sessions: stored, now }),
    acts: new ActStore(database),
    sessions: new Sessions(stored, {
      sessionHours: settings.sessionHours,
      graceSeconds: settings.refreshGraceSeconds,
    }),
    attempts: new SignInAttempts(
      { attempts: settings.signInAttempts, windowSeconds: settings.signInWindowSeconds },
      now,
    ),
    work: new PasswordWork({ atOnce: settings.signInsAtOnce, waiting: settings.signInsWaiting }),
    ended,
    keys,
    terms: { issuer, audience, lifetimeSeconds: settings.accessTokenSeconds },
    ...{ now, newId, observer, onProblem },
  });
  const verifier = ownTokenVerifier(keys, {
    ...{ issuer, audience, now },
    isEnded: ended.isEnded,
    onFirstUse: signIn.arrived,
  });
  return { verifier, signIn, stop: () => ended.stop() };
}
