import { defaultPolicy } from '../../api/domain/policy.ts';
import { storedWallet } from '../support/acts.ts';
import { openTestApi, type Client } from '../support/api.ts';
import { freshKey } from '../support/app.ts';
import { expectSound } from '../support/audit.ts';
import { mockPayments } from '../support/payments.ts';
import { unknownPaymentId } from '../support/reviews.ts';

const api = openTestApi({ payments: mockPayments(), policy: { approvals: defaultPolicy.approvals } });

const APPROVAL = `id act status reason amount { amount } subject { id } preview { after { balance { amount } } }`;
const RESULT = `review { id status refundStatus } replayed needsApproval preview { needsApproval after { balance { amount } } }
  approval { ${APPROVAL} }`;

interface Payload {
  readonly approval: { readonly id: string } | null;
  readonly userErrors: readonly { readonly code: string }[];
}

function on(by: Client, act: 'creditReview' | 'refundReview', input: object): Promise<Payload> {
  return by.act<Payload>(act, input, RESULT);
}

function decide(by: Client, approval: Payload['approval'], more: object = {}): Promise<Payload> {
  const input = { approvalId: approval?.id, verdict: 'APPROVE', ...more };
  return by.act<Payload>('decideApproval', input, `approval { ${APPROVAL} }`);
}

const codes = ({ userErrors }: Payload) => userErrors.map(({ code }) => code);

describe('a payment above the limit of whoever decides on it', () => {
  it('is credited once an admin has approved it, under the key it was asked for with', async () => {
    const customerId = await api.openWallet('asha');
    const reviewId = await unknownPaymentId(api.app, 6_000_00n);
    const input = { reviewId, customerId, idempotencyKey: freshKey('credit') };

    const after = { after: { balance: { amount: '6000.00' } } };
    expect(await on(api.staff, 'creditReview', { ...input, dryRun: true })).toMatchObject({
      ...{ needsApproval: true, preview: { needsApproval: true, ...after }, approval: null, userErrors: [] },
      review: { status: 'OPEN' },
    });
    const asked = await on(api.staff, 'creditReview', input);
    expect(asked).toMatchObject({
      ...{ review: { status: 'OPEN' }, replayed: false, userErrors: [] },
      approval: {
        ...{
          act: 'creditReview',
          status: 'PENDING',
          amount: { amount: '6000.00' },
          subject: { id: reviewId },
        },
        preview: after,
      },
    });
    expect(await on(api.staff, 'creditReview', input)).toEqual({ ...asked, replayed: true });
    await api.openWallet('other');
    expect(codes(await on(api.staff, 'creditReview', { ...input, customerId: 'other' }))).toEqual([
      'IDEMPOTENCY_CONFLICT',
    ]);
    expect(codes(await on(api.staff, 'creditReview', { reviewId, customerId: 'other' }))).toEqual([
      'APPROVAL_PENDING',
    ]);
    expect(await storedWallet(api.app, customerId)).toMatchObject({ balance: 0n });

    expect(await decide(api.admin, asked.approval)).toMatchObject({ approval: { status: 'APPROVED' } });
    expect(codes(await decide(api.as('ADMIN', 'leela'), asked.approval))).toEqual(['APPROVAL_ENDED']);
    expect(await on(api.staff, 'creditReview', input)).toMatchObject({
      ...{ review: { status: 'CREDITED' }, replayed: true },
    });
    expect(await storedWallet(api.app, customerId)).toMatchObject({ balance: 6_000_00n });
  });

  it('is credited to the wallet that was looked at, or not', async () => {
    const customerId = await api.fundedWallet('seen', '10');
    const reviewId = await unknownPaymentId(api.app, 50_00n);
    const input = { reviewId, customerId, expectedSeq: 2 };
    await api.grant(customerId, '10');
    expect(codes(await on(api.staff, 'creditReview', input))).toEqual(['QUOTE_CHANGED']);
    expect(codes(await on(api.staff, 'creditReview', { ...input, expectedSeq: 3 }))).toEqual([]);
    expect(await storedWallet(api.app, customerId)).toMatchObject({ balance: 70_00n });
  });

  it('is refunded once an admin has approved it, and comes too late for what somebody else decided', async () => {
    const [reviewId, other] = await Promise.all([1, 2].map(() => unknownPaymentId(api.app, 6_000_00n)));
    const asked = await on(api.staff, 'refundReview', { reviewId });
    expect(asked).toMatchObject({
      review: { status: 'OPEN', refundStatus: null },
      approval: { preview: null },
    });
    expect(await decide(api.admin, asked.approval)).toMatchObject({ approval: { status: 'APPROVED' } });
    expect(codes(await on(api.staff, 'refundReview', { reviewId }))).toEqual(['REVIEW_ENDED']);

    const late = await on(api.staff, 'refundReview', { reviewId: other });
    await api.staff.act('dismissReview', { reviewId: other, reason: 'Paid at the counter' }, 'replayed');
    expect(codes(await decide(api.admin, late.approval))).toEqual(['REVIEW_ENDED']);
  });

  it('can be asked for anew once it was refused, and not by who asked', async () => {
    const reviewId = await unknownPaymentId(api.app, 1_50_000_00n);
    const { approval } = await on(api.admin, 'refundReview', { reviewId });
    expect(codes(await decide(api.admin, approval))).toEqual(['APPROVAL_OWN']);
    await decide(api.as('ADMIN', 'leela'), approval, { verdict: 'REFUSE', note: 'Ask the bank first' });
    expect(await on(api.staff, 'refundReview', { reviewId })).toMatchObject({
      approval: { status: 'PENDING', amount: { amount: '150000.00' } },
    });
  });
});

// 16 payments of ₹5,000 at once, of which a day has ₹25,000
it('the limit of a day holds for payments that are credited at once', async () => {
  const customerId = await api.openWallet('busy');
  const reviews = await Promise.all(Array.from({ length: 16 }, () => unknownPaymentId(api.app, 5_000_00n)));
  const sita = api.as('STAFF', 'sita');
  const answers = await Promise.all(
    reviews.map((reviewId) => on(sita, 'creditReview', { reviewId, customerId })),
  );
  expect(answers.filter(({ approval }) => approval)).toHaveLength(11);
  expect(await storedWallet(api.app, customerId)).toMatchObject({ balance: 25_000_00n });
});

it('leaves the books in order', () => expectSound(api.app));
