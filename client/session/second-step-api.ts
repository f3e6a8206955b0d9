import type { Language } from '../words/languages.ts';
import { bodyOf, errorOf, isGrant, isRecord, retryAfter, send } from './auth-api.ts';
import type { Grant } from './auth-api.ts';
import type { Session } from './session.ts';

/** What an authenticator app takes over: as the content of a QR code, and as text. */
export interface Begun {
  uri: string;
  secret: string;
}

export interface FactorState {
  isOn: boolean;
  isRequired: boolean;
  recoveryCodesLeft: number;
}

/** UNSURE: no answer came, or none that says what became of it. TOO_LATE: it has to be begun again. */
export type StepProblem =
  | { code: 'INVALID_CODE' | 'CODE_NEEDED' | 'TOO_LATE' | 'NOT_OFFERED' | 'UNSURE' }
  | { code: 'TOO_MANY_ATTEMPTS'; retryAfterSeconds: number };

export type Answer<T> = T | { problem: StepProblem };

/** The ways to sign in that take more, or something else, than a password. */
export interface SecondStepApi {
  /** The second step of a sign-in: a code of the app, or a recovery code. */
  verify(ticket: string, code: string): Promise<Answer<{ grant: Grant; recoveryCodesLeft: number | null }>>;
  /** How it stands for whoever is signed in. */
  state(): Promise<Answer<FactorState>>;
  /** Without a ticket for whoever is signed in; then with a code of the present app, if there is one. */
  begin(proof: { ticket?: string; code?: string }): Promise<Answer<Begun>>;
  confirm(proof: {
    ticket?: string;
    code: string;
  }): Promise<Answer<{ recoveryCodes: string[]; grant: Grant | null }>>;
  disable(code: string): Promise<StepProblem | null>;
  /** The mail is in the language that is chosen here. */
  askEmailCode(email: string, language: Language): Promise<StepProblem | null>;
  enterEmailCode(email: string, code: string): Promise<Answer<{ grant: Grant }>>;
}

const CODES: Readonly<Record<string, StepProblem['code'] & string>> = {
  INVALID_CODE: 'INVALID_CODE',
  SECOND_FACTOR_REQUIRED: 'CODE_NEEDED',
  TICKET_NOT_USABLE: 'TOO_LATE',
  NOTHING_BEGUN: 'TOO_LATE',
};

/** Failures come back as values. What is asked for by whoever is signed in is asked once more with a fresh token. */
export function createSecondStepApi(
  fetch: typeof globalThis.fetch,
  session: Pick<Session, 'accessToken' | 'renew'>,
  accountId: string | null,
): SecondStepApi {
  async function signedIn(ask: (token: string | null) => Promise<Response | null>): Promise<Response | null> {
    if (accountId === null) return ask(null);
    const token = session.accessToken(accountId);
    const response = await ask(token);
    if (response?.status !== 401) return response;
    const { code } = errorOf(await bodyOf(response.clone()));
    if (code !== 'UNAUTHENTICATED' || (await session.renew(accountId, token)) !== 'renewed') return response;
    return ask(session.accessToken(accountId));
  }
  const post = (path: string, body: object, ticket?: string): Promise<Response | null> =>
    ticket === undefined
      ? signedIn((token) => send(fetch, path, body, token))
      : send(fetch, path, { ...body, ticket });

  return {
    async verify(ticket, code) {
      const { response, body } = await read(post('/auth/second-factor/verify', { code }, ticket));
      if (!isGrant(body)) return { problem: problemOf(response, body) };
      const left = 'recoveryCodesLeft' in body ? body.recoveryCodesLeft : null;
      return { grant: body, recoveryCodesLeft: typeof left === 'number' ? left : null };
    },
    async state() {
      const ask = (token: string | null) =>
        fetch('/auth/second-factor', { headers: { authorization: `Bearer ${token}` } }).catch(() => null);
      const { response, body } = await read(signedIn(ask));
      return isState(body) ? body : { problem: problemOf(response, body) };
    },
    async begin({ ticket, ...proof }) {
      const { response, body } = await read(post('/auth/second-factor/begin', proof, ticket));
      return isBegun(body) ? body : { problem: problemOf(response, body) };
    },
    async confirm({ ticket, code }) {
      const { response, body } = await read(post('/auth/second-factor/confirm', { code }, ticket));
      if (!isRecord(body) || !isListOfTexts(body['recoveryCodes']))
        return { problem: problemOf(response, body) };
      return { recoveryCodes: body['recoveryCodes'], grant: isGrant(body) ? body : null };
    },
    async disable(code) {
      const { response, body } = await read(post('/auth/second-factor/disable', { code }));
      return response?.ok ? null : problemOf(response, body);
    },
    async askEmailCode(email, language) {
      const { response, body } = await read(send(fetch, '/auth/code', { email, language }));
      return response?.ok ? null : problemOf(response, body);
    },
    async enterEmailCode(email, code) {
      const { response, body } = await read(send(fetch, '/auth/code/verify', { email, code }));
      return isGrant(body) ? { grant: body } : { problem: problemOf(response, body) };
    },
  };
}

async function read(asked: Promise<Response | null>) {
  const response = await asked;
  const body: unknown = response && (await bodyOf(response));
  return { response, body };
}

function problemOf(response: Response | null, body: unknown): StepProblem {
  if (response?.status === 429) return { code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: retryAfter(body) };
  if (response?.status === 404) return { code: 'NOT_OFFERED' };
  return { code: CODES[String(errorOf(body)['code'])] ?? 'UNSURE' } as StepProblem;
}

function isState(body: unknown): body is FactorState {
  return isRecord(body) && typeof body['isOn'] === 'boolean' && typeof body['recoveryCodesLeft'] === 'number';
}

function isBegun(body: unknown): body is Begun {
  return isRecord(body) && typeof body['uri'] === 'string' && typeof body['secret'] === 'string';
}

function isListOfTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
