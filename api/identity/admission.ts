import { actId, actOf } from '../domain/act.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Account, AccountStore } from '../persistence/stores/account.store.ts';
import type { ActStore } from '../persistence/stores/act.store.ts';
import { issueToken, type TokenTerms } from './issue-token.ts';
import { deviceCookieOf, knownDevice, newDeviceKey, newDeviceToken } from './known-device.ts';
import type { Principal, PrincipalRole } from './principal.ts';
import type { LiveSession, Sessions } from './sessions.ts';
import type { SigningKeys } from './signing-keys.ts';

/** From where somebody signs in. */
export interface Origin {
  readonly address: string;
  readonly requestId: string;
  /** In words such as `Chrome on Android`. */
  readonly device: string;
  /** What its cookie of this name holds. */
  readonly cookie: (name: string) => string | undefined;
}

/** What signing in and refreshing hand out: a short-lived token for the memory of a page, and a session for its cookie. */
export interface Grant {
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly account: { readonly id: string; readonly role: PrincipalRole; readonly name: string };
  readonly session: LiveSession;
  /** Whom the access token speaks for. */
  readonly principal: Principal;
  /** By which the account will know this device; null when it does already, and when a session is merely refreshed. */
  readonly device: { readonly cookie: string; readonly value: string } | null;
}

export interface AdmissionParts {
  readonly accounts: AccountStore;
  readonly sessions: Sessions;
  /** Where it is recorded that staff and admins signed in. */
  readonly acts: ActStore;
  readonly keys: SigningKeys;
  readonly terms: TokenTerms;
  readonly now: () => Instant;
  readonly newId: () => string;
}

/** Lets in whoever has proved, in one way or another, to be the owner of an account. */
export class Admission {
  readonly #parts: AdmissionParts;

  constructor(parts: AdmissionParts) {
    this.#parts = parts;
  }

  /** Begins a session, and makes the device known on which it begins. */
  async enter(account: Account, origin: Origin): Promise<Grant> {
    const { accounts, sessions, now } = this.#parts;
    // Before there is a session: who cannot be recorded does not get in.
    if (account.role !== 'CUSTOMER') await this.#record(account, origin);
    const session = await sessions.start(account.id, origin.device, now());
    const grant = await this.grant(account, session);
    if (deviceOfAccount(account, origin) !== null) return grant;
    const { text } = newDeviceToken(await accounts.deviceKeyOf(account.id, newDeviceKey()));
    return { ...grant, device: { cookie: deviceCookieOf(account.id), value: text } };
  }

  /** An access token for a session that lives. */
  async grant(account: Account, session: LiveSession): Promise<Grant> {
    const { keys, terms, now, newId } = this.#parts;
    const stamp = { now: now(), tokenId: newId() };
    const { id, role, name, sessionVersion } = account;
    const point = { id: session.sessionId, generation: session.generation };
    const expiresAt = stamp.now + terms.lifetimeSeconds * 1_000;
    return {
      accessToken: await issueToken(keys, terms, { id, role, name, sessionVersion, session: point }, stamp),
      expiresIn: terms.lifetimeSeconds,
      account: { id, role, name },
      session,
      principal: {
        ...{ subject: id, role, name, sessionVersion, session: point },
        ...{ tokenId: stamp.tokenId, expiresAt },
      },
      device: null,
    };
  }

  #record({ id, role }: Account, { device, requestId }: Origin): Promise<void> {
    const { acts, now, newId } = this.#parts;
    const actor = { id, role, channel: 'WEB' } as const;
    const subject = { kind: 'ACCOUNT', id } as const;
    const deed = { id: actId('signIn', newId()), at: now(), act: 'signIn', subject } as const;
    return acts.note([actOf({ actor, requestId }, { ...deed, after: [{ key: 'device', value: device }] })]);
  }
}

/** The device that this account knows; null for any other. */
export function deviceOfAccount(account: Account | null, { cookie }: Pick<Origin, 'cookie'>): string | null {
  return account && knownDevice(cookie(deviceCookieOf(account.id)), account.deviceKey);
}
