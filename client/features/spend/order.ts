import type { MoneyValue } from '../../format/money.ts';

export interface Order {
  orderId: string;
  amount: MoneyValue;
}

export function isSameOrder(one: Order, other: Order): boolean {
  return one.orderId === other.orderId && one.amount.amount === other.amount.amount;
}

/** What the shop takes for an order's number: up to 64 plain characters. Blanks alone are none. */
export function isOrderNumber(text: string): boolean {
  return /^(?=.*[^ ])[\x20-\x7e]{1,64}$/.test(text);
}

/** The address that pays an order. */
export function orderPath({ orderId, amount }: Order): string {
  return `/use?order=${encodeURIComponent(orderId)}&amount=${amount.amount}`;
}

/** The address of the receipt of a payment. */
export function receiptPath(id: string): string {
  return `/use/paid/${encodeURIComponent(id)}`;
}
