import type { TestServer } from './server.ts';

export const ASHA = { email: 'asha@example.com', password: 'early-bird-asha' };
export const RAVI = { email: 'ravi@example.com', password: 'early-bird-ravi' };

export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown> & {
    accessToken: string;
    account: Record<string, unknown>;
    error: { code: string; message: string; reason?: string; retryAfterSeconds: number };
  };
  /** The session's cookie that was set, as it is sent back; without a value when it was cleared. */
  readonly cookie: string | undefined;
  readonly setCookie: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Sends something to the doors below `/auth`, as a browser would. */
export async function post(
  server: TestServer,
  path: string,
  payload?: object,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const response = await server.app.inject({
    method: 'POST',
    url: `/auth/${path}`,
    headers,
    ...(payload && { payload }),
  });
  const cookies = [response.headers['set-cookie'] ?? []].flat();
  const setCookie = cookies.find((cookie) => /^(__Secure-)?early_bird_session=/.test(cookie)) ?? '';
  return {
    status: response.statusCode,
    body: (response.body === '' ? {} : response.json()) as Reply['body'],
    cookie: setCookie === '' ? undefined : setCookie.split(';')[0],
    setCookie,
    headers: response.headers,
  };
}

export async function signedIn(
  server: TestServer,
  credentials = ASHA,
  headers: Record<string, string> = {},
): Promise<{ token: string; cookie: string }> {
  const { body, cookie = '' } = await post(server, 'sign-in', credentials, headers);
  return { token: body.accessToken, cookie };
}

export const refresh = (server: TestServer, cookie = ''): Promise<Reply> =>
  post(server, 'refresh', undefined, { cookie });

export async function isAccepted(server: TestServer, token: string): Promise<boolean> {
  return (await server.graphql('query Hello { hello }', { token })).status === 200;
}
