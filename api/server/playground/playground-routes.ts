import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
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
import { savedOperations, type SavedOperation } from './saved-operations.ts';
import { signInScript, signInStyle, TOKEN_PLACEHOLDER } from './sign-in-script.ts';

const PLACE = '/playground/';
const START = 'start.js';
const ROLES = ['customer', 'staff', 'admin', 'nobody'] as const;
type Role = (typeof ROLES)[number];

interface AsRole {
  readonly Querystring: {
    readonly role?: unknown;
    /** The path of the ready-made document to open on, such as `staff/search`. */
    readonly window?: unknown;
  };
}

const ENDPOINT = '/graphql';
const WELCOME = `# Sign in with the panel below; then every window sends your token, and the windows are those of your role.
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
  const page = renderAltair({ baseURL: PLACE, serveInitialOptionsInSeperateRequest: START });
  const operations = savedOperations(join(options.rootDirectory, 'schema', 'operations'));
  const editor = withDocs(readFileSync(join(getDistDirectory(), 'main.js'), 'utf8'));

  app.get('/playground', (_request, reply) => reply.redirect(PLACE));
  app.get<AsRole>(PLACE, (request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', policyWith(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(withSignIn(page.replace(START, startFor(request.query)), nonce));
  });
  serveScript(START, (query) => startScript(roleOf(query), operations, chosenIn(query)));
  serveScript('sign-in.js', () => signInScript);
  serveScript('main.js', () => editor);
  await app.register(fastifyStatic, {
    root: getDistDirectory(),
    prefix: PLACE,
    index: false,
    decorateReply: false,
    setHeaders: (response, path) => {
      if (isSandboxFrame(path)) response.setHeader('content-security-policy', SANDBOX_FRAME_CSP);
    },
  });

  function chosenIn({ window }: AsRole['Querystring']): SavedOperation | undefined {
    return operations.find(({ path }) => path === window);
  }

  function startFor(query: AsRole['Querystring']): string {
    const chosen = chosenIn(query);
    const window = chosen ? `&amp;window=${encodeURIComponent(chosen.path)}` : '';
    return `${START}?role=${roleOf(query)}${window}`;
  }

  function serveScript(name: string, textFor: (query: AsRole['Querystring']) => string): void {
    app.get<AsRole>(`${PLACE}${name}`, (request, reply) =>
      reply
        .type('text/javascript; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(textFor(request.query)),
    );
  }
}

function roleOf({ role }: AsRole['Querystring']): Role {
  return ROLES.find((known) => known === role) ?? 'nobody';
}

/**
 * Opens a window for each ready-made document of the role, and the one that asks who one is, all with the placeholder that becomes
 * the caller's token when sent. What is changed in them is kept for each role on its own. Whoever follows a link to one document has that
 * alone, whatever the windows of the role have become.
 */
function startScript(role: Role, operations: readonly SavedOperation[], chosen?: SavedOperation): string {
  const initialHeaders = {
    Authorization: TOKEN_PLACEHOLDER,
    'apollographql-client-name': 'early-bird-playground',
  };
  const common = { initialHeaders, endpointURL: ENDPOINT };
  const shown = chosen ? [chosen] : operations.filter(({ header }) => header.role === role);
  const windows = shown.map(({ name, document, header }) => ({
    initialName: name,
    initialQuery: document,
    ...(header.variables !== null && { initialVariables: header.variables }),
    ...common,
  }));
  const welcome = { initialName: 'who am I', initialQuery: WELCOME, ...common };
  const script = renderInitSnippet({
    endpointURL: ENDPOINT,
    initialQuery: WELCOME,
    initialHeaders,
    // The editor shows the last of them first.
    initialWindows: chosen ? [welcome, ...windows] : [...windows, welcome],
    instanceStorageNamespace: `early_bird_${role}_${chosen ? `${chosen.path.replaceAll(/\W/g, '_')}_` : ''}`,
    disableAccount: true,
    initialSettings: { addQueryDepthLimit: 2, 'schema.reloadOnStart': true },
    persistedSettings: { 'banners.disable': true, disablePushNotification: true },
  });
  // The editor sends from windows to whole addresses only, and only the browser knows under which one we are reached.
  return script.replaceAll(`\`${ENDPOINT}\``, `location.origin + '${ENDPOINT}'`);
}

/** The editor has no setting for it: a window begins with the documentation beside it, as its reader may close it. */
function withDocs(editor: string): string {
  return editor.replace('showDocs:!1', 'showDocs:!0');
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
