import { addCredits } from '../../api/services/add-credits.ts';
import { deductCredits } from '../../api/services/deduct-credits.ts';
import { setWalletStatus } from '../../api/services/set-wallet-status.ts';
import { callerOf, freshKey, openTestApp, openWallet, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';

const at = openTestDatabase();
const admin = callerOf('ADMIN');
let app: TestApp;

beforeAll(async () => {
  app = await openTestApp(at);
  const customerId = await openWallet(app, 'busy');
  const grant = {
    customerId,
    amount: 1_000_00n,
    source: 'MANUAL',
    reason: 'Start',
    expiresAt: null,
    orderId: null,
  } as const;
  await addCredits(app, admin, { ...grant, idempotencyKey: freshKey() });
  const spend = () =>
    deductCredits(app, admin, {
      customerId,
      amount: 100n,
      orderId: 'o',
      reason: null,
      idempotencyKey: freshKey(),
    });
  await Promise.all(Array.from({ length: 300 }, spend));
  await setWalletStatus(app, admin, {
    customerId,
    status: 'FROZEN',
    reason: 'Lost phone',
    idempotencyKey: freshKey(),
  });
});
afterAll(() => app.close());

it('finds the few entries of a rare kind without looking at the many others', async () => {
  const plan = await app.database
    .getClient()
    .db(app.database.name)
    .collection('wallet_transactions')
    .find({ walletId: 'busy', seq: { $gt: 0, $lte: 400 }, kind: { $in: ['STATUS'] } })
    .sort({ seq: -1 })
    .limit(21)
    .explain('executionStats');
  expect(plan['executionStats']).toMatchObject({ nReturned: 1 });
  expect(plan['executionStats'].totalDocsExamined).toBeLessThanOrEqual(2);
});
