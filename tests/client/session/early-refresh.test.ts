import { withEarlyRefresh } from '../../../client/session/early-refresh.ts';

/** A network that answers each request with its number, and counts them. */
function network() {
  const asked: string[] = [];
  const fetch = (input: RequestInfo | URL) => {
    asked.push(String(input));
    return Promise.resolve(new Response(`${asked.length}`));
  };
  return { asked, fetch: fetch as typeof globalThis.fetch };
}

async function textOf(response: Promise<Response>): Promise<string> {
  return (await response).text();
}

it('takes the answer that the page has asked for already, once', async () => {
  const { asked, fetch } = network();
  const early = withEarlyRefresh(fetch, { earlyRefresh: Promise.resolve(new Response('early')) });

  expect(await textOf(early('/auth/refresh', { method: 'POST' }))).toBe('early');
  expect(asked).toEqual([]);
  expect(await textOf(early('/auth/refresh', { method: 'POST' }))).toBe('1');
});

it('asks itself where the page got no answer, or did not ask', async () => {
  const { asked, fetch } = network();
  const unanswered = withEarlyRefresh(fetch, { earlyRefresh: Promise.resolve(null) });

  expect(await textOf(unanswered('/auth/refresh', { method: 'POST' }))).toBe('1');
  expect(await textOf(withEarlyRefresh(fetch, {})('/auth/refresh', { method: 'POST' }))).toBe('2');
  expect(asked).toEqual(['/auth/refresh', '/auth/refresh']);
});

it('leaves every other request alone', async () => {
  const { asked, fetch } = network();
  const early = withEarlyRefresh(fetch, { earlyRefresh: Promise.resolve(new Response('early')) });

  expect(await textOf(early('/graphql', { method: 'POST' }))).toBe('1');
  expect(asked).toEqual(['/graphql']);
});
