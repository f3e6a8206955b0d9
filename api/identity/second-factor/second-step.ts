import type { Account, AccountStore } from '../../persistence/stores/account.store.ts';
import { deviceOfAccount, type Admission, type Grant, type Origin } from '../admission.ts';
import { networkOf } from '../network-of.ts';
import type { IdentityObserver } from '../observer.ts';
import type { Principal } from '../principal.ts';
import type { SignInAttempts } from '../sign-in-attempts.ts';
import type { Begun, Proof, SecondFactors } from './second-factors.ts';
import { TICKET_SECONDS, type Ticket, type TicketPurpose, type Tickets } from './tickets.ts';

export interface SecondStepParts {
  readonly accounts: AccountStore;
  readonly factors: SecondFactors;
  readonly tickets: Tickets;
  readonly attempts: SignInAttempts;
  readonly admission: Admission;
  readonly observer: IdentityObserver;
}

/** What the first step of a sign-in answers where it is not enough. */
export interface NextStep {
  readonly needs: TicketPurpose;
  readonly ticket: string;
  readonly expiresIn: number;
}

export type Refused =
  | { readonly problem: 'NOBODY' | 'TICKET_NOT_USABLE' | 'INVALID_CODE' | 'CODE_NEEDED' }
  | { readonly problem: 'NOTHING_BEGUN' | 'NO_FACTOR' | 'FACTOR_REQUIRED' }
  | { readonly problem: 'TOO_MANY_ATTEMPTS'; readonly retryAfterSeconds: number };

export interface FactorState {
  readonly isOn: boolean;
  readonly isRequired: boolean;
  readonly since: string | null;
  readonly recoveryCodesLeft: number;
}

/** Who asks: somebody who is signed in, or who has a ticket to set up what is missing for that. */
export interface Asker {
  readonly principal: Principal | null;
  readonly ticket: string | undefined;
}

/** The second step of signing in, and how its factor is set up and taken off again. */
export class SecondStep {
  readonly #parts: SecondStepParts;

  constructor(parts: SecondStepParts) {
    this.#parts = parts;
  }

  /** What is still missing after the password was right; null when nothing is. */
  async after(account: Account): Promise<NextStep | null> {
    const { factors, tickets } = this.#parts;
    const needs = account.secondFactor ? 'PROVE' : factors.isMissing(account) ? 'SET_UP' : null;
    if (needs === null) return null;
    const { id: accountId, sessionVersion } = account;
    const ticket = await tickets.issue({ accountId, sessionVersion }, needs);
    return { needs, ticket, expiresIn: TICKET_SECONDS[needs] };
  }

  /** Lets in whoever has the ticket of a right password and a code. */
  async enter(
    ticket: string,
    code: string,
    origin: Origin,
  ): Promise<{ readonly grant: Grant; readonly recoveryCodesLeft: number | null } | Refused> {
    const answer = await this.#answer(ticket, code, origin);
    const isTooMany = 'problem' in answer && answer.problem === 'TOO_MANY_ATTEMPTS';
    this.#parts.observer.signIn('grant' in answer ? 'GRANTED' : isTooMany ? 'TOO_MANY' : 'REFUSED');
    return answer;
  }

  /** How it stands with the factor of whoever asks. */
  async state(asker: Asker): Promise<FactorState | Refused> {
    const account = await this.#accountOf(asker);
    if (!account) return { problem: 'NOBODY' };
    const { secondFactor: factor } = account;
    return {
      isOn: factor !== null,
      isRequired: this.#parts.factors.isRequiredOf(account),
      since: factor && new Date(factor.since).toISOString(),
      recoveryCodesLeft: factor?.recoveryCodesLeft ?? 0,
    };
  }

  /** A fresh secret. Where there is a factor, only for whoever proves to have it. */
  async begin(asker: Asker, code: string | undefined, origin: Origin): Promise<Begun | Refused> {
    const account = await this.#accountOf(asker);
    if (!account) return nobody(asker);
    const proof = account.secondFactor ? await this.#prove(account, code, origin) : null;
    return proof !== null && typeof proof === 'object' ? proof : this.#parts.factors.begin(account);
  }

  /** Sets the factor up. Whoever came with a ticket is let in with it. */
  async confirm(
    asker: Asker,
    code: string,
    origin: Origin,
  ): Promise<{ readonly recoveryCodes: readonly string[]; readonly grant: Grant | null } | Refused> {
    const { factors, admission, observer } = this.#parts;
    const account = await this.#accountOf(asker);
    if (!account) return nobody(asker);
    const recoveryCodes = await factors.confirm(account, code, origin.requestId);
    if (typeof recoveryCodes === 'string') return { problem: recoveryCodes };
    if (asker.principal) return { recoveryCodes, grant: null };
    observer.signIn('GRANTED');
    return { recoveryCodes, grant: await admission.enter(account, origin) };
  }

  /** Takes the factor off, where none is required. */
  async remove(asker: Asker, code: string, origin: Origin): Promise<'DONE' | Refused> {
    const { factors } = this.#parts;
    const account = await this.#accountOf(asker);
    if (!account) return { problem: 'NOBODY' };
    if (!account.secondFactor) return { problem: 'NO_FACTOR' };
    if (factors.isRequiredOf(account)) return { problem: 'FACTOR_REQUIRED' };
    const proof = await this.#prove(account, code, origin);
    if (typeof proof === 'object') return proof;
    return (await factors.remove(account, origin.requestId)) ? 'DONE' : { problem: 'NO_FACTOR' };
  }

  async #answer(ticket: string, code: string, origin: Origin) {
    const given = await this.#parts.tickets.read(ticket, 'PROVE');
    const account = given && (await this.#openAccount(given));
    if (!account?.secondFactor) return { problem: 'TICKET_NOT_USABLE' } as const;
    const proof = await this.#prove(account, code, origin);
    if (typeof proof === 'object') return proof;
    const left = account.secondFactor.recoveryCodesLeft - 1;
    const grant = await this.#parts.admission.enter(account, origin);
    return { grant, recoveryCodesLeft: proof === 'RECOVERY_CODE' ? left : null };
  }

  /** By what the code proves the factor, or why it does not. Counted and slowed as passwords are, beside them. */
  async #prove(account: Account, code: string | undefined, origin: Origin): Promise<Proof | Refused> {
    const { attempts, factors } = this.#parts;
    if (code === undefined) return { problem: 'CODE_NEEDED' };
    const attempt = {
      door: `second step of ${account.id}`,
      network: networkOf(origin.address),
      device: deviceOfAccount(account, origin),
    };
    const retryAfterSeconds = attempts.begin(attempt);
    if (retryAfterSeconds !== null) return { problem: 'TOO_MANY_ATTEMPTS', retryAfterSeconds };
    const proof = await factors.prove(account, code, origin.requestId);
    if (proof === null) return { problem: 'INVALID_CODE' };
    attempts.succeeded(attempt);
    return proof;
  }

  /** The account of whoever asks, if it is one of the shop's people. A ticket is good only while there is no factor. */
  async #accountOf({ principal, ticket }: Asker): Promise<Account | null> {
    if (ticket !== undefined) {
      const given = await this.#parts.tickets.read(ticket, 'SET_UP');
      const account = given && (await this.#openAccount(given));
      return account && !account.secondFactor ? account : null;
    }
    if (!principal?.session || principal.sessionVersion === null) return null;
    const { subject, sessionVersion } = principal;
    return this.#openAccount({ accountId: subject, sessionVersion });
  }

  async #openAccount({ accountId, sessionVersion }: Ticket): Promise<Account | null> {
    const account = await this.#parts.accounts.byId(accountId);
    const isOpen = account && !account.isDisabled && account.sessionVersion === sessionVersion;
    return isOpen && account.role !== 'CUSTOMER' ? account : null;
  }
}

function nobody({ ticket }: Asker): Refused {
  return { problem: ticket === undefined ? 'NOBODY' : 'TICKET_NOT_USABLE' };
}
