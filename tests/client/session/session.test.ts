import { createAuthApi } from '../../../client/session/auth-api.ts';
import { createSession } from '../../../client/session/session.ts';
import { FakeShop, refusal, type Reply } from '../support/fake-shop.ts';
import { admin, customer } from '../support/people.ts';

function begin() {
  const asha = customer();
  const shop = new FakeShop([asha, admin]);
  const pauses: number[] = [];
  const pause = async (milliseconds: number) => void pauses.push(milliseconds);
  const session = createSession(createAuthApi(shop.fetch), null, pause);
  return { shop, session, asha, pauses };
}

describe('a session', () => {
  it('renews its token once, however many ask at the same time', async () => {
    const { shop, session, asha } = begin();
    await session.signIn(asha);
    const refused = session.accessToken(asha.id);
    const outcomes = await Promise.all([1, 2, 3].map(() => session.renew(asha.id, refused)));
    expect(outcomes).toEqual(['renewed', 'renewed', 'renewed']);
    expect(shop.calls.filter((call) => call.endsWith('/auth/refresh'))).toHaveLength(1);
  });

  it('asks for no new token when the refused one is not the current one any more', async () => {
    const { shop, session, asha } = begin();
    await session.signIn(asha);
    expect(await session.renew(asha.id, 'an older token')).toBe('renewed');
    expect(shop.calls).not.toContain('POST /auth/refresh');
  });

  it('tells nobody when only the token changed', async () => {
    const { session, asha } = begin();
    await session.signIn(asha);
    const told = jest.fn();
    const stop = session.subscribe(told);
    await session.renew(asha.id, session.accessToken(asha.id));
    expect(told).not.toHaveBeenCalled();
    await session.signOut();
    expect(told).toHaveBeenCalledTimes(1);
    stop();
  });

  it('changes hands when the cookie does', async () => {
    const { shop, session, asha } = begin();
    await session.signIn(asha);
    shop.cookie = admin;
    expect(await session.renew(asha.id, session.accessToken(asha.id))).toBe('replaced');
    expect(session.accessToken(asha.id)).toBeNull();
    expect(session.state()).toMatchObject({ status: 'signedIn', account: { name: 'Meera Iyer' } });
  });

  it('says that the shop can’t be reached instead of forgetting who was here', async () => {
    const { shop, session, asha } = begin();
    shop.cookie = asha;
    const heal = shop.interfere(() => Promise.reject(new TypeError('offline')));
    await session.restore();
    expect(session.state()).toEqual({ status: 'signedOut', reason: 'unreachable' });
    heal();
    await session.restore();
    expect(session.state()).toMatchObject({ status: 'signedIn' });
  });

  it('waits as long as the shop asks for, and goes on', async () => {
    const { shop, session, asha, pauses } = begin();
    await session.signIn(asha);
    shop.interfere(inPlaceOfRefresh(() => (pauses.length < 2 ? busy(7) : undefined)));
    expect(await session.renew(asha.id, session.accessToken(asha.id))).toBe('renewed');
    expect(pauses).toEqual([7_000, 7_000]);
  });

  it.each<[string, Reply]>([
    ['asks for patience for ever', () => busy(2)],
    ['fails', () => new Response('oops', { status: 500 })],
    ['is being exchanged', () => new Response('', { status: 503 })],
    ['refuses the request for another reason', () => refusal(403, 'FORBIDDEN')],
    ['can’t be reached', () => Promise.reject(new TypeError('offline'))],
  ])('keeps the visit when the shop %s', async (_, reply) => {
    const { shop, session, asha } = begin();
    await session.signIn(asha);
    const heal = shop.interfere(inPlaceOfRefresh(reply));
    expect(await session.renew(asha.id, session.accessToken(asha.id))).toBe('unreachable');
    expect(session.state()).toMatchObject({ status: 'signedIn' });
    heal();
    expect(await session.renew(asha.id, session.accessToken(asha.id))).toBe('renewed');
  });

  it.each([
    [undefined, 'ended', 'fresh'],
    ['SESSION_ENDED', 'endedElsewhere', 'endedElsewhere'],
    ['SESSION_REUSED', 'reused', 'reused'],
  ])('ends with a 401, and says why: %s', async (reason, whileHere, onReturn) => {
    const { shop, session, asha } = begin();
    await session.signIn(asha);
    shop.interfere(inPlaceOfRefresh(() => refusal(401, 'UNAUTHENTICATED', { reason })));
    expect(await session.renew(asha.id, session.accessToken(asha.id))).toBe('ended');
    expect(session.state()).toEqual({ status: 'signedOut', reason: whileHere });
    await session.restore();
    expect(session.state()).toEqual({ status: 'signedOut', reason: onReturn });
  });

  it('is not fooled by an answer that is no session', async () => {
    const { shop, session, asha } = begin();
    shop.interfere(() => new Response('{"accessToken":"x","account":{"id":"1","name":"A","role":"KING"}}'));
    expect(await session.signIn(asha)).toEqual({ code: 'UNEXPECTED' });
    expect(session.accessToken(asha.id)).toBeNull();
  });
});

const busy = (retryAfterSeconds: number) => refusal(429, 'RATE_LIMITED', { retryAfterSeconds });

function inPlaceOfRefresh(reply: Reply): Reply {
  return (path, init) => (path === '/auth/refresh' ? reply(path, init) : undefined);
}

describe('signing out where the shop cannot be reached', () => {
  afterEach(() => window.localStorage.clear());

  async function leaveOffline() {
    const asha = customer();
    const shop = new FakeShop([asha, admin]);
    const session = createSession(createAuthApi(shop.fetch), window.localStorage);
    await session.signIn(asha);
    shop.interfere(() => Promise.reject(new TypeError('offline')));
    await session.signOut();
    expect(session.state()).toEqual({ status: 'signedOut', reason: 'left' });
    expect(shop.cookie).toBe(asha);
    shop.heal();
    return { shop, session, asha };
  }

  it('ends the visit at the shop as soon as it can be told', async () => {
    const { shop, session } = await leaveOffline();
    await session.finishSignOut();
    expect(shop.cookie).toBeNull();
    const calls = shop.calls.length;
    await session.finishSignOut();
    expect(shop.calls).toHaveLength(calls);
  });

  it('does so at the next start, and lets nobody in again by the old cookie', async () => {
    const { shop } = await leaveOffline();
    const next = createSession(createAuthApi(shop.fetch), window.localStorage);
    await next.restore();
    expect(next.state()).toEqual({ status: 'signedOut', reason: 'fresh' });
    await next.finishSignOut();
    expect(shop.cookie).toBeNull();
  });

  it('does so before somebody signs in, and never to who did', async () => {
    const { shop, session } = await leaveOffline();
    await session.signIn(admin);
    expect(shop.calls.slice(-2)).toEqual(['POST /auth/sign-out', 'POST /auth/sign-in']);
    await session.finishSignOut();
    expect(shop.cookie).toBe(admin);
  });
});
