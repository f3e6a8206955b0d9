import { deleteTemporaryFolders } from '../support/folders.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ settings: { RATE_LIMIT_VITALS: '40' } });
});
afterAll(async () => {
  await server.close();
  await deleteTemporaryFolders();
});

const JSON_TYPE = { 'content-type': 'application/json' };
const send = (payload: string, headers: Record<string, string> = JSON_TYPE, remoteAddress = '192.0.2.1') =>
  server.app.inject({ method: 'POST', url: '/vitals', headers, payload, remoteAddress });
const report = (body: unknown) => send(JSON.stringify(body));
const printed = async () => (await server.app.inject('/metrics')).body;

test('what browsers measure and what broke in them is counted by screen', async () => {
  const vitals = { LCP: 2_100, INP: 40, CLS: 0.03 };
  expect((await report({ screen: 'history', vitals })).statusCode).toBe(204);
  const broken = await report({ screen: 'entry', failures: ['TypeError', 'MissingPart'] });
  expect(broken.statusCode).toBe(204);
  const text = await printed();
  expect(text).toContain('web_vitals_seconds_sum{name="LCP",screen="history"} 2.1');
  expect(text).toContain('web_vitals_seconds_count{name="INP",screen="history"} 1');
  expect(text).toContain('web_layout_shift_sum{screen="history"} 0.03');
  expect(text).toContain('web_failures_total{name="MissingPart",screen="entry"} 1');
  const line = server.log.find((one) => one.includes('The web app broke'));
  expect(line).toContain(String(broken.headers['x-request-id']));
});

test.each<[string, unknown]>([
  ['a screen that is none', { screen: '/history/entry-7' }],
  ['no screen', { vitals: { LCP: 1 } }],
  ['something unasked', { screen: 'home', user: 'asha@example.in' }],
  ['a measure that is none', { screen: 'home', vitals: { __proto__x: 1 } }],
  ['a text for a number', { screen: 'home', vitals: { LCP: '1' } }],
  ['a negative time', { screen: 'home', vitals: { LCP: -1 } }],
  ['more than anybody waits', { screen: 'home', vitals: { LCP: 1e12 } }],
  ['an error by its message', { screen: 'home', failures: ['Asha Rao is not a function'] }],
  ['too many errors', { screen: 'home', failures: Array.from({ length: 6 }, () => 'Error') }],
  ['no report', []],
  ['nothing', null],
])('%s is refused', async (_, body) => {
  const answer = await report(body);
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ error: { code: 'BAD_USER_INPUT' } });
});

test('what is no JSON, or too much, is refused', async () => {
  expect((await send('{"screen":')).statusCode).toBe(400);
  expect((await send('screen=home', { 'content-type': 'text/plain' })).statusCode).toBe(415);
  expect((await report({ screen: 'home', more: 'x'.repeat(2_000) })).statusCode).toBe(413);
  expect((await server.app.inject({ method: 'PUT', url: '/vitals' })).statusCode).toBe(405);
});

test('what is refused leaves no trace in the figures', async () => {
  await report({ screen: 'asha@example.in' });
  const text = await printed();
  expect(text).not.toContain('asha');
  const screens = [...text.matchAll(/web_\w+\{[^}]*screen="([^"]*)"/g)].map(([, screen]) => screen);
  expect(new Set(screens)).toEqual(new Set(['history', 'entry']));
});

test('an address may report so often, and takes nothing from another', async () => {
  const statuses: number[] = [];
  for (let count = 0; count < 41; count += 1) {
    statuses.push((await send('{"screen":"home"}', JSON_TYPE, '192.0.2.2')).statusCode);
  }
  expect(statuses.filter((status) => status === 204)).toHaveLength(40);
  const refused = await send('not read', JSON_TYPE, '192.0.2.2');
  expect(refused.statusCode).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await send('{"screen":"home"}', JSON_TYPE, '192.0.2.3')).statusCode).toBe(204);
});
