import { TryAgain } from '../../api/ledger/errors.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { damageIn, storedWallet } from '../support/check-journal.ts';
import { openTestDatabase } from '../support/database.ts';
import { holdWallet, withOwnEngine } from '../support/engine.ts';
import { openFunded, spend } from '../support/spending.ts';

const at = openTestDatabase();
let app: TestApp;

beforeAll(async () => (app = await openTestApp(at)));
afterAll(() => app.close());
afterEach(async () => expect(await damageIn(app)).toEqual([]));

describe('an engine that cannot keep up', () => {
  it('takes as many commands as its queue holds and asks the others to try again', async () => {
    await openFunded(app, ['full'], 100_00n);
    const { diary, ...own } = withOwnEngine(app, { queueCapacity: 2 });
    const letGo = await holdWallet(app, 'full');
    const first = spend(own, 'full', 1_00n);
    await diary.retriesReach(1);
    const waiting = [spend(own, 'full', 1_00n), spend(own, 'full', 1_00n)];
    expect(own.engine.isAccepting).toBe(false);
    await expect(spend(own, 'full', 1_00n)).rejects.toThrow(
      'This call changed nothing: the server is too busy at the moment. Send the same request again, with the same idempotency key.',
    );
    await letGo();
    await Promise.all([first, ...waiting]);
    expect(own.engine.isAccepting).toBe(true);
    expect(await storedWallet(app, 'full')).toMatchObject({ balance: 97_00n });
  });

  it('gives up at the deadline what it could not do and what it did not get to, and writes nothing of either', async () => {
    await openFunded(app, ['late'], 100_00n);
    let elapsed = 0;
    const { diary, ...own } = withOwnEngine(app, { deadlineMs: 8_000 }, { elapsed: () => elapsed });
    const letGo = await holdWallet(app, 'late');
    const tried = spend(own, 'late', 1_00n);
    await diary.retriesReach(1);
    const waiting = spend(own, 'late', 1_00n);
    elapsed = 8_000;
    await expect(tried).rejects.toThrow(TryAgain);
    await expect(waiting).rejects.toThrow('the database did not answer in time');
    await letGo();
    expect(await storedWallet(app, 'late')).toMatchObject({ balance: 100_00n, seq: 2 });
  });

  it('gives up after so many attempts when others keep changing the wallet', async () => {
    await openFunded(app, ['contended'], 100_00n);
    const { diary, ...own } = withOwnEngine(app, { maxAttempts: 3 });
    const letGo = await holdWallet(app, 'contended');
    await expect(spend(own, 'contended', 1_00n)).rejects.toThrow('others were changing the same wallet');
    await letGo();
    expect(diary.retries).toEqual(['TRANSIENT', 'TRANSIENT']);
    expect(await storedWallet(app, 'contended')).toMatchObject({ balance: 100_00n, seq: 2 });
  });
});

describe('an engine that is stopped', () => {
  it('finishes what it took and takes nothing more', async () => {
    await openFunded(app, ['stopping'], 100_00n);
    const { diary, ...own } = withOwnEngine(app);
    const letGo = await holdWallet(app, 'stopping');
    const taken = [spend(own, 'stopping', 1_00n)];
    await diary.retriesReach(1);
    taken.push(spend(own, 'stopping', 2_00n));
    const stopped = Promise.all([own.engine.stop(), own.engine.stop()]);
    await expect(spend(own, 'stopping', 4_00n)).rejects.toThrow('the server is stopping');
    await letGo();
    await stopped;
    await Promise.all(taken);
    expect(await storedWallet(app, 'stopping')).toMatchObject({ balance: 97_00n });
  });

  it('is not done before everybody has been told', async () => {
    const ids = Array.from({ length: 40 }, (_, n) => `told-${n}`);
    await openFunded(app, ids, 100_00n);
    const { diary: _, ...own } = withOwnEngine(app);
    let told = 0;
    const spending = ids.map((id) => spend(own, id, 1_00n).then(() => (told += 1)));
    await own.engine.stop();
    expect(told).toBe(ids.length);
    await Promise.all(spending);
  });

  it('is done at once when nothing is under way, however often it is asked', async () => {
    const { engine } = withOwnEngine(app);
    await engine.stop();
    await engine.stop();
    expect(engine.isAccepting).toBe(false);
  });
});
