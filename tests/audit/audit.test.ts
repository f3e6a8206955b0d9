import { INVARIANT_CODES } from '../../api/audit/invariants.ts';
import { reportLines } from '../../api/audit/report-lines.ts';
import { SessionStore } from '../../api/persistence/stores/session.store.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { auditOf, expectSound, foundBy } from '../support/audit.ts';
import { openTestDatabase } from '../support/database.ts';
import { mockPayments } from '../support/payments.ts';
import { Damage } from './damage.ts';
import { openShop, type Shop } from './shop.ts';
import { damages } from './damages.ts';

const at = openTestDatabase();
let app: TestApp;
let shop: Shop;
let damage: Damage;

beforeAll(async () => {
  const payments = mockPayments();
  app = await openTestApp(at, { payments });
  shop = await openShop(app, payments);
  damage = new Damage(app);
});
afterEach(() => damage.repair());
afterAll(() => app.close());

describe('the audit of a sound database', () => {
  it('finds nothing, and has looked at something for every invariant', async () => {
    const report = await auditOf(app);
    expect(foundBy(report)).toEqual([]);
    expect(report).toMatchObject({ violations: 0, wallets: 7 });
    expect(report.invariants.map(({ code }) => code)).toEqual(INVARIANT_CODES);
    expect(report.invariants.filter(({ checked }) => checked === 0)).toEqual([]);
  });

  it('finds nothing in a session whose token has been used either', async () => {
    const sessions = new SessionStore(app.database);
    const [id, tokenHash, chainKey] = ['used', 'hash', 'key'];
    const times = { createdAt: app.now(), expiresAt: app.now() + 1_000 };
    await sessions.create({ id, accountId: 'asha', tokenHash, chainKey, device: 'Chrome', ...times });
    await sessions.arrived(id, 0);
    await expectSound(app);
    await app.database.collection<{ _id: string }>('sessions').deleteOne({ _id: id });
  });

  it('says so in a line for each invariant and one for all', async () => {
    const lines = reportLines(await auditOf(app));
    expect(lines).toHaveLength(INVARIANT_CODES.length + 1);
    expect(lines[0]).toMatch(/^I1 .* 7 checked +0 violations +\d+ ms$/);
    expect(lines.at(-1)).toMatch(/^7 wallets with \d+ entries in [\d,]+ ms\. All invariants hold\.$/);
  });
});

describe('the audit of a damaged database', () => {
  it.each(damages)('reports under $code $what', async ({ code, plant, problem }) => {
    await plant(damage, shop);
    const found = foundBy(await auditOf(app));
    expect(found.filter((line) => line.startsWith(`${code} `))).toContain(`${code} ${problem(shop)}`);
  });

  it('plants a damage for every invariant', () => {
    expect([...new Set(damages.map(({ code }) => code))].sort()).toEqual([...INVARIANT_CODES].sort());
  });

  it('finds nothing any more once the damage is repaired', async () => {
    await expectSound(app);
  });

  it('mentions what it does not know without calling it wrong', async () => {
    await damage.add('leaflets', { _id: 'diwali' });
    await damage.addIndex('customer_wallets', { balance: 1 }, { name: 'balance' });
    const report = await auditOf(app);
    expect(report.violations).toBe(0);
    expect(report.notices).toEqual([
      'customer_wallets has an index balance that this version does not know.',
      'There is a collection leaflets that this version does not know.',
    ]);
    expect(reportLines(report).filter((line) => line.includes('leaflets'))).toHaveLength(1);
  });

  it('shows the first few violations of an invariant and counts the rest', async () => {
    for (const id of ['asha', 'kiran', 'zoya']) {
      await damage.set('customer_wallets', id, { balance: 1n });
      for (const n of [1, 2])
        await damage.copy('customer_wallets', id, { _id: `${id}-${n}`, referralCode: `${id}${n}` });
    }
    const report = await auditOf(app);
    expect(report.invariants[0]).toMatchObject({ code: 'I1', violations: 9, first: { length: 5 } });
    expect(reportLines(report).filter((line) => line.includes('and 4 more'))).not.toEqual([]);
    expect(reportLines(report).at(-1)).toMatch(/\d+ violations\. Look at each before going on\.$/);
  });
});
