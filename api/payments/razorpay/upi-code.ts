import type { PaymentOffer, PaymentReport } from '../../domain/top-up.ts';
import { PaymentUnavailable, type PaymentOrder } from '../payment-provider.ts';
import { upiIntentOf } from '../upi-intent.ts';
import { idOf, objectOf, reportOfPayment, inJson } from './answers.ts';
import type { RazorpayApi } from './razorpay-api.ts';

/** Codes close no sooner than this after they were made. */
const SHORTEST_LIFE_MS = 120_000;

export function isQrCode(id: string): boolean {
  return id.startsWith('qr_');
}

/** A code that takes this amount once. Razorpay says whom to pay and under which reference; the link is made here. */
export async function openQrCode(
  api: RazorpayApi,
  { reference, amount, expiresAt }: PaymentOrder,
  payeeName: string,
): Promise<PaymentOffer> {
  const code = await api.post('payments/qr_codes', {
    type: 'upi_qr',
    name: payeeName,
    usage: 'single_use',
    fixed_amount: true,
    payment_amount: inJson(amount),
    description: `Wallet top-up ${reference}`,
    close_by: Math.ceil((expiresAt + SHORTEST_LIFE_MS) / 1_000),
    notes: { reference },
  });
  const id = idOf(code['id']);
  const said = payeeIn(code['image_content']);
  if (!id || !isQrCode(id) || !said || code['payment_amount'] !== inJson(amount)) {
    throw new PaymentUnavailable('Razorpay answered no code for this amount.');
  }
  const note = `Wallet top-up ${reference}`;
  return {
    providerIds: [id],
    checkoutUrl: null,
    upiIntent: upiIntentOf({ payee: said.payee, payeeName, amount, reference: said.reference, note }),
  };
}

/** What was paid into a code. */
export async function paymentsOfQrCode(api: RazorpayApi, id: string): Promise<PaymentReport[]> {
  const { items } = await api.get(`payments/qr_codes/${id}/payments`);
  if (!Array.isArray(items)) throw new PaymentUnavailable('Razorpay answered without payments.');
  return items.map((item) => reportOfPayment(objectOf(item))).filter((report) => report !== null);
}

function payeeIn(content: unknown): { payee: string; reference: string } | null {
  if (typeof content !== 'string' || !content.startsWith('upi://pay?')) return null;
  const fields = new URLSearchParams(content.slice('upi://pay?'.length));
  const payee = fields.get('pa') ?? '';
  const reference = fields.get('tr') ?? '';
  return /^[\w.-]{2,256}@[A-Za-z0-9.-]{2,64}$/.test(payee) && idOf(reference) ? { payee, reference } : null;
}
