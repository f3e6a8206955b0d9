import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { defaultPolicy } from '../../api/domain/policy.ts';
import { tierStanding } from '../../api/domain/wallet/tier.ts';
import type { Wallet } from '../../api/domain/wallet/wallet.ts';
import { SAMPLE_CUSTOMERS } from '../../api/scripts/sample-data/customers.ts';
import { seed } from '../../api/scripts/seed.ts';
import { openApp } from '../../api/services/open-app.ts';
import { findWallets } from '../../api/services/queries/find-wallets.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';

const at = openTestDatabase();
let app: TestApp;
let steps: number;

beforeAll(async () => {
  app = await openTestApp(at, { start: '2026-11-23T09:41:00+05:30' });
  steps = await seedAgain();
});
afterAll(() => app.close());

function seedAgain(): Promise<number> {
  const { database } = app;
  return seed(
    (now) => openApp({ database, policy: defaultPolicy, now, elapsed: () => performance.now(), randomBytes }),
    app.now(),
  );
}

async function wallets(): Promise<Map<string, Wallet>> {
  return findWallets(
    app,
    SAMPLE_CUSTOMERS.map(({ id }) => id),
  );
}

describe('the sample shop', () => {
  it('has customers of every tier and status', async () => {
    const all = [...(await wallets()).values()];
    expect(new Set(all.map((wallet) => wallet.status))).toEqual(new Set(['ACTIVE', 'FROZEN', 'SUSPENDED']));
    const tiers = all.map((wallet) => tierStanding(wallet, app.policy, app.now()).tier.level);
    expect(new Set(tiers)).toEqual(new Set(['BRONZE', 'SILVER', 'GOLD', 'PLATINUM']));
  });

  it('shows the demo customer a credit that expires in three days', async () => {
    const asha = (await wallets()).get('cus_asha');
    expect(asha?.lots[0]?.expiresAt).toBe(Date.parse('2026-11-26T23:59:59.999+05:30'));
  });

  it('has a wallet with a history of five thousand entries', async () => {
    expect((await wallets()).get('cus_sunita')?.seq).toBeGreaterThanOrEqual(5_000);
  });

  it('is told once: telling it again adds nothing', async () => {
    const before = await wallets();
    expect(steps).toBeGreaterThan(5_000);
    expect(await seedAgain()).toBe(0);
    expect(await wallets()).toEqual(before);
  });
});
