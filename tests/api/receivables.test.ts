import { Notifications } from '../../api/payments/notifications.ts';
import { startTopUp } from '../../api/services/start-top-up.ts';
import * as acts from '../support/acts.ts';
import { openTestApi, type Payload } from '../support/api.ts';
import { freshKey, testPolicy } from '../support/app.ts';
import { expectSound } from '../support/audit.ts';
import { mockPayments } from '../support/payments.ts';

const { STAFF, ADMIN } = testPolicy.approvals.limits;
const limits = {
  STAFF: { ...STAFF, settleReceivable: { each: 100_00n, day: 150_00n } },
  ADMIN: { ...ADMIN, writeOffReceivable: { each: 100_00n, day: 1_000_00n } },
};
const payments = mockPayments();
const api = openTestApi({ payments, policy: { approvals: { ...testPolicy.approvals, limits } } });

const RESULT = `replayed wallet { balance { amount } receivable { amount } }
  preview { needsApproval quote { seq } } approval { id status amount { amount } }`;

type Settled = Payload & {
  readonly wallet: { balance: { amount: string }; receivable: { amount: string } } | null;
  readonly preview: { needsApproval: boolean; quote: { seq: number } } | null;
  readonly approval: { id: string; status: string } | null;
};

const settle = (customerId: string, amount: string, more: object = {}) =>
  api.staff.act<Settled>(
    'settleReceivable',
    { customerId, amount: { amount }, reason: 'Paid in cash', ...more },
    RESULT,
  );
const writeOff = (customerId: string, amount: string, more: object = {}) =>
  api.admin.act<Settled>(
    'writeOffReceivable',
    { customerId, amount: { amount }, reason: 'Cannot be reached', ...more },
    RESULT,
  );

async function deliver(): Promise<void> {
  const notifications = new Notifications(api.app, payments.provider, (error) => {
    throw error;
  });
  for (const notification of payments.sent.splice(0))
    await notifications.receive(notification, 'req-payment');
  await notifications.settled();
}

/** A customer who has paid ₹500, spent ₹300 of it, and whose bank then took all of it back: ₹300 are owed. */
async function debtor(): Promise<string> {
  const customerId = await api.openWallet(freshKey('debtor'));
  const asked = { customerId, amount: 500_00n, method: 'CARD', note: null } as const;
  const { topUp } = await acts.done(startTopUp(api.app, { ...asked, idempotencyKey: freshKey('top-up') }));
  const [payment = ''] = topUp.providerIds;
  await payments.provider.decide(payment, 'approve');
  await deliver();
  await acts.entryOf(acts.debit(api.app, customerId, 300_00n));
  await payments.provider.follow(payment, 'refund');
  await deliver();
  return customerId;
}

const codeOf = ({ userErrors }: Payload) => userErrors[0]?.code ?? 'DONE';

describe('what a customer owes', () => {
  it('is settled in parts, once for each key, and moves no credits', async () => {
    const customerId = await debtor();
    const idempotencyKey = freshKey('settle');
    const first = await settle(customerId, '100', { idempotencyKey });
    expect(first).toMatchObject({
      ...{ replayed: false, userErrors: [] },
      wallet: { balance: { amount: '0.00' }, receivable: { amount: '200.00' } },
    });
    expect(await settle(customerId, '100', { idempotencyKey })).toMatchObject({
      ...{ replayed: true, wallet: { receivable: { amount: '200.00' } } },
    });
    expect(codeOf(await settle(customerId, '99', { idempotencyKey }))).toBe('IDEMPOTENCY_CONFLICT');
    expect(codeOf(await writeOff(customerId, '100', { idempotencyKey }))).toBe('IDEMPOTENCY_CONFLICT');
  });

  it('never becomes less than nothing, also where many settle it at once', async () => {
    const customerId = await debtor();
    expect(await writeOff(customerId, '300.01')).toMatchObject({
      userErrors: [
        {
          code: 'INVALID_INPUT',
          field: ['input', 'amount'],
          message: expect.stringContaining('₹300.00 is owed') as string,
        },
      ],
    });
    const all = await Promise.all(Array.from({ length: 8 }, () => writeOff(customerId, '80')));
    expect(all.map(codeOf).filter((code) => code === 'DONE')).toHaveLength(3);
    expect((await writeOff(customerId, '60')).wallet).toMatchObject({ receivable: { amount: '0.00' } });
    expect(codeOf(await writeOff(customerId, '1'))).toBe('INVALID_INPUT');
  });

  it('is looked at before, and nothing is done on a wallet that has moved since', async () => {
    const customerId = await debtor();
    const { preview } = await settle(customerId, '50', { dryRun: true });
    expect(preview).toMatchObject({ needsApproval: false });
    await writeOff(customerId, '10');
    const expectedSeq = preview?.quote.seq;
    expect(codeOf(await settle(customerId, '50', { expectedSeq }))).toBe('QUOTE_CHANGED');
  });

  it('takes another person above a limit, who approves the very same act', async () => {
    const customerId = await debtor();
    const asked = await writeOff(customerId, '250');
    expect(asked).toMatchObject({
      approval: { status: 'PENDING', amount: { amount: '250.00' } },
      wallet: { receivable: { amount: '300.00' } },
    });
    const decision = { approvalId: asked.approval?.id, verdict: 'APPROVE' };
    const own = await api.admin.act<Payload>('decideApproval', decision, 'approval { status }');
    expect(codeOf(own)).not.toBe('DONE');
    const decided = await api
      .as('ADMIN', 'leela')
      .act<Payload>('decideApproval', decision, 'approval { status wallet { receivable { amount } } }');
    expect(decided).toMatchObject({
      approval: { status: 'APPROVED', wallet: { receivable: { amount: '50.00' } } },
    });
  });

  it('takes another person above what staff note in a day', async () => {
    const customerId = await debtor();
    const sita = (amount: string) =>
      api
        .as('STAFF', 'sita')
        .act<Settled>(
          'settleReceivable',
          { customerId, amount: { amount }, reason: 'Paid by UPI at the counter' },
          RESULT,
        );
    expect(await sita('100')).toMatchObject({ approval: null });
    expect(await sita('60')).toMatchObject({ approval: { status: 'PENDING' } });
  });

  it('is in the audit log with who said so and why, and no transaction of the customer', async () => {
    const customerId = await debtor();
    api.app.clock.advance({ ms: 1 });
    await settle(customerId, '40');
    api.app.clock.advance({ ms: 1 });
    await writeOff(customerId, '20');
    const { auditLog } = await api.admin.read<{ auditLog: { nodes: object[] } }>(
      `query Log($id: ID!) { auditLog(filter: { subjectId: $id }, first: 2) { nodes { act reason actor { id } after { key value } } } }`,
      { id: customerId },
    );
    expect(auditLog.nodes).toMatchObject([
      { act: 'writeOffReceivable', reason: 'Cannot be reached' },
      {
        ...{ act: 'settleReceivable', reason: 'Paid in cash', actor: { id: 'ravi' } },
        after: [{ key: 'settled', value: '40.00' }],
      },
    ]);
    const { wallet } = await api.staff.read<{ wallet: { transactions: { nodes: { kind: string }[] } } }>(
      `query W($id: ID!) { wallet(customerId: $id) { transactions(first: 10) { nodes { kind } } } }`,
      { id: customerId },
    );
    expect(wallet.transactions.nodes.map(({ kind }) => kind)).toEqual(['REVERSAL', 'DEBIT', 'CREDIT']);
  });

  it('leaves nothing that an audit finds', async () => {
    await expectSound(api.app);
  });
});
