import { setUp } from '../../api/persistence/set-up.ts';
import { UniqueValues, valueOf } from '../../api/persistence/stores/unique-values.ts';
import { TryAgain } from '../../api/ledger/errors.ts';
import { startTopUp } from '../../api/services/start-top-up.ts';
import { saveCustomer } from '../../api/services/save-customer.ts';
import { createWallet } from '../../api/services/create-wallet.ts';
import { done, names, openWallets, storedWallet } from '../support/acts.ts';
import { callerOf, freshKey, openTestApp, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';
import { mockPayments } from '../support/payments.ts';

const at = openTestDatabase();
let app: TestApp;

beforeAll(async () => {
  app = await openTestApp(at, { engine: { maxAttempts: 2 }, payments: mockPayments() });
});
afterAll(() => app.close());

function collection(name: string) {
  return app.database.getClient().db(at.name).collection<{ _id: string }>(name);
}

/** A wallet whose code is not drawn but given. */
async function openWithCode(customerId: string, code: string): Promise<unknown> {
  await saveCustomer(app, callerOf('STAFF'), {
    ...{ id: customerId, name: 'Asha', email: null, phone: null, language: null },
  });
  const drawing = { ...app, ids: { ...app.ids, referralCode: () => code } };
  const opened = createWallet(drawing, callerOf('ADMIN'), { customerId, idempotencyKey: freshKey('open') });
  return done(opened).catch((error: unknown) => error);
}

describe('a referral code', () => {
  it('belongs to one wallet; another that would get it is not opened and may try again', async () => {
    await openWithCode('first', 'SAMECODE');
    expect(await openWithCode('second', 'SAMECODE')).toBeInstanceOf(TryAgain);

    expect(await app.stores.wallets.findByReferralCode('SAMECODE')).toBe('first');
    expect(await app.stores.wallets.load(['second'])).toEqual(new Map());
    expect(await openWithCode('second', 'OTHRCODE')).toMatchObject({ replayed: false });
  });

  it('belongs to one wallet when several would get it at once', async () => {
    const opened = await Promise.all(names('racing', 4).map((id) => openWithCode(id, 'RACECODE')));

    expect(opened.filter((answer) => !(answer instanceof Error))).toHaveLength(1);
    const holder = (await app.stores.wallets.findByReferralCode('RACECODE')) ?? '';
    expect((await storedWallet(app, holder)).referralCode).toBe('RACECODE');
  });

  it('leads nowhere when nobody has it', async () => {
    expect(await app.stores.wallets.findByReferralCode('NOBODYS2')).toBeNull();
  });
});

describe('a value', () => {
  const value = valueOf.paymentId('MOCK', 'pay_1');

  /** In a transaction of its own, as a batch takes them. */
  function take(holder: string): Promise<void> {
    const values = new UniqueValues(app.database);
    return app.database
      .getClient()
      .withSession((session) =>
        session.withTransaction(() => values.take([{ _id: value, holder }], session)),
      );
  }

  it('may be taken again by who has it, and by nobody else', async () => {
    await take('asha:1');
    await take('asha:1');
    await expect(take('bala:1')).rejects.toMatchObject({ code: 11_000 });
    expect(await new UniqueValues(app.database).holders([value])).toEqual(new Map([[value, 'asha:1']]));
  });
});

describe('a database that guarded its values with indexes', () => {
  const OLDER = { name: 'referralCode', unique: true };

  /** As a version left it that knew nothing of the collection. */
  async function asOlder(): Promise<void> {
    await collection('customer_wallets').createIndex({ referralCode: 1 }, OLDER);
    await collection('unique_values').deleteMany({});
    await app.database
      .getClient()
      .db(at.name)
      .collection<{ _id: number }>('schema_versions')
      .deleteOne({ _id: 3 });
  }

  async function holderOfCodeOf(id: string): Promise<string | null> {
    return app.stores.wallets.findByReferralCode((await storedWallet(app, id)).referralCode);
  }

  it('has them written down when it is brought forward, by whichever process', async () => {
    const ids = await openWallets(app, names('older', 30));
    await openWallets(app, ['payer']);
    const asked = { customerId: 'payer', amount: 500_00n, method: 'CARD', note: null } as const;
    const { topUp } = await done(startTopUp(app, { ...asked, idempotencyKey: freshKey('top-up') }));
    await asOlder();

    await Promise.all([setUp(app.database), setUp(app.database)]);

    expect(await Promise.all(ids.map(holderOfCodeOf))).toEqual(ids);
    const { topUps } = app.stores;
    expect(await topUps.findByReference(topUp.reference)).toEqual(topUp);
    expect(await topUps.findByProviderIds(topUp.provider, topUp.providerIds)).toEqual([topUp]);
  });

  it('has those written down at the next start that an older process has made since', async () => {
    const [id = ''] = await openWallets(app, ['since']);
    await asOlder();
    await setUp(app.database);
    await collection('unique_values').deleteMany({ holder: id });

    await setUp(app.database);

    expect(await holderOfCodeOf(id)).toBe(id);
  });
});
