import { actId, actOf, type Act, type ActName } from '../../domain/act.ts';
import type { Instant } from '../../domain/calendar.ts';
import { changeWithAct } from '../../persistence/change-with-act.ts';
import type { Database } from '../../persistence/connection.ts';
import type { Account } from '../../persistence/stores/account.store.ts';
import { SecondFactorStore } from '../../persistence/stores/second-factor.store.ts';
import type { Seals } from '../../secrets/seals.ts';
import { hashRecoveryCode, newRecoveryCodes, readRecoveryCode } from './recovery-codes.ts';
import { newTotpSecret, stepOfCode, totpAddress } from './totp.ts';

export interface SecondFactorsParts {
  readonly database: Database;
  readonly seals: Seals;
  /** Whether staff and admins must have one. */
  readonly isRequired: boolean;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly onProblem: (error: unknown) => void;
}

/** A secret to take over into an authenticator app, as text and as what its QR code holds. */
export interface Begun {
  readonly secret: string;
  readonly uri: string;
  readonly expiresIn: number;
}

export type Proof = 'APP' | 'RECOVERY_CODE';

/** How long a factor may take to be set up. */
const SET_UP_SECONDS = 900;
const APP_CODE = /^\d{6}$/;
/** By what an app calls the account. */
const ISSUER = 'Early Bird Wallet';

/**
 * The second factors of staff and admins: codes of an authenticator app, and recovery codes for the day on which it is gone. Each
 * code is good once, and every change of a factor is an act.
 */
export class SecondFactors {
  readonly #parts: SecondFactorsParts;
  readonly #store: SecondFactorStore;

  constructor(parts: SecondFactorsParts) {
    this.#parts = parts;
    this.#store = new SecondFactorStore(parts.database);
  }

  /** Whether this account may sign in only once it has one. The people of a demo, whose passwords anyone can read, need none. */
  isMissing({ role, madeFor, secondFactor }: Account): boolean {
    return this.isRequiredOf({ role, madeFor }) && secondFactor === null;
  }

  isRequiredOf({ role, madeFor }: Pick<Account, 'role' | 'madeFor'>): boolean {
    return this.#parts.isRequired && role !== 'CUSTOMER' && madeFor !== 'DEMO';
  }

  /** A fresh secret. It changes nothing before it is confirmed; an earlier one that was not is forgotten. */
  async begin({ id, email }: Account): Promise<Begun> {
    const { seals, now } = this.#parts;
    const secret = newTotpSecret();
    await this.#store.begin(id, seals.seal(secret, aboutFactor(id)), now() + SET_UP_SECONDS * 1_000);
    const uri = totpAddress(secret, { issuer: ISSUER, label: email });
    return { secret, uri, expiresIn: SET_UP_SECONDS };
  }

  /** Makes the secret that was begun the factor of the account, and answers its recovery codes: now and never again. */
  async confirm(
    account: Account,
    code: string,
    requestId: string,
  ): Promise<readonly string[] | 'NOTHING_BEGUN' | 'INVALID_CODE'> {
    const { database, now } = this.#parts;
    const { id, pendingFactor: pending } = account;
    if (!pending || pending.expiresAt <= now()) return 'NOTHING_BEGUN';
    const lastStep = this.#stepOf(code, pending.sealedSecret, id);
    if (lastStep === null) return 'INVALID_CODE';
    const codes = newRecoveryCodes();
    const recoveryHashes = codes.map((text) => hashRecoveryCode(text, id));
    const factor = { sealedSecret: pending.sealedSecret, since: now(), lastStep, recoveryHashes };
    const act = this.#actOf(account, 'enrolFactor', requestId);
    const isDone = await changeWithAct(database, act, (session) => this.#store.confirm(id, factor, session));
    return isDone ? codes : 'NOTHING_BEGUN';
  }

  /** Whether the code is one of the account's factor that was not used before; then it is used up. Null when it is not. */
  async prove(account: Account, code: string, requestId: string): Promise<Proof | null> {
    const { secondFactor: factor, id } = account;
    const typed = code.replace(/\s/g, '');
    if (!factor) return null;
    if (APP_CODE.test(typed)) {
      const step = this.#stepOf(typed, factor.sealedSecret, id);
      const isGood = step !== null && (await this.#store.useStep(id, factor.sealedSecret, step));
      return isGood ? 'APP' : null;
    }
    if (readRecoveryCode(typed) === null) return null;
    const hash = hashRecoveryCode(typed, id);
    const act = this.#actOf(account, 'useRecoveryCode', requestId);
    const use = changeWithAct(this.#parts.database, act, (session) =>
      this.#store.useRecoveryCode(id, hash, session),
    );
    return (await use) ? 'RECOVERY_CODE' : null;
  }

  /** Switches the second step off. False when there was none. */
  remove(account: Account, requestId: string): Promise<boolean> {
    const act = this.#actOf(account, 'removeFactor', requestId);
    return changeWithAct(this.#parts.database, act, (session) => this.#store.remove(account.id, session));
  }

  /** A secret that cannot be opened proves nothing; whoever runs the server is told, and recovery codes still work. */
  #stepOf(code: string, sealedSecret: string, accountId: string): number | null {
    try {
      const secret = this.#parts.seals.open(sealedSecret, aboutFactor(accountId));
      return stepOfCode(code, secret, this.#parts.now());
    } catch (error) {
      this.#parts.onProblem(error);
      return null;
    }
  }

  #actOf({ id, role }: Account, act: ActName, requestId: string): Act {
    const { now, newId } = this.#parts;
    const actor = { id, role, channel: 'WEB' } as const;
    const subject = { kind: 'ACCOUNT', id } as const;
    return actOf({ actor, requestId }, { id: actId(act, newId()), at: now(), act, subject });
  }
}

function aboutFactor(accountId: string): string {
  return `second factor of ${accountId}`;
}
