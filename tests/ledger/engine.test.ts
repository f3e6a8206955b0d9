import type { Wallet } from '../../api/domain/wallet/wallet.ts';
import { addCredits } from '../../api/services/add-credits.ts';
import { deductCredits } from '../../api/services/deduct-credits.ts';
import type { Outcome } from '../../api/services/outcome.ts';
import { refundCredits } from '../../api/services/refund-credits.ts';
import { callerOf, freshKey, openTestApp, openWallet, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';

const at = openTestDatabase();
const admin = callerOf('ADMIN');
let app: TestApp;

beforeAll(async () => (app = await openTestApp(at)));
afterAll(() => app.close());

function grant(customerId: string, amount: bigint, idempotencyKey = freshKey('grant')) {
  return addCredits(app, admin, {
    customerId,
    amount,
    source: 'MANUAL',
    reason: 'Welcome',
    expiresAt: null,
    orderId: null,
    idempotencyKey,
  });
}

function spend(customerId: string, amount: bigint, idempotencyKey = freshKey('spend')) {
  return deductCredits(app, admin, { customerId, amount, orderId: 'order-1', reason: null, idempotencyKey });
}

function codesOf(outcomes: readonly Outcome[]): Record<string, number> {
  const codes: Record<string, number> = {};
  for (const outcome of outcomes) {
    const code = 'refused' in outcome ? outcome.refused.code : outcome.replayed ? 'REPLAYED' : 'DONE';
    codes[code] = (codes[code] ?? 0) + 1;
  }
  return codes;
}

async function stored(customerId: string): Promise<Wallet> {
  const wallet = (await app.stores.wallets.load([customerId])).get(customerId);
  if (!wallet) throw new Error(`There is no wallet of ${customerId}.`);
  return wallet;
}

describe('the engine', () => {
  it('lets 200 debits race for money that pays 50 and pays exactly 50', async () => {
    await openWallet(app, 'race');
    await grant('race', 50_00n);
    const outcomes = await Promise.all(Array.from({ length: 200 }, () => spend('race', 1_00n)));
    expect(codesOf(outcomes)).toEqual({ DONE: 50, INSUFFICIENT_FUNDS: 150 });
    expect(await stored('race')).toMatchObject({ balance: 0n, lots: [], seq: 52 });
  });

  it('acts once when the same key is sent 64 times at once, and answers alike', async () => {
    await openWallet(app, 'repeat');
    await grant('repeat', 500_00n);
    const key = freshKey('same');
    const outcomes = await Promise.all(Array.from({ length: 64 }, () => spend('repeat', 7_00n, key)));
    expect(codesOf(outcomes)).toEqual({ DONE: 1, REPLAYED: 63 });
    const entries = outcomes.map((outcome) => ('entry' in outcome ? outcome.entry : outcome.refused));
    for (const entry of entries) expect(entry).toEqual(entries[0]);
    expect(await stored('repeat')).toMatchObject({ balance: 493_00n });
  });

  it('refuses a key that comes back with another amount', async () => {
    await openWallet(app, 'conflict');
    await grant('conflict', 500_00n);
    const key = freshKey('conflict');
    const first = await spend('conflict', 7_00n, key);
    const second = await spend('conflict', 8_00n, key);
    expect(first).toMatchObject({ replayed: false });
    expect(second).toEqual({ refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: app.now() } });
  });

  it('gives back no more than a debit when two refunds of 60 % race', async () => {
    await openWallet(app, 'refund');
    await grant('refund', 500_00n);
    const debit = await spend('refund', 100_00n);
    if ('refused' in debit) throw new Error(debit.refused.code);
    const refund = () =>
      refundCredits(app, admin, {
        debitId: debit.entry.id,
        amount: 60_00n,
        reason: 'Damaged',
        idempotencyKey: freshKey(),
      });
    expect(codesOf(await Promise.all([refund(), refund()]))).toEqual({ DONE: 1, REFUND_EXCEEDS_DEBIT: 1 });
    expect(await stored('refund')).toMatchObject({ balance: 460_00n });
  });

  it('keeps many wallets apart under load', async () => {
    const ids = Array.from({ length: 40 }, (_, n) => `many-${n}`);
    await Promise.all(ids.map((id) => openWallet(app, id)));
    await Promise.all(ids.map((id) => grant(id, 100_00n)));
    const outcomes = await Promise.all(
      ids.flatMap((id) => Array.from({ length: 12 }, () => spend(id, 10_00n))),
    );
    expect(codesOf(outcomes)).toEqual({ DONE: 400, INSUFFICIENT_FUNDS: 80 });
    for (const id of ids) expect(await stored(id)).toMatchObject({ balance: 0n, seq: 12 });
  });
});
