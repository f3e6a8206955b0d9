import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import {
  getDistDirectory,
  isSandboxFrame,
  renderAltair,
  renderInitSnippet,
  SANDBOX_FRAME_CSP,
} from 'altair-static';
import type { FastifyInstance } from 'fastify';
import { savedOperations } from './saved-operations.ts';
import { signInScript, signInStyle, TOKEN_PLACEHOLDER } from './sign-in-script.ts';

const PLACE = '/playground/';
const ENDPOINT = '/graphql';
const WELCOME = `# Sign in with the panel below; then every window sends your token.
query WhoAmI {
  viewer {
    id
    role
  }
}
`;

/** The GraphQL playground, served from here alone: no other site is asked for anything. */
export async function playgroundRoutes(
  app: FastifyInstance,
  options: { readonly rootDirectory: string },
): Promise<void> {
  const page = renderAltair({ baseURL: PLACE, serveInitialOptionsInSeperateRequest: 'start.js' });

  app.get('/playground', (_request, reply) => reply.redirect(PLACE));
  app.get(PLACE, (_request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', policyWith(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(withSignIn(page, nonce));
  });
  serveScript('start.js', startScript(join(options.rootDirectory, 'schema', 'operations')));
  serveScript('sign-in.js', signInScript);
  await app.register(fastifyStatic, {
    root: getDistDirectory(),
    prefix: PLACE,
    index: false,
    decorateReply: false,
    setHeaders: (response, path) => {
      if (isSandboxFrame(path)) response.setHeader('content-security-policy', SANDBOX_FRAME_CSP);
    },
  });

  function serveScript(name: string, text: string): void {
    app.get(`${PLACE}${name}`, (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(text),
    );
  }
}

/** Opens one window for each ready-made document, all with the placeholder that becomes the caller's token when sent. */
function startScript(folder: string): string {
  const initialHeaders = {
    Authorization: TOKEN_PLACEHOLDER,
    'apollographql-client-name': 'early-bird-playground',
  };
  const windows = savedOperations(folder).map(({ name, document, header }) => ({
    initialName: name,
    initialQuery: document,
    ...(header.variables !== null && { initialVariables: header.variables }),
    initialHeaders,
    endpointURL: ENDPOINT,
  }));
  const script = renderInitSnippet({
    endpointURL: ENDPOINT,
    initialQuery: WELCOME,
    initialHeaders,
    ...(windows.length > 0 && { initialWindows: windows }),
    instanceStorageNamespace: 'early_bird_',
    disableAccount: true,
    initialSettings: { addQueryDepthLimit: 2 },
    persistedSettings: { 'banners.disable': true, disablePushNotification: true },
  });
  // The editor sends from windows to whole addresses only, and only the browser knows under which one we are reached.
  return script.replaceAll(`\`${ENDPOINT}\``, `location.origin + '${ENDPOINT}'`);
}

/** Runs before the editor does, so that the editor sends through it. */
function withSignIn(page: string, nonce: string): string {
  return page.replace(
    '</head>',
    () => `<style>${signInStyle}</style><script nonce="${nonce}" src="sign-in.js"></script></head>`,
  );
}

/** The editor styles itself inline, which the app's own pages may not; scripts come from here in both. */
function policyWith(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
