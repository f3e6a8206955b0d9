import fc from 'fast-check';
import type { Entry } from '../../api/domain/wallet/entries.ts';
import type { Wallet } from '../../api/domain/wallet/wallet.ts';
import { StaleRead } from '../../api/persistence/stores/document-store.ts';
import { inTransaction } from '../../api/persistence/transaction.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { journalOfEveryKind, walletNamed } from '../support/arbitrary-money.ts';
import { openTestDatabase } from '../support/database.ts';
import { propertySeed } from '../support/seed.ts';

const at = openTestDatabase();
let app: TestApp;

beforeAll(async () => (app = await openTestApp(at)));
afterAll(() => app.close());

let names = 0;
const freshName = fc.constant(null).map(() => `wallet-${(names += 1)}`);

async function append(entries: readonly Entry[]): Promise<void> {
  await inTransaction(
    app.database,
    (session) => app.stores.journal.append(entries, session),
    () => true,
  );
}

async function save(after: Wallet, before?: Wallet): Promise<void> {
  await inTransaction(
    app.database,
    (session) => app.stores.wallets.save([{ id: after.id, before, after }], session),
    () => true,
  );
}

async function load(id: string): Promise<Wallet | undefined> {
  return (await app.stores.wallets.load([id])).get(id);
}

describe('what is stored comes back as it was', () => {
  it('for entries of every kind', async () => {
    const journals = freshName.chain(journalOfEveryKind);
    await fc.assert(
      fc.asyncProperty(journals, async (journal) => {
        await append(journal);
        const ids = journal.map(({ id }) => id);
        expect([...(await app.stores.journal.load(ids)).values()]).toEqual(journal);
        const seqs = journal.map(({ seq }) => seq);
        expect(await app.stores.journal.atPositions(journal[0]?.walletId ?? '', seqs)).toEqual(journal);
      }),
      { seed: propertySeed, numRuns: 150 },
    );
  });

  it('for wallets, new and replaced', async () => {
    const pairs = freshName.chain((name) => fc.tuple(walletNamed(name), walletNamed(name)));
    await fc.assert(
      fc.asyncProperty(pairs, async ([first, { ...other }]) => {
        const second = { ...other, openedAt: first.openedAt };
        await save(first);
        expect(await load(first.id)).toEqual(first);
        await save(second, first);
        expect(await load(first.id)).toEqual(second);
      }),
      { seed: propertySeed, numRuns: 150 },
    );
  });
});

describe('a wallet that somebody else has changed', () => {
  it('is not replaced, and nothing else of the transaction is written', async () => {
    const [mine, other, [theirs]] = fc.sample(
      fc.tuple(walletNamed('guarded'), walletNamed('bystander'), journalOfEveryKind('guarded')),
      { seed: propertySeed, numRuns: 1 },
    )[0] as [Wallet, Wallet, Entry[]];
    if (!theirs) throw new Error('A journal has entries.');
    await save(mine);
    await append([theirs]);
    const write = inTransaction(
      app.database,
      async (session) => {
        const after = { ...mine, balance: mine.balance + 1n };
        const changes = [
          { id: other.id, before: undefined, after: other },
          { id: mine.id, before: mine, after },
        ];
        await app.stores.wallets.save(changes.slice(0, 1), session);
        await app.stores.journal.append([{ ...theirs, id: 'guarded:mine' }], session);
        await app.stores.wallets.save(changes.slice(1), session);
      },
      () => true,
    );
    await expect(write).rejects.toThrow(StaleRead);
    expect(await load('guarded')).toEqual(mine);
    expect(await load('bystander')).toBeUndefined();
  });

  it('is told apart from a request that was sent twice', async () => {
    const [[entry]] = fc.sample(journalOfEveryKind('repeated'), { seed: propertySeed, numRuns: 1 }) as [
      Entry[],
    ];
    if (!entry) throw new Error('A journal has entries.');
    await append([entry]);
    const again = append([{ ...entry, seq: entry.seq + 1 }]);
    await expect(again).rejects.toMatchObject({ code: 11_000 });
    await expect(again).rejects.not.toThrow(StaleRead);
  });
});
