// All that a shop needs to be paid with gift cards, credits, by UPI and by card in one go. docs/checkout.md explains each step.
import { createHmac, timingSafeEqual } from 'node:crypto';

const START = `mutation Start($input: StartCheckoutInput!) {
  startCheckout(input: $input) { checkout { id status returnTo } userErrors { message } }
}`;
const LINK = `mutation Link($input: MakeCheckoutLinkInput!) {
  makeCheckoutLink(input: $input) { payLink userErrors { message } }
}`;
const STATUS = `query Status($id: ID!) {
  checkout(id: $id) {
    status refunded { amount } refundedTo { toSource { amount } toGiftCards { amount } toWallet { amount } }
  }
}`;
const REFUND = `mutation Refund($input: RefundCheckoutInput!) {
  refundCheckout(input: $input) { checkout { refunded { amount } } userErrors { message } }
}`;

/** `token()` answers a token of the shop's service; `secret` is the CHECKOUT_SECRET of the wallet's server at `url`. */
export function openWallet({ url, token, secret }) {
  const ask = async (query, variables) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await token()}` };
    const request = { method: 'POST', headers, body: JSON.stringify({ query, variables }) };
    const answer = await fetch(new URL('/graphql', url), { ...request, signal: AbortSignal.timeout(10_000) });
    const { data, errors } = await answer.json();
    if (errors) throw new Error(errors[0].message);
    return data;
  };
  return {
    /**
     * Begins to pay an order; `returnTo` says that credits and cards have paid it at once. The same key again answers with the same
     * checkout.
     */
    async startCheckout({ amount, ...same }) {
      const input = { ...same, total: { amount }, credits: 'ALL' };
      const { checkout, userErrors } = (await ask(START, { input })).startCheckout;
      if (userErrors.length > 0) throw new Error(userErrors[0].message);
      return checkout;
    },
    /**
     * Where to send the customer to pay: good once, so for each visit another, with a key of its own. What it holds is a secret:
     * redirect there, and keep it nowhere.
     */
    async payLinkOf(checkoutId, idempotencyKey) {
      const input = { checkoutId, idempotencyKey };
      const { payLink, userErrors } = (await ask(LINK, { input })).makeCheckoutLink;
      if (userErrors.length > 0) throw new Error(userErrors[0].message);
      return new URL(payLink, url).href;
    },
    /** How a checkout stands, whether or not the customer has come back, and how much of it was given back since, and where. */
    async standingOf(id) {
      const { checkout } = await ask(STATUS, { id });
      if (!checkout) return null;
      const { toSource, toGiftCards, toWallet } = checkout.refundedTo;
      return {
        ...{ status: checkout.status, refunded: checkout.refunded.amount },
        refundedTo: { source: toSource.amount, giftCards: toGiftCards.amount, wallet: toWallet.amount },
      };
    },
    /** Gives back an order, or `amount` of it, the way it was paid; answers how much went back in all. The same key again gives back once. */
    async refund({ amount, ...same }) {
      const input = { ...same, ...(amount && { amount: { amount } }) };
      const { checkout, userErrors } = (await ask(REFUND, { input })).refundCheckout;
      if (userErrors.length > 0) throw new Error(userErrors[0].message);
      return checkout.refunded.amount;
    },
    /** What the customer brings back in the address, if the wallet's server has signed it; null otherwise. */
    resultIn(search) {
      const [, result = '', signature = ''] = /(checkout=.+)&signature=([0-9a-f]{64})$/.exec(search) ?? [];
      const own = createHmac('sha256', secret).update(result).digest('hex');
      const isSigned = signature !== '' && timingSafeEqual(Buffer.from(own), Buffer.from(signature));
      return isSigned ? Object.fromEntries(new URLSearchParams(result)) : null;
    },
  };
}
