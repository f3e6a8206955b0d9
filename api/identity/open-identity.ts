import type { Instant } from '../domain/calendar.ts';
import type { Outbox } from '../mail/mail.ts';
import type { Database } from '../persistence/connection.ts';
import { AccountStore } from '../persistence/stores/account.store.ts';
import { ActStore } from '../persistence/stores/act.store.ts';
import { CustomerStore } from '../persistence/stores/customer.store.ts';
import { SessionStore } from '../persistence/stores/session.store.ts';
import { SignInCodeStore } from '../persistence/stores/sign-in-code.store.ts';
import { saveDemoAccounts } from './demo-accounts.ts';
import { Admission } from './admission.ts';
import { EmailCodes, type EmailCodeTerms } from './email-code/email-codes.ts';
import { EndedSessions } from './ended-sessions.ts';
import type { IdentityObserver } from './observer.ts';
import { recordingSignIns } from './recorded-sign-ins.ts';
import { Sessions } from './sessions.ts';
import { SignIn } from './sign-in.ts';
import { PasswordLinks } from './password-links.ts';
import { PasswordWork } from './password-work.ts';
import type { Seals } from '../secrets/seals.ts';
import { PayTokens } from './pay-tokens.ts';
import { SecondFactors } from './second-factor/second-factors.ts';
import { SecondStep } from './second-factor/second-step.ts';
import { Tickets } from './second-factor/tickets.ts';
import { SignInAttempts } from './sign-in-attempts.ts';
import { openSigningKeys } from './signing-keys.ts';
import {
  externalTokenVerifier,
  ownTokenVerifier,
  type ExternalIssuer,
  type TokenVerifier,
} from './verify-token.ts';
import { Views } from './views.ts';

export interface IdentitySettings {
  readonly issuer: string;
  readonly audience: string;
  readonly external: ExternalIssuer | null;
  readonly accessTokenSeconds: number;
  readonly viewAsSeconds: number;
  readonly payLinkSeconds: number;
  readonly sessionHours: number;
  readonly refreshGraceSeconds: number;
  readonly signInAttempts: number;
  readonly signInWindowSeconds: number;
  readonly signInsAtOnce: number;
  readonly signInsWaiting: number;
  readonly isSecondFactorRequired: boolean;
  readonly emailCode: EmailCodeTerms & { readonly isOn: boolean };
}

export interface IdentityParts {
  readonly settings: IdentitySettings;
  readonly database: Database;
  readonly dataDirectory: string;
  readonly isProduction: boolean;
  readonly isDemo: boolean;
  /** Where mails are left; null where none can be sent. */
  readonly outbox: Outbox | null;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly seals: Seals;
  readonly observer: IdentityObserver;
  readonly onProblem: (error: unknown) => void;
}

export interface Identity {
  readonly verifier: TokenVerifier;
  /** The built-in sign-in; null when tokens come from an external issuer. */
  readonly doors: Doors | null;
  stop(): void;
}

/** The ways into an account of our own. */
export interface Doors {
  readonly signIn: SignIn;
  readonly secondStep: SecondStep;
  /** Null where customers do not sign in by e-mail. */
  readonly emailCodes: EmailCodes | null;
  readonly views: Views;
  readonly payTokens: PayTokens;
}

/** Who is who: by the tokens of an external issuer, or by accounts and keys of our own. */
export async function openIdentity(parts: IdentityParts): Promise<Identity> {
  const { settings, database, now, newId, observer, onProblem } = parts;
  const { issuer, audience, external } = settings;
  if (external) {
    const elsewhere = externalTokenVerifier(external, { issuer, audience, now });
    const verifier = recordingSignIns(elsewhere, { issuer, acts: new ActStore(database), now });
    return { verifier, doors: null, stop: () => {} };
  }
  const { isProduction, dataDirectory, seals } = parts;
  const keyOptions = { directory: dataDirectory, isProduction, now };
  const keys = await openSigningKeys(keyOptions);
  const accounts = new AccountStore(database);
  if (parts.isDemo) await saveDemoAccounts(accounts, now());
  const stored = new SessionStore(database);
  const ended = new EndedSessions(accounts, stored, now);
  await ended.look();
  ended.watch(onProblem);
  const { sessionHours, refreshGraceSeconds: graceSeconds } = settings;
  const sessions = new Sessions(stored, { sessionHours, graceSeconds });
  const attemptTerms = { attempts: settings.signInAttempts, windowSeconds: settings.signInWindowSeconds };
  const attempts = new SignInAttempts(attemptTerms, now);
  const terms = { issuer, audience, lifetimeSeconds: settings.accessTokenSeconds };
  const acts = new ActStore(database);
  const views = new Views({
    ...{ customers: new CustomerStore(database), acts, keys, now, newId },
    terms: { ...terms, lifetimeSeconds: settings.viewAsSeconds },
  });
  const payTokens = new PayTokens({
    ...{ keys, now, newId },
    terms: { ...terms, lifetimeSeconds: settings.payLinkSeconds },
  });
  const admission = new Admission({ accounts, sessions, acts, keys, terms, now, newId });
  const isRequired = settings.isSecondFactorRequired;
  const factors = new SecondFactors({ database, seals, isRequired, now, newId, onProblem });
  const tickets = new Tickets(keys, issuer, now);
  const secondStep = new SecondStep({ accounts, factors, tickets, attempts, admission, observer });
  const signIn = new SignIn({
    links: new PasswordLinks(accounts, now),
    work: new PasswordWork({ atOnce: settings.signInsAtOnce, waiting: settings.signInsWaiting }),
    ...{ accounts, sessions, attempts, admission, secondStep, ended, now, observer, onProblem },
  });
  const { outbox } = parts;
  const { isOn, ...codeTerms } = settings.emailCode;
  const emailCodes =
    outbox && isOn
      ? new EmailCodes({
          ...{ accounts, codes: new SignInCodeStore(database), terms: codeTerms, outbox, seals },
          ...{ asks: new SignInAttempts(attemptTerms, now), attempts, admission, now, observer },
        })
      : null;
  const verifier = ownTokenVerifier(keys, {
    ...{ issuer, audience, now },
    isEnded: ended.isEnded,
    onFirstUse: signIn.arrived,
  });
  return { verifier, doors: { signIn, secondStep, emailCodes, views, payTokens }, stop: () => ended.stop() };
}
