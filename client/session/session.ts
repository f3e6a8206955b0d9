import type {
  Account,
  AuthApi,
  Credentials,
  Grant,
  NextStep,
  SessionEnd,
  SignInProblem,
} from './auth-api.ts';

export type SignedOutReason = 'fresh' | 'left' | 'ended' | 'endedElsewhere' | 'reused' | 'unreachable';

export type SessionState =
  | { status: 'restoring' }
  | { status: 'signedOut'; reason: SignedOutReason }
  | { status: 'signedIn'; account: Account };

/** `replaced`: the browser is signed in, but as somebody else. */
export type Renewal = 'renewed' | 'replaced' | 'ended' | 'unreachable';

export interface Session {
  state(): SessionState;
  subscribe(listener: () => void): () => void;
  /** This account's, and null where anybody else is signed in: a request belongs to the person who made it. */
  accessToken(accountId: string): string | null;
  /** Whether this account is signed in, and no other window has signed out since. */
  isOf(accountId: string): boolean;
  /** Picks up where an earlier visit left off, if its cookie is still good. */
  restore(): Promise<void>;
  /** Null when it worked. */
  signIn(credentials: Credentials): Promise<SignInProblem | NextStep | null>;
  /** What another way of signing in handed out. */
  enter(grant: Grant): void;
  /** Replaces a token of this account that the server no longer takes. Calls that come together share one request. */
  renew(accountId: string, refusedToken: string | null): Promise<Renewal>;
  /** Here at once, and at the shop as soon as it can be told. */
  signOut(): Promise<void>;
  /** Tells the shop what it could not be told when somebody signed out here. */
  finishSignOut(): Promise<void>;
  /** Also on every other device. False when the shop did not confirm it; then nobody has left. */
  signOutEverywhere(): Promise<boolean>;
  /** Another window of this browser signed this account in, or out when null. All windows share one cookie, so this one goes along. */
  follow(accountId: string | null): void;
}

const REASONS: Record<SessionEnd, SignedOutReason> = {
  NO_SESSION: 'ended',
  SESSION_ENDED: 'endedElsewhere',
  SESSION_REUSED: 'reused',
};
/** The shop asks for patience when many tabs come back at once. Beyond this it counts as out of reach. */
const MOST_WAITS = 3;
const LONGEST_WAIT_SECONDS = 60;

/**
 * Under this name stands the id of the account that is signed in here: it saves a first visitor a request that must fail, and
 * tells the browser's other windows.
 */
export const SIGNED_IN_KEY = 'early-bird.signed-in';

/** Somebody signed out here and the shop does not know: its session would go on for whoever uses this browser next. */
const SIGN_OUT_OWED_KEY = 'early-bird.sign-out-owed';

/** Who is signed in. The access token lives in this closure and nowhere else. */
export function createSession(
  auth: AuthApi,
  storage: Storage | null,
  pause: (milliseconds: number) => Promise<void> = sleep,
): Session {
  let current: SessionState = { status: 'restoring' };
  let token: string | null = null;
  let renewal: Promise<Renewal> | null = null;
  let because: SignedOutReason = 'ended';
  const listeners = new Set<() => void>();

  function become(next: SessionState): void {
    current = next;
    for (const listener of listeners) listener();
  }

  function enter(grant: Grant): void {
    token = grant.accessToken;
    remember(storage, SIGNED_IN_KEY, grant.account.id);
    // The cookie is another one now.
    remember(storage, SIGN_OUT_OWED_KEY, null);
    // The same account keeps its state object, so that a renewed token redraws nothing.
    const same = current.status === 'signedIn' && current.account.id === grant.account.id;
    if (!same) become({ status: 'signedIn', account: grant.account });
  }

  function leave(reason: SignedOutReason): void {
    token = null;
    if (reason !== 'unreachable') remember(storage, SIGNED_IN_KEY, null);
    become({ status: 'signedOut', reason });
  }

  function isHere(accountId: string): boolean {
    return current.status === 'signedIn' && current.account.id === accountId;
  }

  async function refresh(waits = 0): Promise<Renewal> {
    const answer = await auth.refresh();
    if ('grant' in answer) {
      enter(answer.grant);
      return 'renewed';
    }
    const { problem } = answer;
    if (problem.code === 'WAIT' && waits < MOST_WAITS) {
      await pause(Math.min(problem.seconds, LONGEST_WAIT_SECONDS) * 1_000);
      return refresh(waits + 1);
    }
    if (problem.code !== 'ENDED') return 'unreachable';
    because = REASONS[problem.because];
    return 'ended';
  }

  /** However many ask, and for whatever reason, one request is under way. */
  function refreshOnce(): Promise<Renewal> {
    return (renewal ??= refresh().finally(() => (renewal = null)));
  }

  /** One request under way, so that whoever signs in next can wait for it: its answer takes the cookie away. */
  let farewell: Promise<void> | null = null;
  function finishSignOut(): Promise<void> {
    if (!storage?.getItem(SIGN_OUT_OWED_KEY)) return Promise.resolve();
    return (farewell ??= auth
      .signOut()
      .then((isDone) => {
        if (isDone) remember(storage, SIGN_OUT_OWED_KEY, null);
      })
      .finally(() => (farewell = null)));
  }

  async function restore(): Promise<void> {
    void finishSignOut();
    if (!mayBeKnown(storage)) return leave('fresh');
    const outcome = await refreshOnce();
    if (outcome === 'unreachable') leave('unreachable');
    // That a visit is over after two weeks needs no telling; what somebody else did does.
    if (outcome === 'ended') leave(because === 'ended' ? 'fresh' : because);
  }

  return {
    state: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    accessToken: (accountId) => (isHere(accountId) ? token : null),
    isOf: (accountId) => isHere(accountId) && mayBeKnown(storage),
    restore,
    async signIn(credentials) {
      await finishSignOut();
      const answer = await auth.signIn(credentials);
      if ('problem' in answer) return answer.problem;
      enter(answer.grant);
      return null;
    },
    enter,
    async renew(accountId, refusedToken) {
      const isNewer = token !== null && token !== refusedToken;
      const outcome = isNewer ? 'renewed' : await refreshOnce();
      if (outcome === 'ended' && current.status === 'signedIn') leave(because);
      return outcome === 'renewed' && !isHere(accountId) ? 'replaced' : outcome;
    },
    async signOut() {
      if (!(await auth.signOut())) remember(storage, SIGN_OUT_OWED_KEY, 'yes');
      leave('left');
    },
    finishSignOut,
    async signOutEverywhere() {
      const ended = await auth.signOutEverywhere();
      if (ended) leave('left');
      return ended;
    },
    follow(accountId) {
      if (accountId === null) {
        if (current.status !== 'signedOut') leave('left');
      } else if (!isHere(accountId)) {
        token = null;
        become({ status: 'restoring' });
        void restore();
      }
    },
  };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function mayBeKnown(storage: Storage | null): boolean {
  return storage === null || storage.getItem(SIGNED_IN_KEY) !== null;
}

function remember(storage: Storage | null, name: string, value: string | null): void {
  try {
    if (value === null) storage?.removeItem(name);
    else storage?.setItem(name, value);
  } catch {
    // Without storage the next visit asks the server, and other windows notice when they ask it.
  }
}
