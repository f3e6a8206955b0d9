import { openTestApp, type TestApp } from '../support/app.ts';
import { damageIn, journalOf, storedWallet } from '../support/check-journal.ts';
import { openTestDatabase } from '../support/database.ts';
import { openFunded } from '../support/spending.ts';
import { amountOf, keyOf, walletOf, Worker, type Plan } from '../support/worker.ts';
import { keyedEntryId } from '../../api/services/idempotency.ts';

const at = openTestDatabase();
let app: TestApp;

beforeAll(async () => (app = await openTestApp(at)));
afterAll(() => app.close());

const wallets = ['shared-a', 'shared-b', 'shared-c'];
const FUNDS = 100_000_00n;

function planOf(prefix: string): Plan {
  return { ...at, wallets, steps: 900, concurrency: 24, prefix };
}

function spentBy(plans: readonly Plan[], walletId: string): bigint {
  let total = 0n;
  for (const plan of plans) {
    for (let step = 0; step < plan.steps; step += 1) {
      if (walletOf(plan, step) === walletId) total += amountOf(step);
    }
  }
  return total;
}

describe('two processes on the same wallets', () => {
  it('lose nothing and double nothing, and answer each other’s keys alike', async () => {
    await openFunded(app, wallets, FUNDS);
    const plans = [planOf('one'), planOf('two')];
    // The third and the fourth do the work of the first and the second over again, at the same time.
    const workers = [...plans, ...plans].map((plan) => new Worker(plan));
    const answers = await Promise.all(workers.map((worker) => worker.finished()));

    for (const [n, plan] of plans.entries()) {
      const [first, twin] = [answers[n] ?? [], answers[n + 2] ?? []];
      for (const { step, answer, entryId } of [...first, ...twin]) {
        expect(['DONE', 'REPLAYED']).toContain(answer);
        expect(entryId).toBe(keyedEntryId(walletOf(plan, step), keyOf(plan, step)));
      }
      const done = [...first, ...twin].filter(({ answer }) => answer === 'DONE');
      expect(done.map(({ step }) => step).sort((a, b) => a - b)).toEqual([...Array(plan.steps).keys()]);
    }
    expect(await damageIn(app)).toEqual([]);
    for (const id of wallets) {
      expect((await storedWallet(app, id)).balance).toBe(FUNDS - spentBy(plans, id));
      expect(await journalOf(app, id)).toHaveLength(2 + 600);
    }
  }, 120_000);

  it('never refuse a debit that the other has done under the same key', async () => {
    await openFunded(app, ['scarce'], 200_00n);
    const plan: Plan = { ...at, wallets: ['scarce'], steps: 400, concurrency: 4, prefix: 'scarce' };
    const workers = [plan, plan].map((own) => new Worker(own));
    const [ours = [], theirs = []] = await Promise.all(workers.map((worker) => worker.finished()));

    const done = new Set([...ours, ...theirs].filter(({ entryId }) => entryId).map(({ step }) => step));
    const refused = [...ours, ...theirs].filter(({ answer }) => answer === 'INSUFFICIENT_FUNDS');
    expect(refused.filter(({ step }) => done.has(step))).toEqual([]);
    expect(await journalOf(app, 'scarce')).toHaveLength(2 + done.size);
    expect((await storedWallet(app, 'scarce')).balance).toBeLessThan(amountOf(6));
    expect(await damageIn(app)).toEqual([]);
  }, 180_000);
});
