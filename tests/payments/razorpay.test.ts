import { PaymentUnavailable, RefundRefused, type PaymentOrder } from '../../api/payments/payment-provider.ts';
import { RazorpayStandIn } from '../support/razorpay.ts';

const razorpay = new RazorpayStandIn();

beforeAll(() => razorpay.start());
beforeEach(() => {
  razorpay.calls.length = 0;
  razorpay.next.length = 0;
});
afterAll(() => razorpay.stop());

let orders = 0;
function order(more: Partial<PaymentOrder> = {}): PaymentOrder {
  orders += 1;
  const reference = `TOP-${String(orders).padStart(12, '2')}`;
  return { reference, amount: 499_50n, method: 'CARD', expiresAt: 1_800_000_000_000, ...more };
}

describe('Razorpay, asked to collect', () => {
  it('makes a payment link for exactly the amount, under our reference, with the key of the account', async () => {
    const asked = order();

    const offer = await razorpay.provider().open(asked);

    expect(razorpay.calls).toEqual([
      {
        method: 'POST',
        path: '/v1/payment_links',
        authorization: `Basic ${Buffer.from('rzp_test_key:key-secret').toString('base64')}`,
        body: {
          amount: 49_950,
          currency: 'INR',
          accept_partial: false,
          reference_id: asked.reference,
          description: `Early Bird wallet top-up ${asked.reference}`,
          expire_by: 1_800_000_000,
          reminder_enable: false,
          notes: { reference: asked.reference },
          callback_url: 'https://shop.example',
          callback_method: 'get',
        },
      },
    ]);
    const [id] = offer.providerIds;
    expect(offer).toEqual({ providerIds: [id], checkoutUrl: `https://rzp.io/i/${id}`, upiIntent: null });
  });

  it('finds the link that an earlier call with the same reference has made', async () => {
    const asked = order();
    const first = await razorpay.provider().open(asked);

    expect(await razorpay.provider().open(asked)).toEqual(first);
  });

  it('makes a UPI code where the account can, and the link in it names payee, amount and reference', async () => {
    const offer = await razorpay.provider({ hasUpiCodes: true }).open(order({ method: 'UPI' }));

    const [id] = offer.providerIds;
    expect(razorpay.calls[0]?.body).toMatchObject({
      ...{ type: 'upi_qr', usage: 'single_use', fixed_amount: true, payment_amount: 49_950 },
    });
    expect(offer.upiIntent).toMatch(
      new RegExp(
        `^upi://pay\\?pa=shop\\.razorpay@hdfcbank&pn=Early%20Bird&am=499\\.50&cu=INR&tr=RZP${id}&tn=Wallet`,
      ),
    );
  });

  it('tries again when Razorpay fails, hangs up or asks for patience, and then gives up', async () => {
    razorpay.next.push({ status: 502, body: {} }, null);
    expect((await razorpay.provider().open(order())).providerIds).toHaveLength(1);
    expect(razorpay.calls).toHaveLength(3);

    razorpay.next.push({ status: 429, body: {} }, { status: 500, body: {} }, { status: 503, body: {} });
    await expect(razorpay.provider().open(order())).rejects.toThrow(PaymentUnavailable);
    expect(razorpay.calls).toHaveLength(6);
  });

  it('does not wait for an answer that does not come', async () => {
    const silent = razorpay.provider({ url: 'http://127.0.0.1:9', timeoutMs: 50 });

    await expect(silent.open(order())).rejects.toThrow(PaymentUnavailable);
  });

  it('does not repeat what Razorpay refuses', async () => {
    razorpay.next.push(
      { status: 401, body: { error: { code: 'BAD_REQUEST_ERROR' } } },
      { status: 401, body: {} },
    );

    await expect(razorpay.provider().open(order())).rejects.toThrow(PaymentUnavailable);
    expect(razorpay.calls).toHaveLength(2);
  });

  it.each<[string, unknown]>([
    ['another amount', { amount: 1 }],
    ['another currency', { currency: 'USD' }],
    ['another reference', { reference_id: 'TOP-OTHER' }],
    ['a page that is not on https', { short_url: 'http://rzp.io/i/x' }],
    ['a script for a page', { short_url: 'javascript:alert(1)' }],
    ['no id', { id: { $gt: '' } }],
  ])('is not believed when it answers %s', async (_, differs) => {
    const asked = order();
    const link = { id: 'plink_1', amount: 49_950, currency: 'INR', short_url: 'https://rzp.io/i/x' };
    const body = { ...link, reference_id: asked.reference, ...(differs as object) };
    razorpay.next.push({ status: 200, body });

    await expect(razorpay.provider().open(asked)).rejects.toThrow(PaymentUnavailable);
  });

  it('is not believed when it answers no object', async () => {
    for (const body of [[], 'ok', null]) {
      razorpay.next.push({ status: 200, body }, { status: 200, body }, { status: 200, body });
      await expect(razorpay.provider().open(order())).rejects.toThrow(PaymentUnavailable);
    }
  });
});

describe('Razorpay, asked what has become of a payment', () => {
  async function link(): Promise<string> {
    const offer = await razorpay.provider().open(order());
    return offer.providerIds[0] ?? '';
  }

  it('knows nothing of one that nobody has tried', async () => {
    expect(await razorpay.provider().lookUp([await link()])).toEqual({ providerIds: [], reports: [] });
  });

  it('names what was collected, and the order it was collected for', async () => {
    const id = await link();
    const payment = razorpay.pay(id);

    const { providerIds, reports } = await razorpay.provider().lookUp([id]);

    expect(providerIds).toEqual([payment['order_id']]);
    const captured = { kind: 'CAPTURED', paymentId: payment['id'], amount: 499_50n, currency: 'INR' };
    expect(reports).toContainEqual(captured);
    expect(reports.every((report) => report.kind === 'CAPTURED')).toBe(true);
  });

  it('says why an attempt failed while there is no better one', async () => {
    const id = await link();
    razorpay.pay(id, { status: 'failed', error_description: 'Wrong\u0000 PIN' });
    expect((await razorpay.provider().lookUp([id])).reports).toEqual([
      { kind: 'DECLINED', reason: 'Wrong  PIN' },
    ]);

    razorpay.pay(id, { status: 'authorized' });
    expect((await razorpay.provider().lookUp([id])).reports).toEqual([{ kind: 'PROCESSING' }]);
  });

  it.each([
    ['expired', 'EXPIRED'],
    ['cancelled', 'FAILED'],
  ])('says that a link is %s', async (status, kind) => {
    const id = await link();
    razorpay.links.set(id, { ...razorpay.links.get(id), status });

    expect((await razorpay.provider().lookUp([id])).reports).toMatchObject([{ kind }]);
  });

  it('names what was paid into a code', async () => {
    const provider = razorpay.provider({ hasUpiCodes: true });
    const { providerIds } = await provider.open(order({ method: 'UPI' }));
    razorpay.payments.set('pay_qr', {
      ...{ id: 'pay_qr', qr: providerIds[0], amount: 49_950, currency: 'INR', status: 'captured' },
    });

    expect((await provider.lookUp(providerIds)).reports).toEqual([
      { kind: 'CAPTURED', paymentId: 'pay_qr', amount: 499_50n, currency: 'INR' },
    ]);
  });

  it('is not believed about another payment than the one asked about', async () => {
    razorpay.next.push({ status: 200, body: { id: 'plink_other', status: 'paid' } });

    await expect(razorpay.provider().lookUp(['plink_mine'])).rejects.toThrow(PaymentUnavailable);
  });
});

describe('Razorpay, asked to give back', () => {
  let receipts = 0;
  async function paid() {
    const provider = razorpay.provider();
    const { providerIds } = await provider.open(order());
    const payment = razorpay.pay(providerIds[0] ?? '');
    receipts += 1;
    return {
      provider,
      order: { paymentId: String(payment['id']), amount: 100_00n, receipt: `rf-${receipts}` },
    };
  }

  it('gives back once under one receipt, though its answer is lost, and says afterwards what has become of it', async () => {
    const { provider, order: asked } = await paid();
    expect(await provider.findRefund(asked)).toBeNull();

    razorpay.next.push(null, null, null);
    await expect(provider.refund(asked)).rejects.toThrow(PaymentUnavailable);

    const found = await provider.findRefund(asked);
    expect(found).toMatchObject({ status: 'DONE' });
    expect(await provider.refund(asked)).toEqual(found);
    expect(razorpay.payments.get(asked.paymentId)).toMatchObject({ amount_refunded: 100_00 });
  });

  it.each([
    ['pending', 'PROCESSING'],
    ['failed', 'FAILED'],
  ])('says of one that is %s how far it has come', async (status, expected) => {
    const { provider, order: asked } = await paid();
    await provider.refund(asked);
    razorpay.refunds.set(asked.receipt, { ...razorpay.refunds.get(asked.receipt), status });

    expect(await provider.findRefund(asked)).toMatchObject({ status: expected });
  });

  it('refuses for good what is more than was collected', async () => {
    const { provider, order: asked } = await paid();

    await expect(provider.refund({ ...asked, amount: 500_00n })).rejects.toThrow(RefundRefused);
    expect(await provider.findRefund(asked)).toBeNull();
  });

  it('is not believed when it answers another amount, or no list', async () => {
    const { provider, order: asked } = await paid();
    await provider.refund(asked);

    await expect(provider.findRefund({ ...asked, amount: 1n })).rejects.toThrow(PaymentUnavailable);
    razorpay.next.push({ status: 200, body: { items: 'none' } });
    await expect(provider.findRefund(asked)).rejects.toThrow(PaymentUnavailable);
  });
});
