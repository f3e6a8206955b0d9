// A shop whose customers pay with a gift card and their credits first and the rest by UPI or card. It keeps its orders in memory.
// npm run demo serves it beside the wallet; alone: node examples/shop/server.mjs
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { orderPage, problemPage, shopPage } from './pages.mjs';
import { signedIn } from './sign-in.mjs';
import { openWallet } from './wallet.mjs';

/** Prices are rupees as text, here and on the way to the wallet: no amount is ever a floating-point number. */
const GOODS = new Map([
  ['tea', { name: 'Darjeeling first flush, 250 g', price: '640.00' }],
  ['pot', { name: 'Teapot for two', price: '1850.00' }],
  ['set', { name: 'Tea set for twelve, hand-painted', price: '18500.00' }],
]);
/** Whoever is signed in to the shop; here it is always the same. */
const CUSTOMER_ID = 'cus_asha';
const MOST_TYPED = 1_000;
const NOWHERE = { ...problemPage('There is no such page.'), status: 404 };

/** Serves the shop until `close()`; answers where. */
export async function openShop({ port, ...terms }) {
  const wallet = openWallet(terms);
  const orders = new Map();
  const server = createServer(async (request, response) => {
    const answer = await answerTo(request).catch((error) => problemPage(error.message));
    response.writeHead(answer.location ? 303 : (answer.status ?? 200), {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...(answer.location && { location: answer.location }),
    });
    response.end(answer.html);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://localhost:${server.address().port}`;
  return { origin, close: () => new Promise((done) => server.close(done).closeAllConnections()) };

  async function answerTo(request) {
    const { method, url } = request;
    // Taken apart as it stands: whoever asks may write anything, also what is no address.
    const [path, search = ''] = url.split('?', 2);
    const [, place, id = '', ...more] = path.split('/');
    const order = orders.get(id);
    if (method === 'GET' && path === '/') return shopPage(GOODS);
    if (more.length > 0) return NOWHERE;
    if (method === 'POST' && place === 'buy' && GOODS.has(id)) return { location: newOrder(GOODS.get(id)) };
    if (method === 'POST' && place === 'pay' && order) {
      return { location: await pay(order, await codeIn(request)) };
    }
    if (method === 'POST' && place === 'returns' && order?.status === 'PAID') {
      return { location: await takeBack(order) };
    }
    if (method === 'GET' && place === 'orders' && order)
      return orderPage(await broughtUpToDate(order, search));
    return NOWHERE;
  }

  function newOrder({ name, price }) {
    const id = `T-${randomUUID().slice(0, 8).toUpperCase()}`;
    const unpaid = { status: 'NEW', attempt: 1, checkoutId: null, refunded: '0.00', refundedTo: null };
    orders.set(id, { id, name, amount: price, ...unpaid });
    return `/orders/${id}`;
  }

  /** After a checkout that came to nothing the customer may try again: that is another one. */
  async function pay(order, code) {
    if (await cameToNothing(order)) Object.assign(order, { attempt: order.attempt + 1, checkoutId: null });
    const returnTo = order.checkoutId === null ? await start(order, code) : null;
    if (returnTo !== null) return returnTo;
    if (order.status === 'PAID') return `/orders/${order.id}`;
    return wallet.payLinkOf(order.checkoutId, `visit-${randomUUID()}`);
  }

  /** Answers where the customer goes on if there is nothing left to pay. */
  async function start(order, code) {
    const { id: orderId, attempt, amount } = order;
    // A code is money: it is passed on and kept nowhere.
    const { id, status, returnTo } = await wallet.startCheckout({
      ...{ orderId, amount, customerId: CUSTOMER_ID, returnUrl: `${origin}/orders/${orderId}` },
      ...(code !== '' && { giftCardCodes: [code] }),
      idempotencyKey: `checkout-of-${orderId}-${attempt}`,
    });
    Object.assign(order, { checkoutId: id, status });
    return returnTo;
  }

  /** All of it goes back the way it was paid, once, however often it is pressed. */
  async function takeBack({ id, checkoutId }) {
    await wallet.refund({ checkoutId, reason: 'Sent back', idempotencyKey: `return-of-${id}` });
    return `/orders/${id}`;
  }

  async function cameToNothing(order) {
    return ['FAILED', 'EXPIRED', 'CANCELLED'].includes((await broughtUpToDate(order, '')).status);
  }

  /** What the customer brings along is believed if it is signed and about this order; otherwise the wallet is asked. */
  async function broughtUpToDate(order, search) {
    if (order.checkoutId === null) return order;
    const result = wallet.resultIn(search);
    const isOurs =
      result?.checkout === order.checkoutId && result.order === order.id && result.total === order.amount;
    return Object.assign(order, isOurs ? standingIn(result) : await wallet.standingOf(order.checkoutId));
  }
}

/** A result is of the moment in which the wallet was asked for it: where it says that nothing came back, something may have since. */
function standingIn({ status, refunded, refundedToSource, refundedToGiftCards, refundedToWallet }) {
  if (refunded === '0.00') return { status };
  const refundedTo = {
    source: refundedToSource,
    giftCards: refundedToGiftCards,
    wallet: refundedToWallet,
  };
  return { status, refunded, refundedTo };
}

/** What was typed as the code of a gift card; empty where nothing was. */
async function codeIn(request) {
  let body = '';
  for await (const part of request) {
    body += part;
    if (body.length > MOST_TYPED) throw new Error('That is too long for a code.');
  }
  return (new URLSearchParams(body).get('code') ?? '').trim();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { WALLET_URL, WALLET_EMAIL, WALLET_PASSWORD, CHECKOUT_SECRET, PORT = '4001' } = process.env;
  if (!WALLET_URL || !WALLET_EMAIL || !WALLET_PASSWORD || !CHECKOUT_SECRET) {
    console.error(
      'Set WALLET_URL, WALLET_EMAIL, WALLET_PASSWORD and CHECKOUT_SECRET: docs/checkout.md says to what.',
    );
    process.exit(1);
  }
  const { origin } = await openShop({
    port: Number(PORT),
    url: WALLET_URL,
    token: signedIn({ url: WALLET_URL, email: WALLET_EMAIL, password: WALLET_PASSWORD }),
    secret: CHECKOUT_SECRET,
  });
  console.log(`The shop is open at ${origin}`);
}
