import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { inlineSourcesOf } from '../../api/server/page-policy.ts';
import { playgroundRoutes } from '../../api/server/playground/playground-routes.ts';
import { webAppRoutes } from '../../api/server/routes/web-app-routes.ts';
import { securityHeaders } from '../../api/server/security-headers.ts';
import { deleteTemporaryFolders, temporaryFolder } from '../support/folders.ts';
import { openTestServer } from '../support/server.ts';

afterAll(deleteTemporaryFolders);

const asBrowser = { accept: 'text/html,application/xhtml+xml' };

function sourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

async function webApp(files: Record<string, string | Buffer>) {
  const directory = await temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(directory, path, '..'), { recursive: true });
    await writeFile(join(directory, path), text);
  }
  const app = Fastify();
  await webAppRoutes(app, { directory });
  return app;
}

describe('the web app', () => {
  const files = {
    'index.html': '<title>Wallet</title>',
    'assets/app-4f3a.js': 'run()',
    'favicon.svg': '<svg/>',
  };

  test.each(['/', '/history?kind=CREDIT', '/admin/customers'])('is at %s', async (url) => {
    const app = await webApp(files);
    const response = await app.inject({ url, headers: asBrowser });
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain('<title>Wallet</title>');
    expect(response.headers['cache-control']).toBe('no-cache');
  });

  test('keeps files whose names change with their content, and asks again for the others', async () => {
    const app = await webApp(files);
    expect((await app.inject('/assets/app-4f3a.js')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
    expect((await app.inject('/favicon.svg')).headers['cache-control']).toBe('no-cache');
  });

  test('sends a real client what the build has compressed, and others the file itself', async () => {
    const script = 'run();'.repeat(500);
    const page = `<title>Wallet</title>${'<p>'.repeat(500)}`;
    const app = await webApp({
      'index.html': page,
      'index.html.br': brotliCompressSync(page),
      'assets/app-4f3a.js': script,
      'assets/app-4f3a.js.br': brotliCompressSync(script),
      'assets/app-4f3a.js.gz': gzipSync(script),
      'favicon.svg': '<svg/>',
    });
    const base = await app.listen({ host: '127.0.0.1', port: 0 });
    const headersOf = async (path: string, content: string, accepted: string) => {
      const headers = { accept: 'text/html', 'accept-encoding': accepted };
      const response = await fetch(`${base}${path}`, { headers });
      expect([response.status, await response.text()]).toEqual([200, content]);
      return Object.fromEntries(response.headers);
    };
    const immutable = 'public, max-age=31536000, immutable';
    const common = { vary: 'accept-encoding', 'cache-control': immutable };
    const type = { 'content-type': expect.stringMatching(/javascript/) as string };
    const path = '/assets/app-4f3a.js';
    expect(await headersOf(path, script, 'gzip, br')).toMatchObject({
      ...common,
      ...type,
      'content-encoding': 'br',
    });
    expect(await headersOf(path, script, 'gzip')).toMatchObject({ ...common, 'content-encoding': 'gzip' });
    expect(await headersOf(path, script, 'identity')).not.toHaveProperty('content-encoding');
    expect(await headersOf('/history', page, 'br')).toMatchObject({
      'cache-control': 'no-cache',
      'content-type': expect.stringMatching(/^text\/html/) as string,
      'content-encoding': 'br',
    });
    expect(await headersOf('/favicon.svg', '<svg/>', 'br')).not.toHaveProperty('content-encoding');
    await app.close();
  });

  test('may use the texts that the page carries in itself, and nothing else that somebody puts there', async () => {
    const directory = await temporaryFolder();
    await writeFile(
      join(directory, 'index.html'),
      '<style id="a">i{top:0}</style><script>early()</script><script type="module" src="/main.js"></script>',
    );
    const app = Fastify();
    await securityHeaders(app, false, inlineSourcesOf(directory));
    await webAppRoutes(app, { directory });
    const { headers } = await app.inject({ url: '/', headers: asBrowser });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain(`script-src 'self' ${sourceOf('early()')};`);
    expect(policy).toContain(`style-src 'self' ${sourceOf('i{top:0}')};`);
    expect(policy).not.toContain('unsafe');
  });

  test('answers no page for a missing file or an address of the API', async () => {
    const app = await webApp(files);
    for (const url of ['/assets/gone.js', '/auth/nothing', '/graphql/x']) {
      const response = await app.inject({ url, headers: asBrowser });
      expect([url, response.statusCode]).toEqual([url, 404]);
      expect(response.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
    }
  });

  test('serves nothing from outside its folder', async () => {
    const app = await webApp(files);
    for (const url of ['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json']) {
      expect((await app.inject({ url })).body).not.toContain('dependencies');
    }
  });

  test('says how to build it when it is not built', async () => {
    const app = await webApp({});
    const response = await app.inject({ url: '/', headers: asBrowser });
    expect(response.statusCode).toBe(503);
    expect(response.body).toContain('npm run build:client');
  });
});

describe('the playground', () => {
  async function playground(operations: Record<string, string> = {}) {
    const rootDirectory = await temporaryFolder();
    for (const [path, text] of Object.entries(operations)) {
      const file = join(rootDirectory, 'schema', 'operations', path);
      await mkdir(join(file, '..'), { recursive: true });
      await writeFile(file, text);
    }
    const app = Fastify();
    await securityHeaders(app, false);
    await app.register(playgroundRoutes, { rootDirectory });
    return app;
  }

  test('is a page whose scripts all come from here', async () => {
    const app = await playground();
    expect((await app.inject('/playground')).headers['location']).toBe('/playground/');
    const { body, headers } = await app.inject('/playground/');
    const policy = String(headers['content-security-policy']);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(body).toContain(`<script nonce="${nonce}" src="sign-in.js">`);
    expect(body).not.toMatch(/(src|href)="(https?:)?\/\//);
    for (const [, source] of body.matchAll(/<script[^>]+src="([^"]+)"/g)) {
      expect([source, (await app.inject(`/playground/${source}`)).statusCode]).toEqual([source, 200]);
    }
  });

  test('has a new nonce each time', async () => {
    const app = await playground();
    const policies = await Promise.all([app.inject('/playground/'), app.inject('/playground/')]);
    const [first, second] = policies.map(({ headers }) => headers['content-security-policy']);
    expect(first).not.toBe(second);
  });

  test('opens on who one is, then on the ready-made documents of the role, with the caller’s token to come', async () => {
    const app = await playground({
      'customer/spend-credits.graphql':
        '# Spends.\n# Role: customer (cus_asha)\n# Variables: { "key": "example-0001" }\nmutation SpendCredits { x }',
      'staff/find-wallet.graphql': '# Finds.\n# Role: staff\nquery FindWallet { y }',
    });
    const startOf = async (query: string) => (await app.inject(`/playground/start.js${query}`)).body;
    const customer = await startOf('?role=customer');
    expect(customer).toContain('customer: spend credits');
    expect(customer).toContain('mutation SpendCredits { x }');
    expect(customer).toContain('initialVariables: `{ "key": "example-0001" }`');
    expect(customer).not.toContain('endpointURL: `/');
    expect(customer).toContain('filled in once you are signed in');
    // The editor opens on the last of its windows.
    expect(customer.lastIndexOf('initialName')).toBe(customer.indexOf('initialName: `who am I`'));
    expect(customer).not.toContain('FindWallet');
    const staff = await startOf('?role=staff');
    expect(staff).toContain('staff: find wallet');
    expect(staff).not.toContain('SpendCredits');
    for (const query of ['', '?role=emperor', '?role=customer&role=staff']) {
      expect(await startOf(query)).toContain('WhoAmI');
      expect(await startOf(query)).not.toMatch(/FindWallet|SpendCredits/);
    }
    expect((await app.inject('/playground/?role=staff')).body).toContain('start.js?role=staff');
    expect((await app.inject('/playground/?role="><script>')).body).toContain('start.js?role=nobody');
  });

  test('opens on the document that a link names, and on nothing else that it may say', async () => {
    const app = await playground({
      'staff/search.graphql': '# Finds.\n# Role: staff\nquery Search { y }',
      'admin/jobs.graphql': '# Lists.\n# Role: admin\nquery Jobs { z }',
    });
    const page = (await app.inject('/playground/?role=staff&window=staff/search')).body;
    expect(page).toContain('start.js?role=staff&amp;window=staff%2Fsearch');
    const start = (await app.inject('/playground/start.js?role=staff&window=staff%2Fsearch')).body;
    // The editor opens on the last of its windows.
    expect(start.lastIndexOf('initialName')).toBe(start.indexOf('initialName: `staff: search`'));
    expect(start).toContain('early_bird_staff_staff_search_');
    expect(start).not.toContain('query Jobs');
    for (const window of ['staff/nothing', '"><script>', '../../package']) {
      const { body } = await app.inject(`/playground/?role=staff&window=${encodeURIComponent(window)}`);
      expect(body).toContain('start.js?role=staff"');
    }
  });

  test('shows the documentation at once', async () => {
    const app = await playground();
    expect((await app.inject('/playground/main.js')).body).toContain('showDocs:!0');
  });

  test('sandboxes the frame its scripts run in', async () => {
    const app = await playground();
    const { headers } = await app.inject('/playground/iframe-sandbox/index.html');
    expect(headers['content-security-policy']).toBe('sandbox allow-scripts');
  });

  test('is not there in production', async () => {
    const strict = await openTestServer({ settings: { NODE_ENV: 'production' } });
    expect((await strict.app.inject('/playground/start.js')).statusCode).toBe(404);
    await strict.close();
  });
});
