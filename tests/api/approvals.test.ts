import { defaultPolicy } from '../../api/domain/policy.ts';
import { actOnTerms } from '../../api/services/act-on-terms.ts';
import { refundingCredits } from '../../api/services/refund-credits.ts';
import { credit, debit, entryOf, setStatus, storedWallet } from '../support/acts.ts';
import { openTestApi, type Client } from '../support/api.ts';
import { callerOf, freshKey, openTestApp } from '../support/app.ts';

const exempt = ['checkout'];
const options = { policy: { approvals: { ...defaultPolicy.approvals, exempt } } };
const api = openTestApi(options);

const ACTOR = 'id role';
const APPROVAL = `id act status amount { amount } reason note mayDecide requestedAt expiresAt decidedAt
  requestedBy { ${ACTOR} } decidedBy { ${ACTOR} } subject { __typename id }
  preview { before { balance { amount } } after { balance { amount } tier { level } } quote { seq } lots { expiresAtAfter } }
  outcome { __typename id amount { amount } reason actor { ${ACTOR} } }`;

interface Approval {
  readonly id: string;
  readonly status: string;
  readonly preview: { readonly quote: { readonly seq: number } };
  readonly outcome: readonly object[];
}
interface Answer {
  readonly approval: Approval | null;
  readonly transaction: { readonly id: string } | null;
  readonly wallet: object | null;
  readonly replayed: boolean;
  readonly userErrors: readonly { readonly code: string }[];
}

const rupees = (amount: string) => ({ amount });
const leela = () => api.as('ADMIN', 'leela');

function grant(by: Client, customerId: string, amount: string, more: object = {}): Promise<Answer> {
  const input = { customerId, amount: rupees(amount), reason: 'Late delivery', ...more };
  return by.act(
    'addCredits',
    input,
    `replayed wallet { balance { amount } } transaction { id } approval { ${APPROVAL} }`,
  );
}

function refund(by: Client, debitId: string, more: object = {}): Promise<Answer> {
  const input = { debitId, reason: 'Returned', ...more };
  return by.act('refundCredits', input, `replayed wallet { id } transaction { id } approval { ${APPROVAL} }`);
}

async function asked(answer: Promise<Answer>): Promise<Approval> {
  const { approval, userErrors } = await answer;
  expect(userErrors).toEqual([]);
  if (!approval) throw new Error('Nobody was asked.');
  return approval;
}

function decide(
  by: Client,
  { id }: { readonly id: string },
  verdict = 'APPROVE',
  more: object = {},
): Promise<Answer> {
  const note = verdict === 'REFUSE' ? { note: 'Not this time' } : {};
  return by.act(
    'decideApproval',
    { approvalId: id, verdict, ...note, ...more },
    `replayed approval { ${APPROVAL} }`,
  );
}

function withdraw(by: Client, { id }: { readonly id: string }, more: object = {}): Promise<Answer> {
  return by.act('withdrawApproval', { approvalId: id, ...more }, `replayed approval { ${APPROVAL} }`);
}

function stored(customerId: string) {
  return storedWallet(api.app, customerId);
}

const codes = ({ userErrors }: Answer) => userErrors.map(({ code }) => code);

beforeEach(() => api.app.clock.set('2026-03-10T09:30:00+05:30'));

describe('an act above the limit', () => {
  // staff asks ── nothing written ── an admin approves ── credit by the name of who asked
  it('does nothing until another person approves it, and is then done as it was asked for', async () => {
    await api.openWallet('asha');
    const before = await stored('asha');

    const answer = await grant(api.staff, 'asha', '500');

    expect(answer).toMatchObject({
      ...{ userErrors: [], replayed: false, transaction: null, wallet: { balance: rupees('0.00') } },
      approval: {
        ...{ act: 'addCredits', status: 'PENDING', amount: rupees('500.00'), reason: 'Late delivery' },
        ...{ note: null, decidedBy: null, decidedAt: null, mayDecide: false, outcome: [] },
        requestedBy: { id: 'ravi', role: 'STAFF' },
        subject: { __typename: 'Wallet' },
        preview: {
          before: { balance: rupees('0.00') },
          after: { balance: rupees('500.00') },
          quote: { seq: 1 },
        },
        expiresAt: '2026-03-17T04:00:00.000Z',
      },
    });
    expect(await stored('asha')).toEqual(before);

    const approval = answer.approval as Approval;
    const decided = await decide(api.admin, approval, 'APPROVE', { note: 'Fine' });

    expect(decided).toMatchObject({
      ...{ userErrors: [], replayed: false },
      approval: {
        ...{ id: approval.id, status: 'APPROVED', note: 'Fine', mayDecide: false },
        decidedBy: { id: 'meera', role: 'ADMIN' },
        outcome: [
          {
            ...{ __typename: 'CreditTransaction', amount: rupees('500.00'), reason: 'Late delivery' },
            actor: { id: 'ravi', role: 'STAFF' },
          },
        ],
      },
    });
    expect(await stored('asha')).toMatchObject({ balance: 500_00n, seq: 2 });
  });

  it('is in the acts, and so is what was decided', async () => {
    await api.openWallet('acts');
    await decide(api.admin, await asked(grant(api.staff, 'acts', '5')));

    const { customer } = await api.admin.read<{ customer: { acts: { nodes: object[] } } }>(
      '{ customer(id: "acts") { acts { nodes { act actor { id } subject { __typename } before { value } after { value } } } } }',
    );

    const approval = { __typename: 'Approval' };
    const named = customer.acts.nodes.filter(
      (node) => 'act' in node && String(node.act).endsWith('Approval'),
    );
    expect(named).toMatchObject([
      {
        ...{ act: 'decideApproval', actor: { id: 'meera' }, subject: approval },
        ...{ before: [{ value: 'PENDING' }], after: [{ value: 'APPROVED' }] },
      },
      {
        act: 'askForApproval',
        actor: { id: 'ravi' },
        subject: approval,
        after: [{ value: 'addCredits' }, { value: '5.00' }],
      },
    ]);
  });

  it('says in a dry run that it needs another person, and asks nobody', async () => {
    await api.openWallet('dry');
    const input = { customerId: 'dry', amount: rupees('5'), reason: 'Late', dryRun: true };
    const ask = (by: Client) => by.act('addCredits', input, 'preview { needsApproval } approval { id }');

    expect(await ask(api.staff)).toMatchObject({ preview: { needsApproval: true }, approval: null });
    expect(await ask(api.admin)).toMatchObject({ preview: { needsApproval: false }, approval: null });
    const { approvals } = await api.staff.read<{ approvals: object }>(
      '{ approvals(filter: { customerId: "dry" }) { totalCount } }',
    );
    expect(approvals).toEqual({ totalCount: 0 });
  });

  it('asks only about the wallet that was previewed', async () => {
    await api.openWallet('seen');
    expect(codes(await grant(api.staff, 'seen', '5', { expectedSeq: 0 }))).toEqual(['QUOTE_CHANGED']);
    await asked(grant(api.staff, 'seen', '5', { expectedSeq: 1 }));
  });

  it('goes by the wallet as it is, whatever another process has made of it meanwhile', async () => {
    await api.openWallet('elsewhere');
    await grant(api.admin, 'elsewhere', '10');
    const other = await openTestApp(api.database, { ...options, clock: api.app.clock });
    await setStatus(other, 'elsewhere', 'FROZEN');
    await other.close();

    expect(codes(await grant(api.staff, 'elsewhere', '5'))).toEqual(['WALLET_FROZEN']);
  });

  it('is refused like any other where the wallet does not allow it', async () => {
    await api.openWallet('stopped');
    await api.staff.act(
      'setWalletStatus',
      { customerId: 'stopped', status: 'FROZEN', reason: 'Lost' },
      'replayed',
    );
    expect(codes(await grant(api.staff, 'stopped', '5'))).toEqual(['WALLET_FROZEN']);
  });

  it('of the same key is the same approval, whatever became of it, and with other input a conflict', async () => {
    await api.openWallet('key');
    const idempotencyKey = freshKey('asked');
    const first = await grant(api.staff, 'key', '5', { idempotencyKey });
    expect(await grant(api.staff, 'key', '5', { idempotencyKey })).toEqual({ ...first, replayed: true });
    expect(codes(await grant(api.staff, 'key', '6', { idempotencyKey }))).toEqual(['IDEMPOTENCY_CONFLICT']);

    await decide(api.admin, first.approval as Approval, 'REFUSE');
    expect(await grant(api.staff, 'key', '5', { idempotencyKey })).toMatchObject({
      ...{ replayed: true, approval: { status: 'REFUSED', note: 'Not this time' } },
    });
    expect(await stored('key')).toMatchObject({ seq: 1 });
  });

  it('once approved answers its key with what was written', async () => {
    await api.openWallet('answered');
    const idempotencyKey = freshKey('asked');
    const approval = await asked(grant(api.staff, 'answered', '5', { idempotencyKey }));
    await decide(api.admin, approval);

    expect(await grant(api.staff, 'answered', '5', { idempotencyKey })).toMatchObject({
      ...{
        replayed: true,
        approval: { status: 'APPROVED' },
        transaction: { id: expect.any(String) as string },
      },
    });
    expect(codes(await grant(api.staff, 'answered', '6', { idempotencyKey }))).toEqual([
      'IDEMPOTENCY_CONFLICT',
    ]);
    expect(await stored('answered')).toMatchObject({ balance: 5_00n, seq: 2 });
  });

  it('waits for another person once at a time', async () => {
    await api.openWallet('once');
    const first = await asked(grant(api.staff, 'once', '5'));
    expect(codes(await grant(api.staff, 'once', '7'))).toEqual(['APPROVAL_PENDING']);

    await withdraw(api.staff, first);
    await asked(grant(api.staff, 'once', '7'));
  });

  it('asked for by many at once makes one approval', async () => {
    await api.openWallet('many');
    const answers = await Promise.all(Array.from({ length: 16 }, () => grant(api.staff, 'many', '5')));
    expect(answers.filter(({ approval }) => approval)).toHaveLength(1);
    expect(answers.flatMap(codes)).toEqual(Array.from({ length: 15 }, () => 'APPROVAL_PENDING'));
  });

  it('sent many times under one key makes one approval', async () => {
    await api.openWallet('resent');
    const idempotencyKey = freshKey('asked');
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => asked(grant(api.staff, 'resent', '5', { idempotencyKey }))),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  });
});

describe('a limit', () => {
  it('of an admin holds for one act, and another admin decides above it', async () => {
    await api.openWallet('large');
    expect(await grant(api.admin, 'large', '25000')).toMatchObject({ approval: null, userErrors: [] });

    const approval = await asked(grant(api.admin, 'large', '25000.01'));

    expect(codes(await decide(api.admin, approval))).toEqual(['APPROVAL_OWN']);
    expect(codes(await decide(api.admin, approval, 'REFUSE'))).toEqual(['APPROVAL_OWN']);
    expect(await decide(leela(), approval)).toMatchObject({
      userErrors: [],
      approval: { status: 'APPROVED' },
    });
    expect(await stored('large')).toMatchObject({ balance: 50_000_01n });
  });

  it('does not bind the services of the shop', async () => {
    await api.openWallet('service');
    expect(await grant(api.as('STAFF', 'checkout'), 'service', '30000')).toMatchObject({
      ...{ approval: null, userErrors: [], wallet: { balance: rupees('30000.00') } },
    });
  });

  // 64 refunds of ₹1,000 at once, of which a day has ₹25,000
  it('of a day holds under 64 requests at once, in two processes, and begins anew at midnight in India', async () => {
    const other = await openTestApp(api.database, { ...options, clock: api.app.clock });
    try {
      await api.openWallet('busy');
      await entryOf(credit(api.app, 'busy', 100_000_00n));
      const debits = await Promise.all(
        Array.from({ length: 65 }, (_, n) => entryOf(debit(api.app, 'busy', 1_000_00n, { orderId: `${n}` }))),
      );
      const sita = callerOf('STAFF', 'sita');
      const terms = { dryRun: false, expectedSeq: null };
      const ask = (n: number) => {
        const input = {
          debitId: debits[n]?.id ?? '',
          amount: null,
          reason: 'Returned',
          idempotencyKey: freshKey('day'),
        };
        return actOnTerms(n % 2 ? other : api.app, sita, refundingCredits, { input, terms });
      };

      api.app.clock.set('2026-03-10T23:59:00+05:30');
      const answers = await Promise.all(Array.from({ length: 64 }, (_, n) => ask(n)));

      expect(answers.filter((answer) => 'entry' in answer)).toHaveLength(25);
      expect(answers.filter((answer) => 'approval' in answer)).toHaveLength(39);
      expect(await stored('busy')).toMatchObject({ balance: 100_000_00n - 65_000_00n + 25_000_00n });
      api.app.clock.advance({ ms: 120_000 });
      expect(await ask(64)).toMatchObject({ replayed: false, entry: { kind: 'REFUND' } });
    } finally {
      await other.close();
    }
  });
});

describe('deciding', () => {
  it('by several at once does it once', async () => {
    await api.openWallet('raced');
    const approval = await asked(grant(api.staff, 'raced', '5'));
    const deciders = Array.from({ length: 12 }, (_, n) => api.as('ADMIN', `admin-${n}`));

    const answers = await Promise.all(
      deciders.map((by, n) => decide(by, approval, n % 3 ? 'APPROVE' : 'REFUSE')),
    );

    expect(answers.filter((answer) => codes(answer).length === 0)).toHaveLength(1);
    expect(answers.flatMap(codes)).toEqual(Array.from({ length: 11 }, () => 'APPROVAL_ENDED'));
    const { status } = (await api.app.stores.approvals
      .list({ walletId: 'raced' }, api.app.now(), {
        ...{ order: 'NEWEST_FIRST', limit: 1 },
      })
      .then(([found]) => found)) ?? { status: null };
    expect(await stored('raced')).toMatchObject({ balance: status === 'APPROVED' ? 5_00n : 0n });
  });

  it('again under its key changes nothing, and with another verdict is a conflict', async () => {
    await api.openWallet('again');
    const approval = await asked(grant(api.staff, 'again', '5'));
    const key = { idempotencyKey: freshKey('decide') };
    const first = await decide(api.admin, approval, 'APPROVE', key);

    expect(await decide(api.admin, approval, 'APPROVE', key)).toEqual({ ...first, replayed: true });
    expect(codes(await decide(api.admin, approval, 'REFUSE', key))).toEqual(['IDEMPOTENCY_CONFLICT']);
    expect(codes(await decide(leela(), approval, 'APPROVE', key))).toEqual(['APPROVAL_ENDED']);
    expect(await stored('again')).toMatchObject({ balance: 5_00n });
  });

  it('to refuse says why', async () => {
    await api.openWallet('why');
    const approval = await asked(grant(api.staff, 'why', '5'));
    expect(codes(await decide(api.admin, approval, 'REFUSE', { note: ' ' }))).toEqual(['INVALID_INPUT']);
    expect(await decide(api.admin, approval, 'REFUSE')).toMatchObject({
      approval: { status: 'REFUSED', note: 'Not this time', outcome: [] },
    });
    expect(codes(await decide(api.admin, approval))).toEqual(['APPROVAL_ENDED']);
    expect(await stored('why')).toMatchObject({ balance: 0n, seq: 1 });
  });

  // asked for a Bronze wallet: a year; Silver by the time it is approved: two
  it('of what has changed does nothing and shows it afresh, however often the request is sent', async () => {
    await api.openWallet('changed');
    const approval = await asked(grant(api.staff, 'changed', '5'));
    await grant(api.admin, 'changed', '1500');
    const key = { idempotencyKey: freshKey('decide') };

    for (let sent = 0; sent < 2; sent += 1) {
      const answer = await decide(leela(), approval, 'APPROVE', key);
      expect(codes(answer)).toEqual(['APPROVAL_CHANGED']);
      expect(answer.approval).toMatchObject({
        ...{ status: 'CHANGED', mayDecide: true, decidedBy: null },
        preview: { after: { tier: { level: 'SILVER' } }, quote: { seq: 2 } },
      });
    }
    expect(await stored('changed')).toMatchObject({ seq: 2 });

    const stale = { expectedSeq: approval.preview.quote.seq };
    expect(codes(await decide(leela(), approval, 'APPROVE', stale))).toEqual(['APPROVAL_CHANGED']);
    expect(await decide(leela(), approval, 'APPROVE', { expectedSeq: 2 })).toMatchObject({
      approval: { status: 'APPROVED' },
    });
    expect(await stored('changed')).toMatchObject({ balance: 1_505_00n });
  });

  it('on another preview than the latest does nothing, and never so often that nobody can decide any more', async () => {
    await api.openWallet('pestered');
    const approval = await asked(grant(api.staff, 'pestered', '5'));
    const seen = new Set<string>();
    for (let n = 0; n < 104; n += 1)
      for (const code of codes(await decide(leela(), approval, 'APPROVE', { expectedSeq: 999 })))
        seen.add(code);

    expect([...seen]).toEqual(['APPROVAL_CHANGED']);
    expect(await decide(leela(), approval, 'REFUSE')).toMatchObject({ approval: { status: 'REFUSED' } });
  });

  it('does not mind that something else has moved', async () => {
    await api.openWallet('moved');
    await grant(api.admin, 'moved', '50');
    const approval = await asked(grant(api.staff, 'moved', '5'));
    await api.spend('moved', '10');
    expect(await decide(api.admin, approval)).toMatchObject({ approval: { status: 'APPROVED' } });
  });

  it('leaves it waiting where the wallet was stopped meanwhile', async () => {
    const customerId = await api.openWallet('frozen');
    const approval = await asked(grant(api.staff, customerId, '5'));
    const set = (status: string) =>
      api.staff.act('setWalletStatus', { customerId, status, reason: 'Lost' }, 'replayed');
    await set('FROZEN');
    expect(codes(await decide(api.admin, approval))).toEqual(['WALLET_FROZEN']);
    await set('ACTIVE');
    expect(await decide(api.admin, approval)).toMatchObject({ approval: { status: 'APPROVED' } });
  });

  it('comes too late once it has expired, and the same can be asked anew', async () => {
    await api.openWallet('late');
    const approval = await asked(grant(api.staff, 'late', '5'));
    api.app.clock.advance({ days: 7 });

    expect(codes(await decide(api.admin, approval))).toEqual(['APPROVAL_ENDED']);
    expect(codes(await withdraw(api.staff, approval))).toEqual(['APPROVAL_ENDED']);
    await asked(grant(api.staff, 'late', '5'));
    const { approvals } = await api.staff.read<{ approvals: object }>(
      '{ approvals(filter: { customerId: "late" }) { nodes { status } } }',
    );
    expect(approvals).toEqual({ nodes: [{ status: 'PENDING' }, { status: 'EXPIRED' }] });
  });

  it('is not for another account of whoever asked, nor to approve for somebody who has left', async () => {
    const account = (id: string, email: string, role: 'STAFF' | 'ADMIN') =>
      api.app.stores.accounts.save({ id, email, role, name: id, passwordHash: 'none' }, api.app.now());
    await account('nila', 'nila@shop.example', 'STAFF');
    await account('nila-too', 'Nila+admin@shop.example', 'ADMIN');
    await account('omar', 'omar@shop.example', 'ADMIN');
    await api.openWallet('accounts');
    const approval = await asked(grant(api.as('STAFF', 'nila'), 'accounts', '5'));

    expect(codes(await decide(api.as('ADMIN', 'nila-too'), approval))).toEqual(['APPROVAL_OWN']);
    await account('nila', 'nila@shop.example', 'ADMIN');
    expect(codes(await decide(api.as('ADMIN', 'omar'), approval))).toEqual(['APPROVAL_ASKER_GONE']);
    expect(await decide(api.as('ADMIN', 'omar'), approval, 'REFUSE')).toMatchObject({
      approval: { status: 'REFUSED' },
    });
    expect(await stored('accounts')).toMatchObject({ balance: 0n });
  });

  it('about a refund gives it back to where it came from', async () => {
    await api.openWallet('refund');
    await grant(api.admin, 'refund', '8000');
    const { transaction } = await api.spend('refund', '6000');
    const approval = await asked(refund(api.staff, transaction.id));
    expect(approval).toMatchObject({
      act: 'refundCredits',
      amount: rupees('6000.00'),
      subject: { id: transaction.id },
    });

    // In part it is within the limit, and then the rest is no longer what was shown.
    await refund(api.staff, transaction.id, { amount: rupees('1000') });
    const { approval: fresh } = await decide(api.admin, approval);
    expect(fresh).toMatchObject({ status: 'CHANGED' });
    await decide(api.admin, approval);
    expect(await stored('refund')).toMatchObject({ balance: 8_000_00n });
  });
});

describe('withdrawing', () => {
  it('is for who asked', async () => {
    await api.openWallet('back');
    const approval = await asked(grant(api.staff, 'back', '5'));
    const key = { idempotencyKey: freshKey('withdraw') };

    expect(codes(await withdraw(api.as('STAFF', 'sita'), approval))).toEqual(['APPROVAL_NOT_YOURS']);
    expect(await withdraw(api.staff, approval, key)).toMatchObject({
      replayed: false,
      approval: { status: 'WITHDRAWN' },
    });
    expect(await withdraw(api.staff, approval, key)).toMatchObject({ replayed: true });
    expect(codes(await decide(api.admin, approval))).toEqual(['APPROVAL_ENDED']);
  });
});

describe('approvals', () => {
  it('come in pages, newest first, by status, act, customer and who asked', async () => {
    const by = api.as('STAFF', 'kavya');
    for (const id of ['list-1', 'list-2', 'list-3']) {
      await api.openWallet(id);
      api.app.clock.advance({ ms: 60_000 });
      await asked(grant(by, id, '5'));
    }
    const list = async (filter: object, page = 'first: 2') => {
      const query = `query List($filter: ApprovalFilter) { approvals(filter: $filter, ${page}) {
        totalCount pageInfo { hasNextPage endCursor } nodes { id subject { ... on Wallet { customer { customerId } } } } } }`;
      const { approvals } = await api.admin.read<{
        approvals: {
          totalCount: number;
          pageInfo: { hasNextPage: boolean; endCursor: string };
          nodes: { id: string }[];
        };
      }>(query, { filter });
      return approvals;
    };
    const requestedById = 'kavya';
    const first = await list({ requestedById });
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = await list({ requestedById }, `first: 2, after: "${first.pageInfo.endCursor}"`);
    expect(rest.nodes).toHaveLength(1);

    const approval = rest.nodes[0] as { id: string };
    await decide(api.admin, approval);
    expect(await list({ requestedById, status: ['APPROVED'] })).toMatchObject({
      nodes: [{ id: approval.id }],
    });
    expect((await list({ requestedById, status: ['PENDING', 'CHANGED'] })).totalCount).toBe(2);
    expect((await list({ customerId: 'list-2', act: 'addCredits' })).totalCount).toBe(1);
    expect((await list({ customerId: 'list-2', act: 'refundCredits' })).totalCount).toBe(0);
    expect((await list({ act: 'createReward' })).totalCount).toBe(0);
    const one = await api.staff.read<{ approval: object }>(`{ approval(id: "${approval.id}") { status } }`);
    expect(one).toEqual({ approval: { status: 'APPROVED' } });
    expect(await api.staff.read('{ approval(id: "made-up") { status } }')).toEqual({ approval: null });
  });
});
