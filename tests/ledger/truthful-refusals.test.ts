import { OutcomeUnknown } from '../../api/ledger/errors.ts';
import type { Stores } from '../../api/persistence/stores/stores.ts';
import { freshKey, openTestApp, type TestApp } from '../support/app.ts';
import { damageIn, storedWallet } from '../support/check-journal.ts';
import { openTestDatabase } from '../support/database.ts';
import { holdWallet, withOwnEngine } from '../support/engine.ts';
import { openFunded, spend } from '../support/spending.ts';

const at = openTestDatabase();
let app: TestApp;

beforeAll(async () => (app = await openTestApp(at)));
afterAll(() => app.close());
afterEach(async () => expect(await damageIn(app)).toEqual([]));

/** Another process that has written everything of its batch, and stands still before it commits or gives up. */
function standingStill(): {
  readonly stores: Stores;
  readonly hasWritten: Promise<void>;
  goOn(how: 'COMMIT' | 'GIVE_UP'): void;
} {
  let tell = () => {};
  const hasWritten = new Promise<void>((resolve) => (tell = resolve));
  let goOn: (how: 'COMMIT' | 'GIVE_UP') => void = () => {};
  const going = new Promise<void>((resolve, reject) => {
    goOn = (how) => (how === 'COMMIT' ? resolve() : reject(new Error('This process has come to an end.')));
  });
  const note = () => (tell(), going);
  const programme = Object.assign(Object.create(app.stores.programme) as Stores['programme'], { note });
  return { stores: { ...app.stores, programme }, hasWritten, goOn: (how) => goOn(how) };
}

/** A wallet whose credits end between two calls with the same key, the first of which is not finished. */
async function betweenTwoCalls(name: string) {
  app.clock.set('2026-03-10T09:30:00+05:30');
  await openFunded(app, [name], 100_00n);
  const key = freshKey('twice');
  const still = standingStill();
  const first = spend(withOwnEngine(app, {}, { stores: still.stores }), name, 60_00n, key);
  await still.hasWritten;
  app.clock.set('2028-03-10T09:30:00+05:30');
  return { key, first, goOn: still.goOn };
}

describe('a call that would be refused while an earlier one with its key can still be committed', () => {
  it('has the answer of the earlier one when that is', async () => {
    const { key, first, goOn } = await betweenTwoCalls('committed');
    const { diary, ...own } = withOwnEngine(app);
    const second = spend(own, 'committed', 60_00n, key);
    await diary.retriesReach(2);
    goOn('COMMIT');
    expect(await first).toMatchObject({ replayed: false });
    expect(await second).toMatchObject({ replayed: true });
    expect(await storedWallet(app, 'committed')).toMatchObject({ seq: 3 });
  });

  it('is refused when that is given up', async () => {
    const { key, first, goOn } = await betweenTwoCalls('given-up');
    const { diary, ...own } = withOwnEngine(app);
    const second = spend(own, 'given-up', 60_00n, key);
    await diary.retriesReach(2);
    goOn('GIVE_UP');
    await expect(first).rejects.toThrow('come to an end');
    expect(await second).toMatchObject({ refused: { code: 'INSUFFICIENT_FUNDS' } });
    expect(await storedWallet(app, 'given-up')).toMatchObject({ seq: 2 });
  });

  it('is answered as unknown when that takes longer than it may', async () => {
    const { key, first, goOn } = await betweenTwoCalls('endless');
    let elapsed = 0;
    const { diary, ...own } = withOwnEngine(app, { deadlineMs: 8_000 }, { elapsed: () => elapsed });
    const second = spend(own, 'endless', 60_00n, key);
    await diary.retriesReach(2);
    elapsed = 8_000;
    await expect(second).rejects.toThrow(OutcomeUnknown);
    goOn('COMMIT');
    await first;
  });

  it('does not keep the others of its batch waiting', async () => {
    const { key, first, goOn } = await betweenTwoCalls('awaited');
    await openFunded(app, ['beside'], 100_00n);
    const { diary: _, ...own } = withOwnEngine(app);
    const second = spend(own, 'awaited', 60_00n, key);
    const others = [spend(own, 'beside', 60_00n), spend(own, 'beside', 60_00n)];
    expect(await Promise.all(others)).toMatchObject([
      { replayed: false },
      { refused: { code: 'INSUFFICIENT_FUNDS' } },
    ]);
    goOn('COMMIT');
    await first;
    expect(await second).toMatchObject({ replayed: true });
  });
});

describe('a key that was refused', () => {
  it('is refused to everybody who sends it at the same time, and can be used later', async () => {
    await openFunded(app, ['poor'], 10_00n);
    const key = freshKey('refused');
    const sent = await Promise.all(Array.from({ length: 8 }, () => spend(app, 'poor', 60_00n, key)));
    expect(sent).toEqual(Array(8).fill(sent[0]));
    expect(sent[0]).toMatchObject({ refused: { code: 'INSUFFICIENT_FUNDS' } });
    expect(await spend(app, 'poor', 5_00n, key)).toMatchObject({ replayed: false });
  });
});

describe('an engine that takes nothing more', () => {
  it('does not say of a key whose outcome is unknown that it could simply be tried again', async () => {
    const { key, first, goOn } = await betweenTwoCalls('turned-away');
    await openFunded(app, ['full'], 100_00n);
    let elapsed = 0;
    const settings = { deadlineMs: 8_000, queueCapacity: 1 };
    const { diary, ...own } = withOwnEngine(app, settings, { elapsed: () => elapsed });
    const second = spend(own, 'turned-away', 60_00n, key);
    await diary.retriesReach(2);
    elapsed = 8_000;
    await expect(second).rejects.toThrow(OutcomeUnknown);
    const letGo = await holdWallet(app, 'full');
    const inFlight = spend(own, 'full', 1_00n);
    await diary.retriesReach(4);
    const waiting = spend(own, 'full', 1_00n);
    await expect(spend(own, 'full', 1_00n)).rejects.toThrow(
      'This call changed nothing: the server is too busy',
    );
    await expect(spend(own, 'turned-away', 60_00n, key)).rejects.toThrow(OutcomeUnknown);
    await letGo();
    await Promise.all([inFlight, waiting]);
    await own.engine.stop();
    await expect(spend(own, 'turned-away', 60_00n, key)).rejects.toThrow(OutcomeUnknown);
    goOn('COMMIT');
    await first;
  });
});
