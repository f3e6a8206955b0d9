import { openTestApi } from '../support/api.ts';
import { mockPayments } from '../support/payments.ts';
import { unknownPaymentId } from '../support/reviews.ts';

const api = openTestApi({ payments: mockPayments() });

const REVIEW = `review {
  id kind status collected { amount } currency expected { amount } providerReference problem
  outcome { act actor { id } subject { ... on PaymentReview { id } } } assignee { id role } transaction { kind amount { amount } ... on CreditTransaction { funding } }
  wallet { receivable { amount } } refundStatus endedBy { id role } reason
} replayed`;

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly status: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

async function page(filter: object, first = 100, after: string | null = null): Promise<Page> {
  const query = `query P($filter: PaymentReviewFilter, $first: Int, $after: String) {
    paymentReviews(filter: $filter, first: $first, after: $after) {
      totalCount nodes { id status } pageInfo { hasNextPage endCursor } } }`;
  return (await api.staff.read<{ paymentReviews: Page }>(query, { filter, first, after })).paymentReviews;
}

describe('payment reviews', () => {
  it('are taken, credited, refunded and dismissed, and say by whom and with what', async () => {
    const customerId = await api.openWallet('asha');
    const [credited, refunded, dismissed] = await Promise.all(
      [1, 2, 3].map(() => unknownPaymentId(api.app, 250_50n)),
    );
    const act = (name: string, input: object) => api.staff.act<Record<string, unknown>>(name, input, REVIEW);

    expect(await act('takeReview', { reviewId: credited })).toMatchObject({
      review: {
        ...{ status: 'OPEN', assignee: { id: 'ravi', role: 'STAFF' }, collected: { amount: '250.50' } },
        outcome: null,
      },
    });
    api.app.clock.advance({ ms: 1_000 });
    expect(await act('creditReview', { reviewId: credited, customerId })).toMatchObject({
      userErrors: [],
      review: {
        status: 'CREDITED',
        transaction: { kind: 'CREDIT', amount: { amount: '250.50' }, funding: 'PURCHASED' },
        wallet: { receivable: { amount: '0.00' } },
        endedBy: { id: 'ravi', role: 'STAFF' },
        outcome: { act: 'creditReview', actor: { id: 'ravi' }, subject: { id: credited } },
      },
    });
    expect(await act('refundReview', { reviewId: refunded })).toMatchObject({
      review: { status: 'REFUNDED', refundStatus: 'PROCESSING', outcome: { act: 'refundReview' } },
    });
    expect(await act('dismissReview', { reviewId: dismissed, reason: 'Paid at the counter' })).toMatchObject({
      review: { status: 'DISMISSED', reason: 'Paid at the counter', outcome: { act: 'dismissReview' } },
    });
    const query = `query ($filter: AuditLogFilter) {
      auditLog(filter: $filter) { nodes { act subjectId subject { ... on PaymentReview { id status } } } } }`;
    expect(await api.admin.read(query, { filter: { subjectId: credited } })).toEqual({
      auditLog: {
        nodes: ['creditReview', 'takeReview'].map((name) => ({
          ...{ act: name, subjectId: credited, subject: { id: credited, status: 'CREDITED' } },
        })),
      },
    });
    expect((await page({ assigneeId: 'ravi' })).nodes).toMatchObject([{ id: credited }]);
    const one = 'query ($id: ID!) { paymentReview(id: $id) { id status } }';
    expect(await api.staff.read(one, { id: credited })).toEqual({
      paymentReview: { id: credited, status: 'CREDITED' },
    });
    expect(await api.staff.read(one, { id: 'made-up' })).toEqual({ paymentReview: null });
  });

  it('can be decided on however often somebody has taken them', async () => {
    const reviewId = await unknownPaymentId(api.app, 99_00n);
    const act = (name: string, input: object = {}) =>
      api.staff.act<{ userErrors: { code: string }[] }>(name, { reviewId, ...input }, REVIEW);
    const codes = new Set<string>();
    for (let n = 0; n < 52; n += 1)
      for (const { code } of (await act('takeReview')).userErrors) codes.add(code);

    expect([...codes]).toEqual(['INVALID_INPUT']);
    expect(await act('dismissReview', { reason: 'Paid at the counter' })).toMatchObject({ userErrors: [] });
  });

  it('are read in pages, newest first, by status and kind', async () => {
    const opened: string[] = [];
    for (let step = 0; step < 5; step += 1) {
      api.app.clock.advance({ ms: 1_000 });
      opened.unshift(await unknownPaymentId(api.app));
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const open: Page = await page({ status: ['OPEN'], kind: ['UNKNOWN_ORDER'] }, 2, after);
      expect(open.totalCount).toBe(5);
      seen.push(...open.nodes.map(({ id }) => id));
      after = open.pageInfo.hasNextPage ? open.pageInfo.endCursor : null;
    } while (after !== null);

    expect(seen).toEqual(opened);
    expect(await page({ kind: ['DISPUTE'] })).toMatchObject({ totalCount: 0, nodes: [] });
    expect(await page({ kind: ['CHECKOUT_ENDED'] })).toMatchObject({ totalCount: 0, nodes: [] });
  });
});
