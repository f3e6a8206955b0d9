import type {
  CheckoutStatus,
  ErrorCode,
  PaymentMethod,
  TopUpStatus,
} from '../../../client/graphql/graphql.ts';
import { CODE } from './bought-cards.ts';
import type { Person } from './fake-shop.ts';
import { paiseOf } from './programme.ts';
import { money } from './sample-wallet.ts';
import type { Story } from './sample-wallet.ts';

/** An order of ₹1,040.00, unless it says otherwise: credits pay ₹340.00 of it. */
export interface SampleCheckout {
  id: string;
  orderId?: string;
  total?: bigint;
  status: CheckoutStatus;
  method?: PaymentMethod;
  payment?: TopUpStatus;
  failureReason?: string;
  /** Without one: nothing is set aside, all of it is paid. */
  credits?: bigint;
  /** What gift cards pay, by the ends of their codes. */
  cards?: Record<string, bigint>;
  returnTo?: string;
  /** What was given back of it since. */
  cameBack?: { readonly refunded: bigint; readonly refunds: readonly object[] };
  /** What the shop says no with. */
  refuses?: ErrorCode;
  /** Under which keys something was asked of it. */
  keys?: string[];
}

interface OnCheckout {
  input: { checkoutId: string; method?: PaymentMethod; giftCardCode?: string; idempotencyKey: string };
}

interface Start {
  input: {
    orderId: string;
    total: { amount: string };
    amount: { amount: string };
    method: PaymentMethod;
    idempotencyKey: string;
  };
}

/** What the shop answers about checkouts. */
export function checkoutAnswers({ story }: Person) {
  const find = (id: string) => story?.checkouts?.find((one) => one.id === id);
  const act = (change: (one: SampleCheckout, input: OnCheckout['input']) => void) => {
    return ({ input }: OnCheckout) => {
      const one = find(input.checkoutId);
      if (one === undefined) return refused('CHECKOUT_NOT_FOUND', null);
      if (one.refuses !== undefined) return refused(one.refuses, shown(one));
      (one.keys ??= []).push(input.idempotencyKey);
      change(one, input);
      return { checkout: shown(one), replayed: false, userErrors: [] };
    };
  };
  return {
    checkout: ({ id }: { id: string }) => checkoutById(story, id),
    startCheckout: ({ input: { orderId, total, amount, method, idempotencyKey: key } }: Start) => {
      if (!story) return refused('WALLET_NOT_FOUND', null);
      const checkouts = (story.checkouts ??= []);
      const before = checkouts.find((one) => one.orderId === orderId);
      if (before?.keys?.includes(key)) return { checkout: shown(before), replayed: true, userErrors: [] };
      if (before) return refused('CHECKOUT_OPEN', shown(before));
      const id = `checkout-${orderId}`;
      const parts = { total: paiseOf(total.amount), credits: paiseOf(amount.amount) };
      const begun = { id, orderId, ...parts, method, keys: [key] };
      checkouts.push({ ...begun, status: 'PAYING', payment: 'AWAITING_PAYMENT' });
      return { checkout: { id }, replayed: false, userErrors: [] };
    },
    payCheckout: act((one, { method = 'UPI' }) => {
      Object.assign(one, { status: 'PAYING', method, payment: 'AWAITING_PAYMENT' });
    }),
    addGiftCardToCheckout: (asked: OnCheckout) =>
      asked.input.giftCardCode === CODE
        ? act((one) => Object.assign(one, { cards: { ...one.cards, WZE5: 500_00n } }))(asked)
        : refused('CODE_NOT_USABLE', null),
    cancelCheckout: act((one) => {
      one.status = 'CANCELLED';
    }),
  };
}

/** The checkout of this id as the shop answers it; null when there is none. */
export function checkoutById(story: Story | null, id: string): object | null {
  const one = story?.checkouts?.find((each) => each.id === id);
  return one === undefined ? null : shown(one);
}

function refused(code: ErrorCode, checkout: object | null) {
  return { checkout, replayed: false, userErrors: [{ code, message: 'No.' }] };
}

function shown({
  id,
  orderId = '1044',
  status,
  method = 'UPI',
  payment,
  total = 1_040_00n,
  credits = 340_00n,
  cards = {},
  ...one
}: SampleCheckout) {
  const isOpen = status === 'OPEN' || status === 'PAYING';
  const canPay = payment === 'AWAITING_PAYMENT' && isOpen;
  const fromCards = Object.entries(cards);
  const rest = money(fromCards.reduce((left, [, paise]) => left - paise, total - credits));
  return {
    ...{ __typename: 'Checkout', id, status, orderId, payUrl: `/pay/${id}` },
    ...{ total: money(total), fromWallet: money(credits), toPay: rest },
    fromGiftCards: fromCards.map(([end, paise]) => ({
      ...{ __typename: 'GiftCardPart', maskedCode: `•••• ${end}`, amount: money(paise) },
    })),
    ...{ refunded: money(one.cameBack?.refunded ?? 0n), refunds: one.cameBack?.refunds ?? [] },
    expiresAt: '2026-11-23T10:11:00+05:30',
    endedAt: isOpen ? null : '2026-11-23T09:54:00+05:30',
    returnTo: isOpen ? null : (one.returnTo ?? null),
    payment:
      payment === undefined
        ? null
        : {
            ...{
              __typename: 'Payment',
              id: `payment-of-${id}-by-${method}`,
              method,
              status: payment,
              amount: rest,
            },
            upiIntent: canPay && method === 'UPI' ? 'upi://pay?pa=shop@bank&pn=Early%20Bird%20Stores' : null,
            checkoutUrl: canPay && method === 'CARD' ? '/mock-payments/1' : null,
            failureReason: one.failureReason ?? null,
            reference: 'TOP-7K2M9QXZ4A6B',
          },
  };
}
