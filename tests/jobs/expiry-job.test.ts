import { ExpiryJob, runExpiry, type ExpiryRun } from '../../api/jobs/expiry-job.ts';
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
    expect(await runExpiry(app, 'job-2')).toEqual({ wallets: 0, credits: 0, amount: 0n, lagSeconds: 0 });
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

  it('runs at once when it is started and stops when it is told to', async () => {
    await walletWithCredit('scheduled', '2026-03-16T00:00:00+05:30');
    app.clock.set('2026-03-17T00:00:10+05:30');
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
