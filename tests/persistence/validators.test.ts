import fc from 'fast-check';
import { mongoose } from '@typegoose/typegoose';
import { inTransaction } from '../../api/persistence/transaction.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { EVERY_KIND, journalOfEveryKind, walletNamed } from '../support/arbitrary-money.ts';
import { openTestDatabase } from '../support/database.ts';
import { propertySeed } from '../support/seed.ts';

const { Decimal128, Double, Int32 } = mongoose.mongo.BSON;
type Document = Record<string, unknown>;

const at = openTestDatabase();
let app: TestApp;
let wallet: Document;
let entries: Map<string, Document>;

beforeAll(async () => {
  app = await openTestApp(at);
  const sampled = fc.sample(
    fc.tuple(
      walletNamed('sample').filter(({ lots }) => lots.length > 0),
      journalOfEveryKind('sample').filter((journal) =>
        journal.every((entry) => !('draws' in entry) || entry.draws.length > 0),
      ),
    ),
    { seed: propertySeed, numRuns: 1 },
  );
  for (const [after, journal] of sampled) {
    await inTransaction(
      app.database,
      async (session) => {
        await app.stores.wallets.save([{ id: after.id, before: undefined, after }], session);
        await app.stores.journal.append(journal, session);
      },
      () => true,
    );
  }
  wallet = (await collection('customer_wallets').findOne({})) as Document;
  const stored = await collection('wallet_transactions').find({}).toArray();
  entries = new Map(stored.map((entry) => [String(entry['kind']), entry]));
});
afterAll(() => app.close());

function collection(name: string) {
  return app.database.getClient().db(at.name).collection<Document & { _id: string }>(name);
}

let copies = 0;

/** Writes a copy of a sound document, with some fields changed. */
async function write(name: string, sound: Document, change: Document): Promise<unknown> {
  const id = `copy-${(copies += 1)}`;
  const own = name === 'customer_wallets' ? { referralCode: id } : { walletId: id };
  return collection(name).insertOne({ ...sound, ...own, _id: id, ...change });
}

async function firstLot(change: Document): Promise<Document> {
  const [lot, ...others] = wallet['lots'] as Document[];
  return { lots: [{ ...lot, ...change }, ...others] };
}

const FAILED = { code: 121 };

describe('the database refuses a wallet', () => {
  it.each<[string, unknown]>([
    ['a double', new Double(100.5)],
    ['a whole double', new Double(100)],
    ['an int32', new Int32(100)],
    ['a decimal', Decimal128.fromString('100')],
    ['a text', '100'],
    ['a negative number', -1n],
    ['nothing', null],
  ])('whose balance is %s', async (_, balance) => {
    await expect(write('customer_wallets', wallet, { balance })).rejects.toMatchObject(FAILED);
  });

  it.each<[string, Document]>([
    ['holds less than nothing', { remaining: -1n }],
    ['holds nothing', { remaining: 0n }],
    ['began with nothing', { original: 0n }],
    ['began with a double', { original: new Double(1.5) }],
    ['has a field nobody knows', { colour: 'red' }],
    ['comes from nowhere', { source: 'HEAVEN' }],
    ['ends at a number', { expiresAt: 1_700_000_000_000 }],
  ])('with a lot that %s', async (_, change) => {
    await expect(write('customer_wallets', wallet, await firstLot(change))).rejects.toMatchObject(FAILED);
  });

  it.each<[string, Document]>([
    ['has a field nobody knows', { nickname: 'Purse' }],
    ['has an unknown status', { status: 'CLOSED' }],
    ['has no entries', { seq: 0 }],
    ['counts its entries in a double', { seq: new Double(1.5) }],
    ['has another currency', { currency: 'USD' }],
    ['counts money in doubles', { running: { debit: { count: 1, total: new Double(5) } } }],
    ['counts an unknown movement', { running: { theft: { count: 1, total: 5n } } }],
    ['remembers thirteen months', { monthlySpend: Array(13).fill({ month: '2026-01', amount: 1n }) }],
  ])('that %s', async (_, change) => {
    await expect(write('customer_wallets', wallet, change)).rejects.toMatchObject(FAILED);
  });

  it.each(['balance', 'seq', 'lots', 'status', 'referralCode', 'createdAt'])(
    'without its %s',
    async (field) => {
      const id = `without-${field}`;
      const whole: Document = { ...wallet, _id: id, referralCode: id };
      const document = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field));
      await expect(collection('customer_wallets').insertOne(document as never)).rejects.toMatchObject(FAILED);
    },
  );

  it('but takes the copy that nothing was changed in', async () => {
    await expect(write('customer_wallets', wallet, {})).resolves.toMatchObject({ acknowledged: true });
  });

  it('also when it is changed, not only when it is new', async () => {
    const change = collection('customer_wallets').updateOne({ _id: 'sample' }, { $set: { balance: 1.5 } });
    await expect(change).rejects.toMatchObject(FAILED);
  });
});

describe('the database refuses an entry', () => {
  it('that moves nothing, except a reversal that notes what is owed', async () => {
    for (const kind of ['CREDIT', 'DEBIT', 'REFUND', 'EXPIRY']) {
      const sound = entries.get(kind) as Document;
      await expect(write('wallet_transactions', sound, { amount: 0n })).rejects.toMatchObject(FAILED);
    }
    const spent = { amount: 0n, receivable: 1n };
    await expect(
      write('wallet_transactions', entries.get('REVERSAL') as Document, spent),
    ).resolves.toBeDefined();
  });

  it.each<[string, unknown]>([
    ['less than nothing', -1n],
    ['a double', new Double(100)],
    ['an int32', new Int32(100)],
  ])('that moves %s', async (_, amount) => {
    for (const kind of ['CREDIT', 'DEBIT', 'REFUND', 'EXPIRY', 'REVERSAL']) {
      const sound = entries.get(kind) as Document;
      await expect(write('wallet_transactions', sound, { amount })).rejects.toMatchObject(FAILED);
    }
  });

  it.each<[string, Document]>([
    ['is of an unknown kind', { kind: 'GIFT' }],
    ['has a field nobody knows', { note: 'x' }],
    ['has no place', { seq: 0 }],
    ['leaves a negative balance', { balanceAfter: -1n }],
    ['is dated with a number', { at: 1_700_000_000_000 }],
    ['was made by nobody', { actor: null }],
    ['was made by somebody without a role', { actor: { id: 'asha', channel: 'WEB' } }],
    ['draws nothing', { draws: [{ lot: null, amount: 1n }] }],
    ['has a reason of a thousand letters', { reason: 'x'.repeat(1_000) }],
  ])('that %s', async (_, change) => {
    const debit = entries.get('DEBIT') as Document;
    await expect(write('wallet_transactions', debit, change)).rejects.toMatchObject(FAILED);
  });

  it('but takes the copies that nothing was changed in', async () => {
    for (const kind of EVERY_KIND) {
      const copied = write('wallet_transactions', entries.get(kind) as Document, {});
      await expect(copied).resolves.toMatchObject({ acknowledged: true });
    }
  });

  it.each<[string, Document]>([
    ['a second time under its id', { _id: 'sample:00', walletId: 'elsewhere' }],
    ['at a place that is taken', { walletId: 'sample', seq: 1 }],
  ])('%s', async (_, change) => {
    const debit = entries.get('DEBIT') as Document;
    await expect(write('wallet_transactions', debit, change)).rejects.toMatchObject({ code: 11_000 });
  });
});
