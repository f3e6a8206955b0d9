import { connect, disconnect } from '../../api/persistence/connection.ts';
import { openStores } from '../../api/persistence/stores/stores.ts';
import { ownProcess } from '../../api/persistence/processes/own-process.ts';
import { setUp } from '../../api/persistence/set-up.ts';
import { freshKey, openTestApp, type TestApp } from '../support/app.ts';
import { damageIn, storedWallet } from '../support/check-journal.ts';
import { withOwnEngine } from '../support/engine.ts';
import { fail, stopFailing } from '../support/fail-points.ts';
import { HoldingProcess } from '../support/holding-process.ts';
import { HoldingStore } from '../support/holding-store.ts';
import { startFailingReplicaSet, type SpecialServer } from '../support/special-servers.ts';
import { openFunded, spend } from '../support/spending.ts';

/** Nothing in these tests is over because the database lost patience. */
const A_DAY = 86_400;
const HOUR = 3_600_000;

let replicaSet: SpecialServer;
let at: { uri: string; name: string };
let app: TestApp;

beforeAll(async () => {
  replicaSet = await startFailingReplicaSet();
  at = { uri: replicaSet.uri, name: 'dying' };
  app = await openTestApp(at);
  const admin = app.database.getClient().db('admin');
  await admin.command({ setParameter: 1, transactionLifetimeLimitSeconds: A_DAY });
});
afterEach(async () => expect(await damageIn(app)).toEqual([]));
afterAll(async () => {
  await app.close();
  await replicaSet.stop();
});

interface Listed {
  readonly _id: string;
  readonly host: string;
  readonly pid: number;
  readonly heartbeatAt: Date;
}

/** As the primary has it now: the majority may not have heard of it yet. */
function processes() {
  const options = { readConcern: { level: 'local' } } as const;
  return app.database.getClient().db(at.name).collection<Listed>('api_processes', options);
}

/** A process that holds a new wallet of ₹100.00 in the middle of a debit of ₹1.00. */
async function holding(wallet: string): Promise<HoldingProcess> {
  await openFunded(app, [wallet], 100_00n);
  return HoldingProcess.start({ ...at, wallet, key: freshKey(wallet) });
}

/** The same within this process, as another of the same host: cheaper, for what does not need a death. */
async function holdingHere(wallet: string) {
  await openFunded(app, [wallet], 100_00n);
  const database = await connect(at.uri, at.name);
  const id = ownProcess(database).id;
  let goOn = () => {};
  const released = new Promise<void>((resolve) => (goOn = resolve));
  let done: Promise<unknown> = Promise.resolve();
  await new Promise<void>((resolve) => {
    const wallets = new HoldingStore(app, database, () => {
      resolve();
      return released;
    });
    const stores = { ...openStores(database, app.policy, wallet), wallets };
    done = spend(withOwnEngine({ ...app, database }, {}, { stores }), wallet, 1_00n);
  });
  const leave = async () => {
    goOn();
    await done;
    await disconnect(database);
  };
  return { id, leave };
}

function listedAs(holder: HoldingProcess): Promise<Listed | null> {
  return processes().findOne({ pid: holder.pid });
}

/** What the list says of a process that can't say so itself any more. */
async function say(holder: HoldingProcess, what: Partial<Listed>): Promise<void> {
  await processes().updateOne({ pid: holder.pid }, { $set: what });
}

const inAnHour = () => ({ heartbeatAt: new Date(Date.now() + HOUR) });
const anHourAgo = () => ({ heartbeatAt: new Date(Date.now() - HOUR) });

/** What a process does before it serves. */
async function startAnother(): Promise<void> {
  const database = await connect(at.uri, at.name);
  await setUp(database);
  await disconnect(database);
}

/** A debit that finds nothing in its way. */
async function spendAtOnce(wallet: string): Promise<void> {
  const own = withOwnEngine(app);
  expect(await spend(own, wallet, 10_00n)).toMatchObject({ replayed: false });
  expect(own.diary.retries).toEqual([]);
}

describe('what a dead process left open', () => {
  it('is ended by the next one that starts on its host, before it serves', async () => {
    const holder = await holding('same-host');
    await holder.kill();
    await startAnother();
    expect(await listedAs(holder)).toBeNull();
    await spendAtOnce('same-host');
  });

  it('is ended by one that serves, when it meets it', async () => {
    const holder = await holding('met');
    await holder.kill();
    const own = withOwnEngine(app);
    expect(await spend(own, 'met', 10_00n)).toMatchObject({ replayed: false });
    expect(new Set(own.diary.retries)).toEqual(new Set(['TRANSIENT']));
    expect(await listedAs(holder)).toBeNull();
  });

  it('is ended although another process has its number now', async () => {
    const { id, leave } = await holdingHere('reused');
    await processes().updateOne({ _id: id }, { $set: { startedAt: 'before' } });
    await startAnother();
    await spendAtOnce('reused');
    await leave();
  });

  it('on another host is ended once it has been silent, and not before', async () => {
    const holder = await holding('elsewhere');
    await holder.kill();
    await say(holder, { host: 'elsewhere', ...inAnHour() });
    await startAnother();
    expect(await listedAs(holder)).not.toBeNull();
    await say(holder, anHourAgo());
    await startAnother();
    expect(await listedAs(holder)).toBeNull();
    await spendAtOnce('elsewhere');
  });
});

describe('a process that lives', () => {
  it('keeps what it has open when others start', async () => {
    const holder = await holding('alive');
    // It can't say that it lives while the test makes sure that it counts as alive.
    holder.pause();
    await say(holder, inAnHour());
    await startAnother();
    expect(await holder.resume()).toBe('DONE after 0 retries');
    await holder.leave();
    expect(await listedAs(holder)).toBeNull();
    expect(await storedWallet(app, 'alive')).toMatchObject({ balance: 99_00n });
  });

  it('and stood still for too long decides again what was ended, and is listed anew', async () => {
    const holder = await holding('paused');
    holder.pause();
    expect(await spend(withOwnEngine(app), 'paused', 10_00n)).toMatchObject({ replayed: false });
    expect(await listedAs(holder)).toBeNull();
    expect(await holder.resume()).toMatch(/^DONE after [1-9]/);
    while (!(await listedAs(holder))) continue;
    expect(await storedWallet(app, 'paused')).toMatchObject({ balance: 89_00n, seq: 4 });
    await holder.leave();
  });
});

describe('a database user that may not end sessions, or not list processes', () => {
  const observed = () => {
    const refused: string[] = [];
    return { refused, observer: { ended: () => {}, refused: (what: string) => void refused.push(what) } };
  };
  afterEach(() => stopFailing(app.database));

  it('serves all the same, and hears of it once', async () => {
    const { refused, observer } = observed();
    const database = await connect(at.uri, at.name, observer);
    const holders = [await holdingHere('kept-a'), await holdingHere('kept-b')];
    await fail(app.database, { failCommands: ['killSessions'], errorCode: 13 });
    for (const { id } of holders) {
      await processes().updateOne({ _id: id }, { $set: { startedAt: 'before' } });
      await setUp(database);
    }
    expect(refused).toEqual(['END']);
    await disconnect(database);
    for (const { leave } of holders) await leave();
    for (const id of ['kept-a', 'kept-b']) expect(await storedWallet(app, id)).toMatchObject({ seq: 3 });
  });

  it('commits without being listed', async () => {
    await openFunded(app, ['unlisted'], 100_00n);
    const { refused, observer } = observed();
    const appName = 'unlisted';
    const uri = new URL(at.uri);
    uri.searchParams.set('appName', appName);
    const database = await connect(uri.href, at.name, observer);
    const own = withOwnEngine({ ...app, database, stores: openStores(database, app.policy, 'unlisted') });
    await fail(app.database, { failCommands: ['update'], errorCode: 13, appName }, 1);
    expect(await spend(own, 'unlisted', 10_00n)).toMatchObject({ replayed: false });
    expect(refused).toEqual(['LIST']);
    await disconnect(database);
  });
});
