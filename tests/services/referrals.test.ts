import { applyReferral } from '../../api/services/apply-referral.ts';
import {
  credit,
  done,
  names,
  openWallets,
  refer,
  setStatus,
  storedWallet,
  tallyOf,
} from '../support/acts.ts';
import { callerOf, freshKey, openTestApp, type TestApp } from '../support/app.ts';
import { expectSound } from '../support/audit.ts';
import { journalOf } from '../support/check-journal.ts';
import { openTestDatabase } from '../support/database.ts';
import { withOwnEngine } from '../support/engine.ts';

const at = openTestDatabase();
const START = '2026-03-10T09:30:00+05:30';
let app: TestApp;

beforeAll(async () => (app = await openTestApp(at, { start: START })));
beforeEach(() => app.clock.set(START));
afterEach(() => expectSound(app));
afterAll(() => app.close());

async function open(...ids: string[]): Promise<void> {
  await openWallets(app, ids);
}

/** Everything that a referral may write, for seeing that a refused one wrote nothing. */
async function stateOf(...ids: string[]) {
  const journals = await Promise.all(ids.map((id) => journalOf(app, id)));
  const wallets = await Promise.all(ids.map((id) => storedWallet(app, id)));
  return { journals, wallets, referrals: await app.stores.referrals.load(ids) };
}

describe('a referral', () => {
  it('gives both their bonus, with each other named', async () => {
    await open('asha', 'kiran');
    const outcome = await done(refer(app, 'kiran', 'asha'));
    expect(outcome.entry).toMatchObject({
      walletId: 'kiran',
      amount: 50_00n,
      origin: { kind: 'REFERRAL', side: 'REFERRED', otherId: 'asha' },
      lot: { source: 'REFERRAL', expiresAt: Date.parse('2027-03-10T23:59:59.999+05:30') },
    });
    expect(await storedWallet(app, 'asha')).toMatchObject({
      balance: 100_00n,
      referrals: { count: 1, earned: 100_00n, month: '2026-03', inMonth: 1 },
    });
    expect(await storedWallet(app, 'kiran')).toMatchObject({ balance: 50_00n, referredBy: 'asha' });
  });

  it('reads the code as people type it', async () => {
    await open('neha', 'om');
    const { referralCode } = await storedWallet(app, 'neha');
    const code = ` ${referralCode.slice(0, 4).toLowerCase()}-${referralCode.slice(4)} `;
    const asked = { code, customerId: 'om', idempotencyKey: freshKey('typed') };
    expect(await applyReferral(app, callerOf('CUSTOMER', 'om'), asked)).toMatchObject({ replayed: false });
    expect(
      await applyReferral(app, callerOf('CUSTOMER', 'om'), { ...asked, code: referralCode }),
    ).toMatchObject({ replayed: true });
  });

  it('happens once for a customer who uses two codes at once', async () => {
    const referrers = names('rush', 12);
    await open('wanted', ...referrers);
    const other = withOwnEngine(app);
    const outcomes = await Promise.all(
      referrers.map((referrer, n) => refer(n % 2 === 0 ? app : other, 'wanted', referrer)),
    );
    await other.engine.stop();
    expect(tallyOf(outcomes)).toEqual({ DONE: 1, REFERRAL_ALREADY_APPLIED: 11 });
    const wallets = await Promise.all(referrers.map((id) => storedWallet(app, id)));
    expect(wallets.filter(({ balance }) => balance > 0n)).toHaveLength(1);
    expect((await storedWallet(app, 'wanted')).balance).toBe(50_00n);
  });

  it('happens once for the same key, and its answer is always the same', async () => {
    await open('meena', 'nila');
    const key = freshKey('same-referral');
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => refer(app, 'nila', 'meena', key)));
    expect(tallyOf(outcomes)).toEqual({ DONE: 1, REPLAYED: 19 });
    expect((await storedWallet(app, 'meena')).balance).toBe(100_00n);
  });

  it('works one way when two use each other’s code at once', async () => {
    await open('left', 'right');
    const outcomes = await Promise.all([refer(app, 'left', 'right'), refer(app, 'right', 'left')]);
    expect(tallyOf(outcomes)).toEqual({ DONE: 1, REFERRAL_LOOP: 1 });
  });

  it('is refused for the own code, an unknown one, and after thirty days', async () => {
    await open('alone', 'friend');
    expect(tallyOf([await refer(app, 'alone', 'alone')])).toEqual({ REFERRAL_SELF: 1 });
    const unknown = { code: 'NOSUCHCD', customerId: 'alone', idempotencyKey: freshKey() };
    expect(tallyOf([await applyReferral(app, callerOf('CUSTOMER', 'alone'), unknown)])).toEqual({
      REFERRAL_CODE_UNKNOWN: 1,
    });
    app.clock.advance({ days: 30, ms: -1 });
    const last = app.now();
    app.clock.advance({ ms: 1 });
    expect(await refer(app, 'alone', 'friend')).toEqual({
      refused: { code: 'REFERRAL_WINDOW_CLOSED', since: last + 1 },
    });
    app.clock.advance({ ms: -1 });
    expect(await refer(app, 'alone', 'friend')).toMatchObject({ replayed: false });
  });

  it('stops at twenty a month when thirty come at once, and goes on in the next', async () => {
    const friends = names('friend', 30);
    app.clock.set('2026-03-25T09:30:00+05:30');
    await open('star', ...friends);
    const outcomes = await Promise.all(friends.map((id) => refer(app, id, 'star')));
    expect(tallyOf(outcomes)).toEqual({ DONE: 20, REFERRAL_LIMIT_REACHED: 10 });
    expect(await storedWallet(app, 'star')).toMatchObject({ balance: 2_000_00n, referrals: { inMonth: 20 } });
    const late = friends.filter((_, n) => 'refused' in (outcomes[n] ?? {}));
    app.clock.set('2026-04-01T00:00:00+05:30');
    expect(tallyOf(await Promise.all(late.map((id) => refer(app, id, 'star'))))).toEqual({ DONE: 10 });
    expect((await storedWallet(app, 'star')).referrals).toMatchObject({ count: 30, inMonth: 10 });
  });

  it('is refused while the own wallet is frozen, and does not tell that the other one is', async () => {
    await open('cold', 'warm');
    await done(setStatus(app, 'cold', 'FROZEN'));
    expect(tallyOf([await refer(app, 'cold', 'warm')])).toEqual({ WALLET_FROZEN: 1 });
    expect(await refer(app, 'warm', 'cold')).toEqual({ refused: { code: 'REFERRAL_CODE_UNKNOWN' } });
  });
});

describe('both bonuses or neither', () => {
  it.each([
    ['holds too much', { maxBalance: 1_020_00n }, 'WALLET_LIMIT_EXCEEDED'],
    ['has too many lots', { maxOpenLots: 1 }, 'TOO_MANY_LOTS'],
  ])('when the new wallet %s, the referrer gets nothing either', async (what, policy, code) => {
    const full = await openTestApp(at, { start: START, policy });
    const [referrer, referred] = [`giver-${what}`, `taker-${what}`];
    await open(referrer, referred);
    await done(credit(full, referred, 1_000_00n));
    const before = await stateOf(referrer, referred);
    expect(tallyOf([await refer(full, referred, referrer)])).toEqual({ [code]: 1 });
    expect(await stateOf(referrer, referred)).toEqual(before);
    await full.close();
  });

  it('when the referrer has no room, the new customer gets nothing and learns nothing of the other wallet', async () => {
    const full = await openTestApp(at, { start: START, policy: { maxBalance: 1_020_00n } });
    await open('rich', 'poor');
    await done(credit(full, 'rich', 1_000_00n));
    const before = await stateOf('rich', 'poor');
    expect(await refer(full, 'poor', 'rich')).toEqual({ refused: { code: 'REFERRAL_CODE_UNKNOWN' } });
    expect(await stateOf('rich', 'poor')).toEqual(before);
    await full.close();
  });
});
