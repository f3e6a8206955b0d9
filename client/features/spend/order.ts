import type { MoneyValue } from '../../format/money.ts';
import { isZero, paise } from '../../format/proportion.ts';
import { minus } from '../../format/sum.ts';
import { typedAmount } from '../../format/typed-amount.ts';
import type { UseCreditsQuery } from '../../graphql/graphql.ts';

export type SpendWallet = NonNullable<UseCreditsQuery['viewer']['wallet']>;

export const NOTHING: MoneyValue = { amount: '0.00', currencyCode: 'INR' };

/** What an order costs in all. */
export interface Bill {
  orderId: string;
  total: MoneyValue;
}

/** What credits pay of an order, and what is paid by UPI at once with it: null where that is nothing, or left to the shop. */
export interface Order {
  orderId: string;
  amount: MoneyValue;
  byUpi: MoneyValue | null;
}

/** One that is paid in two ways at once. */
export type SplitOrder = Order & { byUpi: MoneyValue };

export function isSplit(order: Order): order is SplitOrder {
  return order.byUpi !== null;
}

export function isSameOrder(one: Order, other: Order): boolean {
  return (
    one.orderId === other.orderId &&
    one.amount.amount === other.amount.amount &&
    one.byUpi?.amount === other.byUpi?.amount
  );
}

/** What UPI can bring of what credits leave of a bill: all of it; null where there is nothing left, or too little to be paid by itself. */
export function byUpiOf(
  { total }: Bill,
  paid: MoneyValue,
  { minOrderPayment }: SpendPolicy,
): MoneyValue | null {
  const rest = minus(total, paid);
  const isPayable = minOrderPayment !== null && paise(rest) >= paise(minOrderPayment);
  return isPayable && !isZero(rest) ? rest : null;
}

/** What the shop takes for an order's number: up to 64 plain characters. Blanks alone are none. */
export function isOrderNumber(text: string): boolean {
  return /^(?=.*[^ ])[\x20-\x7e]{1,64}$/.test(text);
}

/** The bill as it was typed, or as a link gives it; null while a part of it is missing. */
export function billOf(orderId: string, total: string): Bill | null {
  const cost = typedAmount(total);
  return isOrderNumber(orderId.trim()) && cost !== null ? { orderId: orderId.trim(), total: cost } : null;
}

export function lesser(one: MoneyValue, other: MoneyValue): MoneyValue {
  return paise(one) < paise(other) ? one : other;
}

/** What the shop says of its payments. */
export type SpendPolicy = UseCreditsQuery['walletPolicy'];

/** What to top up towards a shortfall: just that much, within what one top-up may bring. */
export function topUpFor(shortfall: MoneyValue, { minTopUp, maxTopUp }: SpendPolicy): MoneyValue {
  if (paise(shortfall) < paise(minTopUp)) return minTopUp;
  return lesser(shortfall, maxTopUp);
}

/** To the top-up, and back to this order afterwards. */
export function topUpPath({ orderId, total }: Bill, { amount }: MoneyValue): string {
  const back = `/use?order=${encodeURIComponent(orderId)}&amount=${total.amount}`;
  return `/add?amount=${amount}&back=${encodeURIComponent(back)}`;
}

/** The address of the receipt of a payment. */
export function receiptPath(id: string): string {
  return `/use/paid/${encodeURIComponent(id)}`;
}

/** The address of the page on which the rest of an order is paid. */
export function checkoutPath(id: string): string {
  return `/pay/${encodeURIComponent(id)}`;
}
