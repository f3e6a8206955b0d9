import { expireCredits } from '../../api/services/expire-credits.ts';
import {
  answerOf,
  capture,
  credit,
  debit,
  done,
  entryOf,
  extend,
  hold,
  names,
  openWallets,
  refund,
  release,
  reverse,
  setStatus,
  storedWallet,
  tallyOf,
} from '../support/acts.ts';
import { freshKey, openTestApp, type TestApp } from '../support/app.ts';
import { expectSound } from '../support/audit.ts';
import { journalOf } from '../support/check-journal.ts';
import { openTestDatabase } from '../support/database.ts';
import { withOwnEngine } from '../support/engine.ts';

const at = openTestDatabase();
const START = '2026-03-10T09:30:00+05:30';
const endOfMarch = Date.parse('2026-03-31T23:59:59.999+05:30');
let app: TestApp;

beforeAll(async () => (app = await openTestApp(at, { start: START })));
beforeEach(() => app.clock.set(START));
afterEach(() => expectSound(app));
afterAll(() => app.close());

async function funded(id: string, amount: bigint, expiresAt: number | null = null) {
  await openWallets(app, [id]);
  return entryOf(credit(app, id, amount, { expiresAt }));
}

describe('two refunds of 60 % of one debit', () => {
  it('cannot both be given, in one process or in two', async () => {
    await funded('refund', 500_00n);
    const other = withOwnEngine(app);
    for (const second of [app, other]) {
      const { id } = await entryOf(debit(app, 'refund', 100_00n));
      const outcomes = await Promise.all([refund(app, id, 60_00n), refund(second, id, 60_00n)]);
      expect(tallyOf(outcomes)).toEqual({ DONE: 1, REFUND_EXCEEDS_DEBIT: 1 });
    }
    await other.engine.stop();
    expect((await storedWallet(app, 'refund')).balance).toBe(420_00n);
  });

  it('give back no more than the debit when a hundred small ones come at once', async () => {
    await funded('crumbs', 500_00n);
    const { id } = await entryOf(debit(app, 'crumbs', 100_00n));
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => refund(app, id, 3_00n)));
    expect(tallyOf(outcomes)).toEqual({ DONE: 33, REFUND_EXCEEDS_DEBIT: 67 });
    expect((await storedWallet(app, 'crumbs')).balance).toBe(499_00n);
  });
});

describe('a hold that many want to end', () => {
  it('ends once, by one of a hundred captures and releases in two processes', async () => {
    await funded('ends', 500_00n);
    const other = withOwnEngine(app);
    const { id } = await entryOf(hold(app, 'ends', 100_00n));
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, n) => {
        const one = n % 2 === 0 ? app : other;
        return n % 4 < 2 ? capture(one, id) : release(one, id);
      }),
    );
    await other.engine.stop();
    expect(tallyOf(outcomes)).toEqual({ DONE: 1, HOLD_ENDED: 99 });
    const { balance, holds } = await storedWallet(app, 'ends');
    expect(holds).toEqual([]);
    expect([400_00n, 500_00n]).toContain(balance);
  });

  it('is captured for no more than it keeps when a hundred small captures come at once', async () => {
    await funded('crumbs-held', 500_00n);
    const { id } = await entryOf(hold(app, 'crumbs-held', 100_00n));
    const small = () => capture(app, id, 3_00n, { isFinal: false });
    expect(tallyOf(await Promise.all(Array.from({ length: 100 }, small)))).toEqual({
      DONE: 33,
      HOLD_EXCEEDED: 67,
    });
  });

  it('has met its deadline for everybody at once, captures and the job alike', async () => {
    await funded('deadline', 500_00n);
    const { id, deadline } = await entryOf(hold(app, 'deadline', 100_00n));
    app.clock.set(new Date(deadline ?? 0).toISOString());
    const late = () => Promise.all(Array.from({ length: 20 }, () => capture(app, id)));
    const [outcomes] = await Promise.all([late(), expireCredits(app, 'job-a'), expireCredits(app, 'job-b')]);
    expect(tallyOf(outcomes)).toEqual({ HOLD_EXPIRED: 20 });
    const kinds = (await journalOf(app, 'deadline')).map(({ kind }) => kind);
    expect(kinds).toEqual(['OPEN', 'CREDIT', 'HOLD', 'RELEASE']);
    expect((await storedWallet(app, 'deadline')).balance).toBe(500_00n);
  });

  it('is one of no more than the wallet has credits and room for', async () => {
    await funded('crowd', 480_00n);
    const outcomes = await Promise.all(Array.from({ length: 60 }, () => hold(app, 'crowd', 10_00n)));
    expect(tallyOf(outcomes)).toEqual({ DONE: 48, INSUFFICIENT_FUNDS: 12 });
    await entryOf(credit(app, 'crowd', 100_00n));
    const more = await Promise.all(Array.from({ length: 5 }, () => hold(app, 'crowd', 10_00n)));
    expect(tallyOf(more)).toEqual({ DONE: 2, TOO_MANY_HOLDS: 3 });
  });
});

describe('a freeze among fifty spends', () => {
  it('lets pass what came before it by position and nothing after it', async () => {
    await funded('watched', 500_00n);
    const other = withOwnEngine(app);
    const spends = Array.from({ length: 50 }, (_, n) => debit(n % 2 === 0 ? app : other, 'watched', 1_00n));
    const freeze = await entryOf(setStatus(other, 'watched', 'FROZEN'));
    const answers = (await Promise.all(spends)).map(answerOf);
    await other.engine.stop();
    const spent = (await journalOf(app, 'watched')).filter(({ kind }) => kind === 'DEBIT');
    expect(spent.filter(({ seq }) => seq > freeze.seq)).toEqual([]);
    expect(spent).toHaveLength(answers.filter((answer) => answer === 'DONE').length);
    expect(new Set(answers.filter((answer) => answer !== 'DONE'))).toEqual(
      new Set(spent.length < 50 ? ['WALLET_FROZEN'] : []),
    );
    expect(answerOf(await debit(app, 'watched', 1_00n))).toBe('WALLET_FROZEN');
  });
});

describe('two expiry jobs', () => {
  it('book each credit once between them, and find nothing more', async () => {
    const ids = await openWallets(app, names('due', 120));
    await Promise.all(ids.map((id) => done(credit(app, id, 10_00n, { expiresAt: endOfMarch }))));
    app.clock.set('2026-04-01T00:00:10+05:30');
    const other = withOwnEngine(app);
    const jobs = await Promise.all([expireCredits(app, 'job-a'), expireCredits(other, 'job-b')]);
    await other.engine.stop();
    expect(jobs[0].credits + jobs[1].credits).toBe(120);
    expect(jobs[0].amount + jobs[1].amount).toBe(1_200_00n);
    expect(await expireCredits(app, 'job-c')).toEqual({
      wallets: 0,
      credits: 0,
      amount: 0n,
      holds: 0,
      failures: [],
    });
  });

  it('and customers who spend at that moment never use what has expired', async () => {
    const ids = await openWallets(app, names('last-minute', 30));
    for (const expiresAt of [endOfMarch, null]) {
      await Promise.all(ids.map((id) => done(credit(app, id, 10_00n, { expiresAt }))));
    }
    app.clock.set('2026-04-01T00:00:00+05:30');
    const [outcomes] = await Promise.all([
      Promise.all(ids.map((id) => debit(app, id, 15_00n))),
      expireCredits(app, 'job-d'),
    ]);
    expect(tallyOf(outcomes)).toEqual({ INSUFFICIENT_FUNDS: 30 });
    const wallets = await Promise.all(ids.map((id) => storedWallet(app, id)));
    expect(new Set(wallets.map(({ balance }) => balance))).toEqual(new Set([10_00n]));
  });
});

describe('staff who correct the same credit', () => {
  it('take it back once, however many try', async () => {
    const { id } = await funded('mistaken', 100_00n);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => reverse(app, id)));
    expect(tallyOf(outcomes)).toEqual({ DONE: 1, CREDIT_USED_UP: 19 });
  });

  it('and a customer who spends it meanwhile share it to the paisa', async () => {
    const { id } = await funded('contested', 100_00n);
    const [taken, ...spends] = await Promise.all([
      reverse(app, id),
      ...Array.from({ length: 20 }, () => debit(app, 'contested', 7_00n)),
    ]);
    const spent = spends.filter((outcome) => 'entry' in outcome).length;
    const left = 100_00n - BigInt(spent) * 7_00n;
    expect(taken).toMatchObject({ entry: { amount: left, notRecovered: 100_00n - left } });
    expect((await storedWallet(app, 'contested')).balance).toBe(0n);
  });

  it('give it the latest of the days they name', async () => {
    const { id } = await funded('late', 100_00n, endOfMarch);
    const days = Array.from({ length: 10 }, (_, n) => endOfMarch + (n + 1) * 86_400_000);
    const outcomes = await Promise.all(days.map((day) => extend(app, id, day)));
    const done = outcomes.filter((outcome) => 'entry' in outcome);
    expect(done.length).toBeGreaterThan(0);
    const { lots, extensions } = await storedWallet(app, 'late');
    expect(lots).toMatchObject([{ expiresAt: days.at(-1) }]);
    expect(extensions).toEqual([{ lot: '2', expiresAt: days.at(-1) }]);
  });

  it('are refused for what is no credit, and answered alike under the same key', async () => {
    const { id } = await funded('odd', 100_00n, endOfMarch);
    const { id: debitId } = await entryOf(debit(app, 'odd', 1_00n));
    const later = endOfMarch + 86_400_000;
    expect([answerOf(await reverse(app, debitId)), answerOf(await extend(app, debitId, later))]).toEqual([
      'CREDIT_NOT_FOUND',
      'CREDIT_NOT_FOUND',
    ]);
    expect(answerOf(await refund(app, id, 1_00n))).toBe('DEBIT_NOT_FOUND');
    const keys = [freshKey('extend'), freshKey('reverse')] as const;
    const first = [await extend(app, id, later, keys[0]), await reverse(app, id, keys[1])];
    const again = [await extend(app, id, later, keys[0]), await reverse(app, id, keys[1])];
    expect(tallyOf(first)).toEqual({ DONE: 2 });
    expect(tallyOf(again)).toEqual({ REPLAYED: 2 });
    expect(answerOf(await reverse(app, id, keys[0]))).toBe('IDEMPOTENCY_CONFLICT');
  });
});
