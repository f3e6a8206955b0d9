import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { Accounts } from '../../api/identity/accounts.ts';
import { connect, disconnect, type Database } from '../../api/persistence/connection.ts';
import { setUp } from '../../api/persistence/set-up.ts';
import { AccountStore, type AccountRole } from '../../api/persistence/stores/account.store.ts';
import { ActStore } from '../../api/persistence/stores/act.store.ts';
import { cheapHashOf } from '../support/cheap-hash.ts';
import { openTestDatabase } from '../support/database.ts';
import * as door from '../support/door.ts';
import { deleteTemporaryFolders, temporaryFolder } from '../support/folders.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

const at = openTestDatabase();
const PASSWORD = 'early birds sing';
const SETTINGS = { RATE_LIMITS: 'off', SIGN_IN_ATTEMPTS: '3' };
const HALF_MINUTE = 30_000;
let database: Database;
let server: TestServer;
let directory: string;
let made = 0;
const passwordHash = cheapHashOf(PASSWORD);

beforeAll(async () => {
  database = await connect(at.uri, at.name);
  await setUp(database);
  directory = await temporaryFolder();
  server = await openTestServer({ database, settings: SETTINGS, directory });
});
afterAll(async () => {
  await server.close();
  await disconnect(database);
  await deleteTemporaryFolders();
});

/** A person with an account, and the doors below `/auth` as that person uses them. */
class Person {
  readonly id: string;
  readonly email: string;
  secret = '';
  recoveryCodes: readonly string[] = [];
  token = '';

  constructor(
    readonly role: AccountRole,
    readonly at: TestServer,
  ) {
    made += 1;
    this.id = `${role.toLowerCase()}_${made}`;
    this.email = `${this.id}@shop.example`;
  }

  get code(): string {
    return codeOf(this.secret, this.at.clock.now());
  }

  post(path: string, payload: object = {}, headers: Record<string, string> = {}) {
    const bearer = this.token === '' ? {} : { authorization: `Bearer ${this.token}` };
    return door.post(this.at, path, payload, { ...bearer, ...headers });
  }

  signIn(password = PASSWORD) {
    return door.post(this.at, 'sign-in', { email: this.email, password });
  }

  async ticket(): Promise<string> {
    const { body } = await this.signIn();
    return (body.error as unknown as { ticket: string }).ticket;
  }

  verify(ticket: string, code: string, headers: Record<string, string> = {}) {
    return door.post(this.at, 'second-factor/verify', { ticket, code }, headers);
  }

  async enter(): Promise<void> {
    const { body } =
      this.secret === '' ? await this.signIn() : await this.verify(await this.ticket(), this.code);
    this.token = body.accessToken;
  }

  /** Sets a factor up, and lets the step of its first code pass. */
  async enrol(more: { ticket?: string; code?: string } = {}) {
    const begun = await this.post('second-factor/begin', more);
    this.secret = String(begun.body['secret']);
    const { code: _, ...ticket } = more;
    const confirmed = await this.post('second-factor/confirm', { ...ticket, code: this.code });
    this.recoveryCodes = confirmed.body['recoveryCodes'] as string[];
    this.at.clock.advance({ ms: HALF_MINUTE });
    return { begun, confirmed };
  }
}

function codeOf(secret: string, timestamp: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

async function personOf(role: AccountRole, on = server): Promise<Person> {
  const { id, email } = new Person(role, on);
  await new AccountStore(database).save({ id, email, name: 'Asha Rao', role, passwordHash }, on.clock.now());
  return Object.assign(new Person(role, on), { id, email });
}

/** Somebody of the shop who has a second factor and is signed in. */
async function enrolled(role: AccountRole = 'STAFF'): Promise<Person> {
  const person = await personOf(role);
  await person.enter();
  await person.enrol();
  return person;
}

async function actsOf(id: string): Promise<string[]> {
  const any = { beyond: null, from: null, to: null, limit: 20 };
  const acts = await new ActStore(database).stretch({ about: { kind: 'ACCOUNT', id } }, any);
  return acts.map(({ act, actor }) => `${act} by ${actor.id}`).sort();
}

const stored = async () =>
  JSON.stringify(await database.getClient().db(database.name).collection('accounts').find().toArray());

describe('setting up a second factor', () => {
  test('gives a secret as text and as what a QR code holds, and after its first code ten recovery codes', async () => {
    const person = await personOf('STAFF');
    await person.enter();
    const { begun, confirmed } = await person.enrol();
    expect(begun.body).toMatchObject({ secret: expect.stringMatching(/^[A-Z2-7]{32}$/) as string });
    const uri = new URL(String(begun.body['uri']));
    expect([uri.protocol, uri.searchParams.get('secret')]).toEqual(['otpauth:', person.secret]);
    expect(decodeURIComponent(uri.pathname)).toContain(person.email);
    expect(confirmed.status).toBe(200);
    expect(new Set(person.recoveryCodes).size).toBe(10);
    const state = await server.app.inject({
      url: '/auth/second-factor',
      headers: { authorization: `Bearer ${person.token}` },
    });
    expect(state.json()).toMatchObject({ isOn: true, isRequired: false, recoveryCodesLeft: 10 });
    expect(await actsOf(person.id)).toContain(`enrolFactor by ${person.id}`);
  });

  test('changes nothing before a code was right, and takes no longer than a quarter of an hour', async () => {
    const person = await personOf('ADMIN');
    await person.enter();
    const { body } = await person.post('second-factor/begin');
    person.secret = String(body['secret']);
    const wrong = await person.post('second-factor/confirm', { code: wrongFor(person) });
    expect([wrong.status, wrong.body.error.code]).toEqual([401, 'INVALID_CODE']);
    expect((await person.signIn()).status).toBe(200);
    server.clock.advance({ ms: 900_000 });
    await Object.assign(person, { secret: '' }).enter();
    const late = await person.post('second-factor/confirm', {
      code: codeOf(String(body['secret']), server.clock.now()),
    });
    expect([late.status, late.body.error.code]).toEqual([409, 'NOTHING_BEGUN']);
  });

  test('twice at once is done once', async () => {
    const person = await personOf('STAFF');
    await person.enter();
    person.secret = String((await person.post('second-factor/begin')).body['secret']);
    const both = await Promise.all(
      [1, 2].map(() => person.post('second-factor/confirm', { code: person.code })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('is for the people of the shop who are signed in, and nobody else', async () => {
    const customer = await personOf('CUSTOMER');
    await customer.enter();
    for (const path of ['begin', 'confirm', 'disable']) {
      const code = '123456';
      const answers = [
        await customer.post(`second-factor/${path}`, path === 'begin' ? {} : { code }),
        await door.post(server, `second-factor/${path}`, path === 'begin' ? {} : { code }),
      ];
      for (const { status, body } of answers)
        expect([status, body.error.code]).toEqual([401, 'UNAUTHENTICATED']);
    }
  });

  test('leaves neither the secret nor a recovery code in the database or the log', async () => {
    const person = await enrolled();
    for (const hidden of [
      person.secret,
      ...person.recoveryCodes,
      ...person.recoveryCodes.map((code) => code.replaceAll('-', '')),
    ]) {
      expect(await stored()).not.toContain(hidden);
      expect(server.log.join('\n')).not.toContain(hidden);
    }
  });
});

describe('signing in with a second factor', () => {
  test('takes the password and then a code, and the password alone lets nobody in', async () => {
    const person = await enrolled();
    const first = await person.signIn();
    expect(first.status).toBe(401);
    expect(first.body.error).toEqual({
      code: 'SECOND_FACTOR_REQUIRED',
      message: expect.any(String) as string,
      ticket: expect.any(String) as string,
      expiresIn: 300,
    });
    expect(first.headers['set-cookie']).toBeUndefined();
    const second = await person.verify(
      (first.body.error as unknown as { ticket: string }).ticket,
      person.code,
    );
    expect(second.status).toBe(200);
    expect(second.body.account).toEqual({ id: person.id, role: 'STAFF', name: 'Asha Rao' });
    expect(second.cookie).toMatch(/^early_bird_session=./);
    expect(await door.isAccepted(server, second.body.accessToken)).toBe(true);
  });

  test('says nothing of the factor to somebody with a wrong password', async () => {
    const person = await enrolled();
    expect((await person.signIn('a guess of mine')).body.error.code).toBe('INVALID_CREDENTIALS');
  });

  test('a ticket is no access token, and no access token is a ticket', async () => {
    const person = await enrolled();
    const ticket = await person.ticket();
    expect(await door.isAccepted(server, ticket)).toBe(false);
    for (const false_ of [person.token, `${ticket}x`, 'made.up.ticket']) {
      const { status, body } = await person.verify(false_, person.code);
      expect([status, body.error.code]).toEqual([401, 'TICKET_NOT_USABLE']);
    }
    const begun = await door.post(server, 'second-factor/begin', { ticket });
    expect(begun.body.error.code).toBe('TICKET_NOT_USABLE');
  });

  test('a ticket lives for five minutes', async () => {
    const person = await enrolled();
    const ticket = await person.ticket();
    server.clock.advance({ ms: 300_000 });
    expect((await person.verify(ticket, person.code)).body.error.code).toBe('TICKET_NOT_USABLE');
  });

  test('a code is good once, and of several who use it at once one gets in', async () => {
    const person = await enrolled();
    const [ticket, code] = [await person.ticket(), person.code];
    const replies = await Promise.all([1, 2, 3].map(() => person.verify(ticket, code)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expect((await person.verify(await person.ticket(), code)).body.error.code).toBe('INVALID_CODE');
  });

  test('a code is good a step early and a step late, but never after a later one was used', async () => {
    const person = await enrolled();
    const at = (steps: number) => codeOf(person.secret, server.clock.now() + steps * HALF_MINUTE);
    server.clock.advance({ ms: HALF_MINUTE });
    const outcomes: number[] = [];
    for (const steps of [-2, 2, -1, 1, 0])
      outcomes.push((await person.verify(await person.ticket(), at(steps))).status);
    expect(outcomes).toEqual([401, 401, 200, 200, 401]);
  });

  test('guesses at the code wait ever longer, as guesses at a password do, and the right one waits too', async () => {
    const person = await enrolled();
    const ticket = await person.ticket();
    const guess = () => person.verify(ticket, wrongFor(person));
    const statuses = [
      (await guess()).status,
      (await guess()).status,
      (await guess()).status,
      (await guess()).status,
    ];
    expect(statuses).toEqual([401, 401, 401, 429]);
    const { status, body, headers } = await person.verify(ticket, person.code);
    expect([status, body.error.code]).toEqual([429, 'TOO_MANY_ATTEMPTS']);
    expect(Number(headers['retry-after'])).toBe(body.error.retryAfterSeconds);
    server.clock.advance({ ms: body.error.retryAfterSeconds * 1_000 });
    expect((await person.verify(ticket, person.code)).status).toBe(200);
  });
});

describe('a recovery code', () => {
  test('lets its owner in once however it is typed, tells how many are left, and is an act', async () => {
    const person = await enrolled();
    const [first = '', second = ''] = person.recoveryCodes;
    const typed = ` ${first.toUpperCase().replaceAll('-', ' ')} `;
    const { status, body } = await person.verify(await person.ticket(), typed);
    expect([status, body['recoveryCodesLeft']]).toEqual([200, 9]);
    expect((await person.verify(await person.ticket(), first)).status).toBe(401);
    expect((await person.verify(await person.ticket(), second)).body['recoveryCodesLeft']).toBe(8);
    const used = (await actsOf(person.id)).filter((act) => act === `useRecoveryCode by ${person.id}`);
    expect(used).toHaveLength(2);
  });

  test('is of its owner alone, and lets one in of several who use it at once', async () => {
    const [person, other] = [await enrolled(), await enrolled()];
    const [code = ''] = person.recoveryCodes;
    expect((await other.verify(await other.ticket(), code)).status).toBe(401);
    const ticket = await person.ticket();
    const replies = await Promise.all([1, 2, 3].map(() => person.verify(ticket, code)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });
});

describe('changing the second factor', () => {
  test('takes a code of the present one, and makes all that it proved by good for nothing', async () => {
    const person = await enrolled();
    const without = await person.post('second-factor/begin');
    expect([without.status, without.body.error.code]).toEqual([403, 'SECOND_FACTOR_REQUIRED']);
    expect((await person.post('second-factor/begin', { code: wrongFor(person) })).status).toBe(401);
    const before = { secret: person.secret, codes: person.recoveryCodes };
    await person.enrol({ code: person.code });
    const ticket = await person.ticket();
    for (const old of [codeOf(before.secret, server.clock.now()), before.codes[0] ?? ''])
      expect((await person.verify(ticket, old)).status).toBe(401);
    expect((await person.verify(ticket, person.code)).status).toBe(200);
  });

  test('switching it off takes a code, and is an act', async () => {
    const person = await enrolled();
    expect((await person.post('second-factor/disable', { code: wrongFor(person) })).status).toBe(401);
    expect((await person.post('second-factor/disable', { code: person.code })).status).toBe(204);
    expect((await person.signIn()).status).toBe(200);
    expect(await actsOf(person.id)).toContain(`removeFactor by ${person.id}`);
    const again = await person.post('second-factor/disable', { code: person.code });
    expect([again.status, again.body.error.code]).toEqual([409, 'NO_SECOND_FACTOR']);
  });

  test('by whoever keeps the accounts ends what is signed in and every ticket, and the password stays', async () => {
    const person = await enrolled();
    const accounts = new Accounts({ database, operator: 'kiran', now: server.clock.now, newId: randomUUID });
    const ticket = await person.ticket();
    const { cookie } = await person.verify(await person.ticket(), person.code);
    expect(await accounts.resetFactor(person.email)).toBe('DONE');
    expect((await door.refresh(server, cookie)).status).toBe(401);
    expect((await person.verify(ticket, person.code)).body.error.code).toBe('TICKET_NOT_USABLE');
    expect((await person.signIn()).status).toBe(200);
    expect(await actsOf(person.id)).toContain('resetFactor by kiran');
    expect(await accounts.resetFactor(person.email)).toBe('NO_FACTOR');
    expect(await accounts.resetFactor('nobody@shop.example')).toBe('NO_SUCH_ACCOUNT');
  });
});

describe('where staff and admins need one', () => {
  let strict: TestServer;
  beforeAll(async () => {
    const settings = { ...SETTINGS, SECOND_FACTOR_REQUIRED: 'on', DEMO_MODE: 'on' };
    strict = await openTestServer({ database, settings, directory });
  });
  afterAll(() => strict.close());

  test.each(['STAFF', 'ADMIN'] as const)(
    '%s set it up at their first sign-in, and are in with it',
    async (role) => {
      const person = await personOf(role, strict);
      const first = await person.signIn();
      expect([first.status, first.body.error.code]).toEqual([401, 'SECOND_FACTOR_SETUP_REQUIRED']);
      const { ticket } = first.body.error as unknown as { ticket: string };
      expect((await person.verify(ticket, '123456')).body.error.code).toBe('TICKET_NOT_USABLE');
      const { confirmed } = await person.enrol({ ticket });
      expect(confirmed.status).toBe(200);
      expect(person.recoveryCodes).toHaveLength(10);
      expect(confirmed.body.account['id']).toBe(person.id);
      expect(await door.isAccepted(strict, confirmed.body.accessToken)).toBe(true);
      // The ticket set one up; it does not set up another, for whoever else may have it.
      const again = await door.post(strict, 'second-factor/begin', { ticket });
      expect(again.body.error.code).toBe('TICKET_NOT_USABLE');
      expect((await person.verify(await person.ticket(), person.code)).status).toBe(200);
    },
  );

  test('nobody switches it off', async () => {
    const person = await personOf('ADMIN', strict);
    await person.enrol({ ticket: await person.ticket() });
    await person.enter();
    strict.clock.advance({ ms: HALF_MINUTE });
    const { status, body } = await person.post('second-factor/disable', { code: person.code });
    expect([status, body.error.code]).toEqual([403, 'SECOND_FACTOR_IS_REQUIRED']);
  });

  test('customers and the people of the demo sign in as before', async () => {
    const customer = await personOf('CUSTOMER', strict);
    expect((await customer.signIn()).status).toBe(200);
    expect((await door.post(strict, 'sign-in', door.RAVI)).status).toBe(200);
  });

  test('a demo that starts again takes what its visitors set up off its people', async () => {
    const ravi = Object.assign(await personOf('STAFF', strict), { id: 'staff_ravi', email: door.RAVI.email });
    ravi.token = (await door.signedIn(strict, door.RAVI)).token;
    await ravi.enrol();
    expect((await door.post(strict, 'sign-in', door.RAVI)).status).toBe(401);
    const again = await openTestServer({ database, settings: { ...SETTINGS, DEMO_MODE: 'on' }, directory });
    expect((await door.post(again, 'sign-in', door.RAVI)).status).toBe(200);
    await again.close();
  });
});

/** Six digits that are no code of this moment, and none of those beside it. */
function wrongFor({ secret, at }: Person): string {
  const near = [-1, 0, 1].map((steps) => codeOf(secret, at.clock.now() + steps * HALF_MINUTE));
  return ['000000', '111111', '222222', '333333'].find((code) => !near.includes(code)) ?? '444444';
}
