import { defaultPolicy } from '../../api/domain/policy.ts';
import { actOf, actId } from '../../api/domain/act.ts';
import { limitUseId } from '../../api/domain/act-limits.ts';
import type { BulkMode } from '../../api/domain/bulk-credit.ts';
import { bulkAddCreditsWithinLimits } from '../../api/services/bulk-within-limits.ts';
import { PersonStore } from '../../api/persistence/stores/person.store.ts';
import { bulkOf, bulkRow, names, openWallets, setStatus, storedWallet } from '../support/acts.ts';
import { openTestApi, type Client } from '../support/api.ts';
import { callerOf, freshKey, openTestApp } from '../support/app.ts';
import { expectSound } from '../support/audit.ts';

const options = { policy: { approvals: defaultPolicy.approvals } };
const api = openTestApi(options);

const APPROVAL = `id act status reason amount { amount } mayDecide subject { id } wallet { id } preview { needsApproval }
  bulk { rows credited refused total { amount } mode fingerprint quote { seq } } outcome { id }`;
const RESULT = `credited refused undecided total { amount } replayed needsApproval
  rows { index transaction { id actor { id } } userErrors { code } } approval { ${APPROVAL} }`;

interface Approval {
  readonly id: string;
  readonly status: string;
  readonly reason: string;
  readonly bulk: { readonly fingerprint: string; readonly quote: { readonly seq: number } };
}
interface Payload {
  readonly rows: readonly { readonly transaction: { readonly id: string } | null }[];
  readonly credited: number;
  readonly replayed: boolean;
  readonly approval: Approval | null;
  readonly userErrors: readonly { readonly code: string }[];
}

const leela = () => api.as('ADMIN', 'leela');
const many = names('many', 20);
const codes = ({ userErrors }: Pick<Payload, 'userErrors'>) => userErrors.map(({ code }) => code);

function row(customerId: string, amount = '60000', reason = 'Festive bonus') {
  return { customerId, amount: { amount }, reason };
}

/** Rows of ₹500 each, one after another to some wallets. */
function rowsOf(count: number, ids: readonly string[] = many) {
  return Array.from({ length: count }, (_, n) => row(ids[n % ids.length] ?? '', '500'));
}

function bulk(rows: readonly object[], more: object = {}, by: Client = api.admin): Promise<Payload> {
  return by.act<Payload>('bulkAddCredits', { rows, mode: 'VALID_ROWS', ...more }, RESULT);
}

async function asked(answer: Promise<Payload>): Promise<Approval> {
  const { approval, userErrors, rows } = await answer;
  expect({ userErrors, rows }).toEqual({ userErrors: [], rows: [] });
  if (!approval) throw new Error('Nobody was asked.');
  return approval;
}

function decide(by: Client, { id }: { readonly id: string }, more: object = {}) {
  const input = { approvalId: id, verdict: 'APPROVE', ...more };
  return by.act<Pick<Payload, 'approval' | 'userErrors'>>(
    'decideApproval',
    input,
    `approval { ${APPROVAL} }`,
  );
}

async function usedBy(id: string): Promise<bigint | undefined> {
  const use = limitUseId(callerOf('ADMIN', id).actor, 'bulkAddCredits', api.app.now());
  return (await api.app.stores.limitUses.load([use])).get(use)?.used;
}

async function fresh(count: number): Promise<string[]> {
  return [...(await openWallets(api.app, names(freshKey('bulk'), count)))];
}

async function balancesOf(ids: readonly string[]): Promise<bigint[]> {
  const wallets = await api.app.stores.wallets.load(ids);
  return ids.map((id) => wallets.get(id)?.balance ?? -1n);
}

beforeAll(() => openWallets(api.app, many));
beforeEach(() => api.app.clock.set('2026-03-10T09:30:00+05:30'));

describe('a bulk credit above the limit', () => {
  // one admin asks ── nothing written ── another approves ── every row at once, by the name of who asked
  it.each<BulkMode>(['VALID_ROWS', 'ALL_OR_NOTHING'])(
    'does nothing until another admin approves it, and is then done whole: %s',
    async (mode) => {
      const rows = rowsOf(210);
      const input = { mode, idempotencyKey: freshKey('bulk') };
      const before = await balancesOf(many);

      const answer = await bulk(rows, input);

      expect(answer).toMatchObject({
        ...{ userErrors: [], rows: [], credited: 0, replayed: false, total: { amount: '0.00' } },
        approval: {
          ...{ act: 'bulkAddCredits', status: 'PENDING', reason: 'Festive bonus', mayDecide: false },
          ...{ amount: { amount: '105000.00' }, subject: null, wallet: null, preview: null, outcome: [] },
          bulk: {
            rows: 210,
            credited: 210,
            refused: 0,
            total: { amount: '105000.00' },
            mode,
            quote: { seq: 1 },
          },
        },
      });
      expect(await bulk(rows, input)).toEqual({ ...answer, replayed: true });
      expect(await balancesOf(many)).toEqual(before);
      const approval = answer.approval as Approval;
      expect(codes(await decide(api.admin, approval))).toEqual(['APPROVAL_OWN']);
      expect(await balancesOf(many)).toEqual(before);

      expect(await decide(leela(), approval)).toMatchObject({
        approval: { status: 'APPROVED' },
        userErrors: [],
      });

      expect(codes(await decide(leela(), approval))).toEqual(['APPROVAL_ENDED']);
      const done = await bulk(rows, input);
      expect(done).toMatchObject({ credited: 210, replayed: true, approval: { status: 'APPROVED' } });
      expect(done.rows[209]).toMatchObject({ index: 209, transaction: { actor: { id: 'meera' } } });
      expect(await bulk(rows, input, leela())).toMatchObject({ credited: 210, replayed: true });
      const added = (await balancesOf(many)).map((balance, n) => balance - (before[n] ?? 0n));
      expect(added).toEqual(many.map((_, n) => (n < 10 ? 5_500_00n : 5_000_00n)));
      // What another approved does not count.
      expect(await usedBy('meera')).toBe(0n);
    },
  );

  it('says so in a dry run, with what would become of each row, and asks nobody', async () => {
    const [a] = (await fresh(1)) as [string];
    const rows = [row(a), row('nobody'), row(a)];
    expect(await bulk(rows, { dryRun: true })).toMatchObject({
      ...{ needsApproval: true, approval: null, credited: 2, refused: 1 },
      rows: [{ userErrors: [] }, { userErrors: [{ code: 'WALLET_NOT_FOUND' }] }, { userErrors: [] }],
    });
    expect(await bulk([row(a)], { dryRun: true })).toMatchObject({ needsApproval: false, approval: null });
    expect((await asked(bulk(rows))).bulk).toMatchObject({ rows: 3, credited: 2, refused: 1 });
  });

  it('is not brought under the limit by rows below zero', async () => {
    const [a, b] = (await fresh(2)) as [string, string];
    const rows = [row(a), row(b), row(a, '-100000'), row(b, '-50000')];
    expect((await asked(bulk(rows))).bulk).toMatchObject({ credited: 2, refused: 2 });
    expect(await balancesOf([a, b])).toEqual([0n, 0n]);
  });

  it('is nothing to ask for where no row can be credited', async () => {
    const rows = [row('nobody'), row('no-one')];
    expect(await bulk(rows)).toMatchObject({ approval: null, credited: 0, refused: 2, userErrors: [] });
    expect(await bulk(rows, { mode: 'ALL_OR_NOTHING' })).toMatchObject({ approval: null, refused: 2 });
  });

  it('with other rows under its key is a conflict, and under another key waits already', async () => {
    const [a, b] = (await fresh(2)) as [string, string];
    const idempotencyKey = freshKey('bulk');
    const approval = await asked(bulk([row(a), row(b)], { idempotencyKey }));

    for (const rows of [[row(b), row(a)], [row(a)], [row(a), row(b, '50000')]])
      expect(codes(await bulk(rows, { idempotencyKey }))).toEqual(['IDEMPOTENCY_CONFLICT']);
    expect(codes(await bulk([row(a), row(b)]))).toEqual(['APPROVAL_PENDING']);
    await api.admin.act('withdrawApproval', { approvalId: approval.id }, 'approval { status }');
    expect(await bulk([row(a), row(b)], { idempotencyKey })).toMatchObject({
      approval: { status: 'WITHDRAWN' },
    });
    const again = await asked(bulk([row(a), row(b)]));
    expect(again.bulk.fingerprint).toBe(approval.bulk.fingerprint);
    await decide(leela(), again, { verdict: 'REFUSE', note: 'Twice?' });
    expect(await balancesOf([a, b])).toEqual([0n, 0n]);
  });

  it('decided by several at once is done once', async () => {
    const [a, b] = (await fresh(2)) as [string, string];
    const approval = await asked(bulk([row(a), row(b)]));
    const answers = await Promise.all(names('admin', 8).map((id) => decide(api.as('ADMIN', id), approval)));
    expect(answers.flatMap(codes)).toEqual(Array(7).fill('APPROVAL_ENDED'));
    expect(await balancesOf([a, b])).toEqual([60_000_00n, 60_000_00n]);
  });

  it('that has changed is shown afresh, and nothing is done', async () => {
    const [a, b, c] = (await fresh(3)) as [string, string, string];
    const approval = await asked(bulk([row(a), row(b), row(c)]));
    await setStatus(api.app, b, 'FROZEN');

    const changed = await decide(leela(), approval);

    expect(codes(changed)).toEqual(['APPROVAL_CHANGED']);
    expect(changed.approval).toMatchObject({
      ...{ status: 'CHANGED', amount: { amount: '120000.00' } },
      bulk: { rows: 3, credited: 2, refused: 1, total: { amount: '120000.00' } },
    });
    expect(await balancesOf([a, b, c])).toEqual([0n, 0n, 0n]);
    const expectedSeq = approval.bulk.quote.seq;
    expect(codes(await decide(leela(), approval, { expectedSeq }))).toEqual(['APPROVAL_CHANGED']);
    await decide(leela(), approval);
    expect(await balancesOf([a, b, c])).toEqual([60_000_00n, 0n, 60_000_00n]);
  });

  it('of all or nothing waits on where a row is refused meanwhile', async () => {
    const [a, b] = (await fresh(2)) as [string, string];
    const approval = await asked(bulk([row(a), row(b)], { mode: 'ALL_OR_NOTHING' }));
    await setStatus(api.app, b, 'FROZEN');
    expect(codes(await decide(leela(), approval))).toEqual(['WALLET_FROZEN']);
    await setStatus(api.app, b, 'ACTIVE');
    expect(await decide(leela(), approval)).toMatchObject({ approval: { status: 'APPROVED' } });
    expect(await balancesOf([a, b])).toEqual([60_000_00n, 60_000_00n]);
  });

  it('says nothing of a customer any more who is erased while it waits', async () => {
    const [a, b] = (await fresh(2)) as [string, string];
    const rows = [row(a, '60000', 'Wedding of Asha'), row(b, '60000', 'Birthday')];
    const { id, reason } = await asked(bulk(rows));
    expect(reason).toBe('Each row has a reason of its own');
    const people = new PersonStore(api.app.database);
    const held = await people.held(a);
    expect(held['approvals']).toMatchObject([{ rows: [{ customerId: a, reason: 'Wedding of Asha' }] }]);
    const act = actOf(callerOf('ADMIN'), {
      ...{ id: actId('eraseCustomer', a), at: api.app.now(), act: 'eraseCustomer' },
      subject: { kind: 'CUSTOMER', id: a },
    });
    await people.erase(a, act);
    const { approvals } = await people.held(b);
    expect(approvals).toMatchObject([{ rows: [{ customerId: b, reason: 'Birthday' }] }]);
    expect((await people.held(a))['approvals']).toMatchObject([{ rows: [{ reason: 'Erased' }] }]);
    await decide(leela(), { id });
    expect(await balancesOf([a, b])).toEqual([60_000_00n, 60_000_00n]);
  });
});

describe('the limit of a day', () => {
  // 64 bulk credits of ₹1,00,000 at once, of which a day has ₹5,00,000
  it('for bulk credits holds under 64 requests at once, in two processes, and begins anew at midnight in India', async () => {
    const other = await openTestApp(api.database, { ...options, clock: api.app.clock });
    try {
      const ids = await fresh(65);
      const ask = (n: number) => {
        const list = bulkOf([bulkRow(ids[n] ?? '', 1_00_000_00n)], n % 3 ? 'VALID_ROWS' : 'ALL_OR_NOTHING');
        return bulkAddCreditsWithinLimits(n % 2 ? other : api.app, callerOf('ADMIN', 'sita'), list);
      };
      api.app.clock.set('2026-03-10T23:59:00+05:30');
      const answers = await Promise.all(ids.slice(0, 64).map((_, n) => ask(n)));

      expect(answers.filter((answer) => 'asked' in answer)).toHaveLength(59);
      expect((await balancesOf(ids)).filter((balance) => balance > 0n)).toHaveLength(5);
      expect(await usedBy('sita')).toBe(5_00_000_00n);
      api.app.clock.advance({ ms: 120_000 });
      expect(await ask(64)).toMatchObject({ rows: [{ replayed: false }] });
    } finally {
      await other.close();
    }
  });

  it('counts a list once, however often it is sent, and whoever completes it', async () => {
    const [a] = (await fresh(1)) as [string];
    const kavya = api.as('ADMIN', 'kavya');
    const input = { idempotencyKey: freshKey('bulk') };
    const list = [row(a, '40000'), row('nobody', '40000')];
    for (const by of [kavya, kavya, leela()]) await bulk(list, input, by);
    expect([await usedBy('kavya'), await usedBy('leela')]).toEqual([80_000_00n, undefined]);
    expect(await storedWallet(api.app, a)).toMatchObject({ balance: 40_000_00n });
  });

  it('does not count what came to nothing at once', async () => {
    const list = [row('nobody', '40000')];
    await bulk(list, { mode: 'ALL_OR_NOTHING' }, api.as('ADMIN', 'tara'));
    expect(await usedBy('tara')).toBeUndefined();
  });
});

it('leaves the books in order', () => expectSound(api.app));
