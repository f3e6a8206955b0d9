import { CURRENCY, formatRupees, type Paise } from '../domain/money.ts';

export interface UpiRequest {
  /** The UPI id that collects. */
  readonly payee: string;
  readonly payeeName: string;
  readonly amount: Paise;
  /** What ties the payment to its order. */
  readonly reference: string;
  readonly note: string;
}

/** The link that a UPI app opens and that a QR code holds: whom to pay how much, for what. */
export function upiIntentOf({ payee, payeeName, amount, reference, note }: UpiRequest): string {
  const fields = {
    pa: payee,
    pn: payeeName,
    am: formatRupees(amount),
    cu: CURRENCY,
    tr: reference,
    tn: note,
  };
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  // Apps show the UPI id as it stands in the link, and some cannot read an escaped one.
  return `upi://pay?${query.join('&').replace('%40', '@')}`;
}
