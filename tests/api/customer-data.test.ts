import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultPolicy } from '../../api/domain/policy.ts';
import { AccountStore } from '../../api/persistence/stores/account.store.ts';
import { SessionStore } from '../../api/persistence/stores/session.store.ts';
import { runCustomerCommand, type Told } from '../../api/scripts/customer-command.ts';
import { openTestApi } from '../support/api.ts';
import { freshKey } from '../support/app.ts';
import { expectSound } from '../support/audit.ts';
import { deleteTemporaryFolders, temporaryFolder } from '../support/folders.ts';
import { mockPayments } from '../support/payments.ts';

const { approvals } = defaultPolicy;
const api = openTestApi({ payments: mockPayments(), policy: { approvals } });
afterAll(deleteTemporaryFolders);

/** What stands in every field that says something of the person, in small letters. */
const MARKS = ['zq9mark', '98989 74747', '9898974747'];
const marked = (what: string) => `${what} of Zq9mark`;

let ids = 0;
function run(...words: string[]): Promise<Told> {
  const { database, now } = api.app;
  const newId = () => `id-${(ids += 1)}`;
  return runCustomerCommand(words, { database, now: now(), operator: 'nisha', newId });
}

/** Every document of every collection. */
async function dump(): Promise<Map<string, Record<string, unknown>[]>> {
  const database = api.app.database.getClient().db(api.app.database.name);
  const names = (await database.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  const read = names.map(async (name) => [name, await database.collection(name).find().toArray()] as const);
  return new Map(await Promise.all(read));
}

function text(documents: unknown): string {
  return JSON.stringify(documents, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
}

/** The collections in which a mark is found. */
function markedIn(found: ReadonlyMap<string, unknown>): string[] {
  return [...found]
    .filter(([, documents]) => MARKS.some((mark) => text(documents).toLowerCase().includes(mark)))
    .map(([name]) => name)
    .sort();
}

async function tellEverything(customerId: string): Promise<void> {
  const { app } = api;
  const person = { customerId, name: 'Zq9mark Rao', email: 'zq9mark@example.com', phone: '+91 98989 74747' };
  await api.staff.act('saveCustomer', { ...person, name: 'Zq9mark R', language: 'en-zq9mark' });
  await api.staff.act('saveCustomer', { ...person, language: 'hi-zq9mark' });
  await api.admin.act('createWallet', { customerId });
  const credit = await api.grant(customerId, '500', { reason: marked('Birthday') });
  const debit = await api.spend(customerId, '100', { reason: marked('Gift') });
  const refund = { debitId: debit.transaction.id, amount: { amount: '10' }, reason: marked('Return') };
  await api.staff.act('refundCredits', refund);
  const creditId = credit.transaction.id;
  const expiresAt = '2031-01-01T10:00:00+05:30';
  await api.admin.act('extendExpiry', { creditId, expiresAt, reason: marked('Illness') });
  await api.admin.act('reverseCredit', { creditId, reason: marked('Mistake') });
  const row = { customerId, amount: { amount: '5' }, reason: marked('Row'), reference: marked('Line') };
  const wish = { customerId, amount: { amount: '7' }, reason: marked('Wish') };
  const { approval } = await api.staff.act<{ approval: { id: string } }>(
    'addCredits',
    wish,
    'approval { id }',
  );
  const refusal = { approvalId: approval.id, verdict: 'REFUSE', note: marked('No') };
  await api.admin.act('decideApproval', refusal);
  await api.staff.act('addCredits', wish);
  await api.admin.act('bulkAddCredits', { rows: [row], mode: 'VALID_ROWS' }, 'credited');
  for (const status of ['FROZEN', 'ACTIVE', 'FROZEN'])
    await api.staff.act('setWalletStatus', { customerId, status, reason: marked('Call') });
  await api.staff.act('setWalletStatus', { customerId, status: 'ACTIVE', reason: marked('Call') });
  const topUp = { amount: { amount: '100' }, method: 'UPI', note: marked('Pocket money') };
  await api.customer(customerId).act('startTopUp', topUp, 'topUp { id }');
  await api.staff.read(`{ customer(id: "${customerId}") { name wallet { transactions { nodes { id } } } } }`);
  await signIn(customerId);
  const [stored] = await app.stores.topUps.ofWallet(customerId, { limit: 1 });
  await app.stores.paymentEvents.receive({
    ...{
      id: `mock:${customerId}`,
      provider: 'mock',
      eventId: customerId,
      name: 'payment.failed',
      version: 1,
    },
    report: { kind: 'FAILED', reason: marked('Card') },
    ...{ providerIds: [], reference: null, status: 'REVIEW', topUpId: stored?.id ?? null },
    ...{ problem: marked('Problem'), receivedAt: app.now(), processedAt: app.now() },
  });
}

async function signIn(customerId: string): Promise<void> {
  const { database, now } = api.app;
  const account = { id: customerId, email: `zq9mark-${customerId}@example.com`, name: 'Zq9mark' };
  const role = 'CUSTOMER' as const;
  await new AccountStore(database).save({ ...account, role, passwordHash: 'hash' }, now());
  const hour = now() + 3_600_000;
  await new SessionStore(database).create({
    ...{ id: `session-${customerId}`, accountId: customerId, tokenHash: 'secret-of-session' },
    ...{ previousTokenHash: null, rotatedAt: now(), createdAt: now(), expiresAt: hour },
    ...{ chainKey: 'secret-of-chain', device: marked('Phone') },
  });
}

/** An entry or a wallet without the texts that may change. */
function money(found: ReadonlyMap<string, Record<string, unknown>[]>): unknown {
  const plain = ({ reason: _, statusReason: __, origin: ___, ...same }: Record<string, unknown>) => same;
  return ['wallet_transactions', 'customer_wallets', 'purchases', 'reward_claims', 'referrals'].map((name) =>
    found.get(name)?.map(plain),
  );
}

describe('erasing a customer', () => {
  it('blanks every text about them, wherever it is, and leaves the books as they were', async () => {
    await tellEverything('asha');
    await api.fundedWallet('neighbour', '50', { reason: 'Neighbourly' });
    const before = await dump();
    expect(markedIn(before)).toEqual([
      ...[
        'accounts',
        'acts',
        'approvals',
        'customer_wallets',
        'customers',
        'payment_events',
        'sessions',
        'top_ups',
      ],
      'wallet_transactions',
    ]);

    expect(await run('erase', 'asha')).toMatchObject({ done: true });

    const after = await dump();
    expect(markedIn(after)).toEqual([]);
    expect(money(after)).toEqual(money(before));
    expect(text(after.get('wallet_transactions'))).toContain('Neighbourly');
    await expectSound(api.app);
    const { customer } = await api.staff.read<{ customer: Record<string, unknown> }>(
      '{ customer(id: "asha") { name email phone language wallet { statusReason } acts { nodes { act actor { id } } } } }',
    );
    expect(customer).toMatchObject({
      ...{ name: 'Erased', email: null, phone: null, language: null, wallet: { statusReason: 'Erased' } },
      acts: { nodes: expect.arrayContaining([{ act: 'eraseCustomer', actor: { id: 'nisha' } }]) as unknown },
    });
  });

  it('ends the sessions, and nobody can sign in to the account any more', async () => {
    await api.openWallet('bala');
    await signIn('bala');
    const accounts = new AccountStore(api.app.database);
    const version = (await accounts.byId('bala'))?.sessionVersion ?? 0;

    await run('erase', 'bala');

    expect(await new SessionStore(api.app.database).byId('session-bala', api.app.now())).toBeNull();
    expect(await accounts.byEmail('zq9mark-bala@example.com')).toBeNull();
    expect((await accounts.endedSince(api.app.now())).get('bala')).toBe(version + 1);
  });

  it('leaves somebody of the shop alone who bears the same id', async () => {
    await api.openWallet('namesake');
    const accounts = new AccountStore(api.app.database);
    const ravi = { id: 'namesake', email: 'ravi@example.com', name: 'Ravi', role: 'STAFF' } as const;
    await accounts.save({ ...ravi, passwordHash: 'hash' }, api.app.now());

    await run('erase', 'namesake');

    expect(await accounts.byId('namesake')).toMatchObject({ ...ravi, sessionVersion: 0 });
  });

  it('can be done again, and finds what was written since', async () => {
    await api.openWallet('chitra');
    await run('erase', 'chitra');
    expect((await run('erase', 'chitra')).lines[0]).toContain('was erased before');
    await api.grant('chitra', '5', { reason: marked('Later') });

    expect((await run('erase', 'chitra')).lines[0]).toContain('1 documents');
    expect(text((await dump()).get('wallet_transactions')).toLowerCase()).not.toContain('zq9mark');
  });

  it('is refused for somebody on whom nothing is kept, and leaves no trace of them', async () => {
    const told = await run('erase', 'never-seen');
    expect(told).toMatchObject({ done: false });
    expect(told.lines[0]).toContain('Nothing is kept on never-seen');
    expect(text([...(await dump()).values()])).not.toContain('never-seen');
  });

  it('goes beside traffic on the same wallet, of which nothing is lost', async () => {
    await api.fundedWallet('divya', '100');
    const spends = Array.from({ length: 30 }, () => api.spend('divya', '1', { reason: marked('Tea') }));
    const [told, ...answers] = await Promise.all([run('erase', 'divya'), ...spends]);
    await run('erase', 'divya');

    expect(told.done).toBe(true);
    expect(answers.map(({ userErrors }) => userErrors)).toEqual(answers.map(() => []));
    const { wallet } = await api.staff.read<{ wallet: object }>(
      '{ wallet(customerId: "divya") { balance { amount } transactionCount } }',
    );
    expect(wallet).toEqual({ balance: { amount: '70.00' }, transactionCount: 31 });
    expect(text((await dump()).get('wallet_transactions')).toLowerCase()).not.toContain('zq9mark');
    await expectSound(api.app);
  });

  it('keeps wallet and journal of one mind when a status changes for the same reason again', async () => {
    await api.openWallet('gauri');
    const freeze = { customerId: 'gauri', status: 'FROZEN', reason: 'Card lost' };
    await api.staff.act('setWalletStatus', freeze);
    await run('erase', 'gauri');
    await api.staff.act('setWalletStatus', { ...freeze, status: 'ACTIVE' });

    await expectSound(api.app);
  });

  it('leaves a repeat of an earlier request its first answer', async () => {
    await api.fundedWallet('esha', '100');
    const input = { reason: marked('Cake'), idempotencyKey: freshKey('spend') };
    const first = await api.spend('esha', '10', input);
    await run('erase', 'esha');

    expect((await api.spend('esha', '10', input)).transaction.id).toBe(first.transaction.id);
  });
});

describe('exporting a customer', () => {
  it('writes one file with all that is kept, which only its owner can read, and no secret', async () => {
    await tellEverything('farah');
    const file = join(await temporaryFolder(), 'farah.json');

    expect(await run('export', 'farah', file)).toMatchObject({ done: true });

    const written = await readFile(file, 'utf8');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const held = JSON.parse(written) as Record<string, unknown[]>;
    expect(held['wallet_transactions']).toHaveLength(11);
    for (const name of ['customers', 'accounts', 'sessions', 'customer_wallets', 'top_ups', 'payment_events'])
      expect(held[name]).toHaveLength(1);
    expect(held['acts']?.length).toBeGreaterThan(2);
    for (const secret of ['secret-of-session', 'secret-of-chain', '"hash"', 'neighbour', 'asha'])
      expect(written).not.toContain(secret);
    expect(await run('export', 'farah', file)).toMatchObject({ done: false });
    expect(await readFile(file, 'utf8')).toBe(written);
  });

  it('gives away only what a list of many says of them', async () => {
    const rows = ['nobody-else', 'nobody-here'].map((customerId) => ({
      ...{ customerId, amount: { amount: '5' }, reason: 'Row' },
    }));
    await api.admin.act('bulkAddCredits', { rows, mode: 'VALID_ROWS' }, 'credited');
    const file = join(await temporaryFolder(), 'named.json');

    expect(await run('export', 'nobody-here', file)).toMatchObject({ done: true });
    expect(await readFile(file, 'utf8')).not.toContain('nobody-else');
  });

  it('says how it is used, and who is not known', async () => {
    expect(await run('export', 'never-seen')).toMatchObject({ done: false });
    for (const words of [[], ['export'], ['erase'], ['erase', 'a', 'b'], ['forget', 'a']])
      expect((await run(...words)).lines[0]).toContain('npm run customer -- export ID');
  });
});
