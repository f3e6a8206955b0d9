import { TopUpPoller } from '../../api/jobs/top-up-poller.ts';
import { startTopUp } from '../../api/services/start-top-up.ts';
import { freshKey, openTestApp, openWallet } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';
import { mockPayments } from '../support/payments.ts';

const at = openTestDatabase();

describe('the poller of top-ups', () => {
  it('stops at once while the provider does not answer', async () => {
    const payments = mockPayments();
    let isAsked = () => {};
    const asked = new Promise<void>((resolve) => (isAsked = resolve));
    payments.provider.lookUp = () => (isAsked(), new Promise(() => {}));
    const app = await openTestApp(at, { payments });
    await openWallet(app, 'waiting');
    const wish = { customerId: 'waiting', amount: 500_00n, method: 'UPI', note: null } as const;
    expect(await startTopUp(app, { ...wish, idempotencyKey: freshKey('top-up') })).toMatchObject({
      replayed: false,
    });
    app.clock.advance({ ms: payments.pollAfterMs + 1 });
    const runs: unknown[] = [];
    const poller = new TopUpPoller({
      app,
      intervalMs: 1_000,
      newRequestId: () => 'poll',
      onRun: (run) => runs.push(run),
      onError: (error) => runs.push(error),
    });
    poller.start();
    await asked;
    await poller.stop();
    expect(runs).toMatchObject([{ asked: 1, changed: 0, failures: [] }]);
    await app.close();
  });
});
