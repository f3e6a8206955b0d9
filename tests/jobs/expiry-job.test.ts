import { ExpiryJob, runExpiry, type ExpiryRun } from '../../api/jobs/expiry-job.ts';
import { BackOff } from '../../api/jobs/back-off.ts';
import { addCredits } from '../../api/services/add-credits.ts';
import { callerOf, freshKey, openTestApp, openWallet, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';

const at = openTestDatabase();
const START = '2026-03-10T09:30:00+05:30';
let app: TestApp;
let other: TestApp;

beforeAll(async () => {
  app = await openTestApp(at, { start: START });
  other = await openTestApp(at, { start: START });
});
afterAll(() => Promise.all([app.close(), other.close()]));

async function walletWithCredit(customerId: string, expiresOn: string): Promise<void> {
  await openWallet(app, customerId);
  const outcome = await addCredits(app, callerOf('ADMIN'), {
    customerId,
    amount: 100_00n,
    source: 'PROMOTION',
    reason: 'Spring offer',
    expiresAt: Date.parse(expiresOn),
    orderId: null,
    idempotencyKey: freshKey('grant'),
  });
  expect(outcome).toMatchObject({ replayed: false });
}

async function balanceOf(customerId: string): Promise<bigint | undefined> {
  return (await app.stores.wallets.load([customerId])).get(customerId)?.balance;
}

/** Makes every change of a wallet fail from now on, or not any longer. */
async function damage(customerId: string, change: 'BREAK' | 'MEND'): Promise<void> {
  const wallets = app.database
    .getClient()
    .db(app.database.name)
    .collection<{ _id: string }>('customer_wallets');
  const update = change === 'BREAK' ? { $set: { unknown: 1 } } : { $unset: { unknown: '' as const } };
  await wallets.updateOne({ _id: customerId }, update, { bypassDocumentValidation: true });
}

describe('the expiry job', () => {
  it('books what is due, leaves the rest, and finds nothing the second time', async () => {
    await walletWithCredit('due', '2026-03-12T00:00:00+05:30');
    await walletWithCredit('later', '2026-03-20T00:00:00+05:30');
    app.clock.set('2026-03-13T00:00:10+05:30');
    expect(await runExpiry(app, 'job-1')).toMatchObject({
      wallets: 1,
      credits: 1,
      amount: 100_00n,
      lagSeconds: 10.001,
    });
    expect(await runExpiry(app, 'job-2')).toMatchObject({
      wallets: 0,
      credits: 0,
      amount: 0n,
      lagSeconds: 0,
    });
    expect([await balanceOf('due'), await balanceOf('later')]).toEqual([0n, 100_00n]);
  });

  it('books each credit once when two processes run at the same time', async () => {
    const ids = Array.from({ length: 60 }, (_, n) => `both-${n}`);
    await Promise.all(ids.map((id) => walletWithCredit(id, '2026-03-14T00:00:00+05:30')));
    for (const { clock } of [app, other]) clock.set('2026-03-15T00:00:10+05:30');
    const runs = await Promise.all([runExpiry(app, 'job-a'), runExpiry(other, 'job-b')]);
    expect(runs[0].credits + runs[1].credits).toBe(60);
    for (const id of ids) expect(await balanceOf(id)).toBe(0n);
  });

  it('books the others when one wallet fails, names it, and books it once it can', async () => {
    for (const id of ['broken', 'sound-a', 'sound-b'])
      await walletWithCredit(id, '2026-03-15T12:00:00+05:30');
    app.clock.set('2026-03-16T00:00:10+05:30');
    await damage('broken', 'BREAK');
    const run = await runExpiry(app, 'job-broken');
    expect(run).toMatchObject({ wallets: 2, failures: [{ walletId: 'broken' }] });
    expect(await runExpiry(app, 'job-again')).toMatchObject({
      wallets: 0,
      failures: [{ walletId: 'broken' }],
    });
    await damage('broken', 'MEND');
    expect(await runExpiry(app, 'job-mended')).toMatchObject({ wallets: 1, failures: [] });
  });

  it('leaves a wallet alone for a while after it failed, and counts it', async () => {
    await walletWithCredit('stubborn', '2026-03-17T12:00:00+05:30');
    app.clock.set('2026-03-18T00:00:20+05:30');
    await damage('stubborn', 'BREAK');
    const runs: (ExpiryRun & { failing: number })[] = [];
    let hasRun = () => {};
    const ran = (count: number) =>
      new Promise<void>((resolve) => {
        hasRun = () => runs.length >= count && resolve();
        hasRun();
      });
    const job = new ExpiryJob({
      app,
      intervalMs: 1_000,
      newRequestId: () => 'job-stubborn',
      onRun: (run) => (runs.push(run), hasRun()),
      onError: (error) => {
        throw error;
      },
    });
    job.start();
    await ran(2);
    await damage('stubborn', 'MEND');
    app.clock.advance({ ms: 5_000 });
    const seen = runs.length;
    await ran(seen + 2);
    await job.stop();
    expect(runs.map(({ failures }) => failures.length).slice(0, 2)).toEqual([1, 0]);
    expect(runs.map(({ failing }) => failing).slice(0, 2)).toEqual([1, 1]);
    expect(runs.at(-1)).toMatchObject({ failing: 0 });
    expect(await balanceOf('stubborn')).toBe(0n);
  });

  it('is done by one process at a time', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let first: Promise<unknown> = Promise.resolve();
    await new Promise<void>((isHeld) => {
      first = app.stores.leases.whileFree('some-job', () => (isHeld(), held));
    });
    expect(await other.stores.leases.whileFree('some-job', async () => 'ran')).toBeNull();
    letGo();
    await first;
    expect(await other.stores.leases.whileFree('some-job', async () => 'ran')).toBe('ran');
  });

  it('begins nothing any more once it is stopped', async () => {
    const runs: unknown[] = [];
    const job = new ExpiryJob({
      app,
      intervalMs: 1_000,
      newRequestId: () => 'job-stopped',
      onRun: (run) => runs.push(run),
      onError: (error) => runs.push(error),
    });
    await job.stop();
    job.start();
    await job.stop();
    expect(runs).toEqual([]);
  });

  it('runs at once when it is started and stops when it is told to', async () => {
    await walletWithCredit('scheduled', '2026-03-19T00:00:00+05:30');
    app.clock.set('2026-03-20T00:00:10+05:30');
    let job: ExpiryJob | undefined;
    const run = await new Promise<ExpiryRun>((resolve, reject) => {
      job = new ExpiryJob({
        app,
        intervalMs: 60_000,
        newRequestId: () => 'job-3',
        onRun: resolve,
        onError: reject,
      });
      job.start();
    });
    await job?.stop();
    expect(run).toMatchObject({ credits: 1 });
    expect(await balanceOf('scheduled')).toBe(0n);
  });
});

describe('the wait after a failure', () => {
  it('is twice as long each time, up to an hour, and begins anew after a success', () => {
    const backOff = new BackOff();
    let now = 0;
    const waits = Array.from({ length: 12 }, () => {
      backOff.failed('wallet', now);
      const wait = (backOff.next ?? now) - now;
      expect([backOff.isHeld('wallet', now), backOff.isHeld('wallet', now + wait)]).toEqual([true, false]);
      now += wait;
      return wait / 1_000;
    });
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 3_600, 3_600]);
    backOff.keepOnly(new Set(['wallet']), now);
    expect(backOff.size).toBe(1);
    backOff.keepOnly(new Set(), now);
    expect(backOff.size).toBe(0);
  });
});
