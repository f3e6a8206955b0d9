export type Role = 'CUSTOMER' | 'STAFF' | 'ADMIN';

export interface Account {
  id: string;
  role: Role;
  name: string;
}

export interface Credentials {
  email: string;
  password: string;
}

/** What signing in and refreshing hand out: a short-lived token for the memory of this page, and whose it is. */
export interface Grant {
  accessToken: string;
  account: Account;
}

export type SignInProblem =
  | { code: 'INVALID_CREDENTIALS' }
  | { code: 'TOO_MANY_ATTEMPTS'; retryAfterSeconds: number }
  | { code: 'UNREACHABLE' }
  | { code: 'UNEXPECTED' };

/** The password was right and is not enough: a code is asked for, or a second step has to be set up first. */
export interface NextStep {
  code: 'SECOND_FACTOR_REQUIRED' | 'SECOND_FACTOR_SETUP_REQUIRED';
  ticket: string;
}

export type SignInAnswer = { grant: Grant } | { problem: SignInProblem | NextStep };
/** Why a session is over: it ran out or was left, was ended from another device, or an old copy of it was used again. */
export type SessionEnd = 'NO_SESSION' | 'SESSION_ENDED' | 'SESSION_REUSED';

export type RefreshProblem =
  { code: 'ENDED'; because: SessionEnd } | { code: 'WAIT'; seconds: number } | { code: 'UNREACHABLE' };

export type RefreshAnswer = { grant: Grant } | { problem: RefreshProblem };

/** TOO_MANY: the shop did not look at it. UNKNOWN: what became of it was not told, so the password may be set. */
export type PasswordProblem = 'LINK_NOT_USABLE' | 'TOO_MANY' | 'UNKNOWN';

export interface AuthApi {
  /** Null when the account behind the link has this password now. */
  choosePassword(link: string, password: string): Promise<PasswordProblem | null>;
  signIn(credentials: Credentials): Promise<SignInAnswer>;
  refresh(): Promise<RefreshAnswer>;
  /** False when the shop did not confirm it: its session may go on. */
  signOut(): Promise<boolean>;
  /** Ends every session of the account; false when the shop did not confirm it. */
  signOutEverywhere(): Promise<boolean>;
}

/** The sign-in endpoints. Failures come back as values; the refresh token stays in a cookie no script can read. */
export function createAuthApi(fetch: typeof globalThis.fetch): AuthApi {
  return {
    async choosePassword(link, password) {
      const response = await send(fetch, '/auth/password', { link, password });
      if (response?.ok === true) return null;
      return passwordProblem(response);
    },
    async signIn({ email, password }) {
      const response = await send(fetch, '/auth/sign-in', { email, password });
      if (response === null) return { problem: { code: 'UNREACHABLE' } };
      const body = await bodyOf(response);
      return isGrant(body) ? { grant: body } : { problem: nextStep(body) ?? signInProblem(response, body) };
    },
    async refresh() {
      const response = await send(fetch, '/auth/refresh');
      if (response === null) return { problem: { code: 'UNREACHABLE' } };
      const body = await bodyOf(response);
      return isGrant(body) ? { grant: body } : { problem: refreshProblem(response, body) };
    },
    async signOut() {
      const response = await send(fetch, '/auth/sign-out');
      return response?.ok === true;
    },
    async signOutEverywhere() {
      const response = await send(fetch, '/auth/sign-out', { everywhere: true });
      return response?.ok === true;
    },
  };
}

/** Null means that no answer came: the network or the server is down. */
export function send(
  fetch: typeof globalThis.fetch,
  path: string,
  body?: object,
  token: string | null = null,
): Promise<Response | null> {
  const bearer = token === null ? {} : { authorization: `Bearer ${token}` };
  const content = body && {
    headers: { 'content-type': 'application/json', ...bearer },
    body: JSON.stringify(body),
  };
  return fetch(path, { method: 'POST', credentials: 'same-origin', ...content }).catch(() => null);
}

export function bodyOf(response: Response): Promise<unknown> {
  return response.json().catch(() => null);
}

function passwordProblem(response: Response | null): PasswordProblem {
  if (response?.status === 400) return 'LINK_NOT_USABLE';
  return response?.status === 429 ? 'TOO_MANY' : 'UNKNOWN';
}

/** Only a 401 says that the session is over. Whatever else comes back says nothing about it. */
function refreshProblem({ status }: Response, body: unknown): RefreshProblem {
  if (status === 401) return { code: 'ENDED', because: endOf(body) };
  return status === 429 ? { code: 'WAIT', seconds: retryAfter(body) } : { code: 'UNREACHABLE' };
}

function endOf(body: unknown): SessionEnd {
  const reason = errorOf(body)['reason'];
  return reason === 'SESSION_ENDED' || reason === 'SESSION_REUSED' ? reason : 'NO_SESSION';
}

function signInProblem(response: Response, body: unknown): SignInProblem {
  if (response.status === 429) return { code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: retryAfter(body) };
  return { code: response.status === 401 || response.status === 400 ? 'INVALID_CREDENTIALS' : 'UNEXPECTED' };
}

function nextStep(body: unknown): NextStep | null {
  const { code, ticket } = errorOf(body);
  if (code !== 'SECOND_FACTOR_REQUIRED' && code !== 'SECOND_FACTOR_SETUP_REQUIRED') return null;
  return typeof ticket === 'string' ? { code, ticket } : null;
}

export function retryAfter(body: unknown): number {
  const seconds = errorOf(body)['retryAfterSeconds'];
  return typeof seconds === 'number' ? seconds : 60;
}

export function errorOf(body: unknown): Record<string, unknown> {
  return isRecord(body) && isRecord(body['error']) ? body['error'] : {};
}

export function isGrant(body: unknown): body is Grant {
  return isRecord(body) && typeof body['accessToken'] === 'string' && isAccount(body['account']);
}

function isAccount(value: unknown): value is Account {
  return (
    isRecord(value) && typeof value['id'] === 'string' && typeof value['name'] === 'string' && hasRole(value)
  );
}

export function hasRole(value: Record<string, unknown>): boolean {
  return ['CUSTOMER', 'STAFF', 'ADMIN'].includes(String(value['role']));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
