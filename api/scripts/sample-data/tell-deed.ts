import { addDays, startOfDay, type Instant } from '../../domain/calendar.ts';
import { CURRENCY } from '../../domain/money.ts';
import type { TopUp } from '../../domain/top-up.ts';
import { MockProvider } from '../../payments/mock/mock-provider.ts';
import { noPayments } from '../../payments/payment-provider.ts';
import type { App } from '../../services/app.ts';
import { buyGiftCard } from '../../services/buy-gift-card.ts';
import { cancelGiftCard } from '../../services/change-gift-card.ts';
import { claimGiftCard } from '../../services/claim-gift-card.ts';
import { continueTopUpRefunds } from '../../services/continue-top-up-refund.ts';
import { expireCheckout } from '../../services/expire-checkouts.ts';
import { expireGiftCards } from '../../services/expire-gift-cards.ts';
import { keyedEntryId } from '../../services/idempotency.ts';
import { issueGiftCards, type CodedCard } from '../../services/issue-gift-cards.ts';
import type { Refused } from '../../services/outcome.ts';
import { refundCheckout } from '../../services/refund-checkout.ts';
import { sendGift } from '../../services/send-gift.ts';
import { startCheckout } from '../../services/start-checkout.ts';
import { SAMPLE_CARDS, type SampleAct, type SampleCard, type SampleCardName } from './deeds.ts';
import { tellOfPayment } from './payments.ts';
import { ADMIN, by, CHECKOUT, paise, REQUEST, STAFF, type Answer } from './tell.ts';

type Of<K extends SampleAct['kind']> = Extract<SampleAct, { kind: K }>;

/** The same application, with a bank that pays what it is told to, and with gifts: their mails leave once there is post. */
export function withBank(app: App): App {
  const provider = new MockProvider({
    ...{ secret: 'sample', payee: 'sample@upi', payeeName: 'Sample shop' },
    deliver: () => Promise.resolve(),
    later: (_, then) => {
      queueMicrotask(then);
      return () => {};
    },
  });
  return { ...app, payments: { ...noPayments, provider }, gifts: { url: () => '' } };
}

/** Lets somebody do something with gift cards or with an order, through the service that everybody uses. */
export async function tellDeed(app: App, act: SampleAct, name: string, today: Instant): Promise<Answer> {
  const idempotencyKey = `sample-deed-${name}`;
  switch (act.kind) {
    case 'ISSUE':
      return issued(app, act.card, today);
    case 'CLAIM': {
      const code = await codeOf(app, act.card, today);
      const { customer: customerId } = act;
      const themselves = by({ id: customerId, role: 'CUSTOMER', channel: 'WEB' });
      return claimGiftCard(app, themselves, 'sample', { code, customerId, idempotencyKey });
    }
    case 'CANCEL': {
      const { card } = await coded(app, act.card, today);
      return cancelGiftCard(app, ADMIN, { giftCardId: card.id, reason: act.reason, idempotencyKey });
    }
    case 'EXPIRE':
      return { booked: await expireGiftCards(app, REQUEST) };
    case 'BUY':
      return bought(app, act, idempotencyKey);
    case 'SEND':
      return sent(app, act, idempotencyKey, today);
    case 'ORDER':
      return ordered(app, act, today);
    case 'LAPSE': {
      const id = checkoutIdOf(act);
      const checkout = (await app.stores.checkouts.load([id])).get(id);
      return (checkout && (await expireCheckout(app, checkout, REQUEST))) ?? {};
    }
    case 'GIVE_BACK': {
      const refund = { checkoutId: checkoutIdOf(act), amount: paise(act.rupees), reason: act.reason };
      const given = await refundCheckout(app, STAFF, { ...refund, idempotencyKey });
      // The bank says a moment later that it has given it back.
      if ('payment' in given && given.payment) await continueTopUpRefunds(app, given.payment.id, REQUEST);
      return given;
    }
  }
}

async function bought(app: App, act: Of<'BUY'>, idempotencyKey: string): Promise<Answer> {
  const { customer: customerId, rupees, isDisputed } = act;
  const begun = await buyGiftCard(app, { customerId, amount: paise(rupees), method: 'UPI', idempotencyKey });
  if ('refused' in begun) return begun;
  await pay(app, begun.topUp);
  if (isDisputed) await dispute(app, begun.topUp);
  return begun;
}

async function sent(app: App, act: Of<'SEND'>, idempotencyKey: string, today: Instant): Promise<Answer> {
  const { rupees, onDay, ...words } = act.gift;
  const deliverAt = onDay === undefined ? null : addDays(startOfDay(today), onDay);
  const begun = await sendGift(app, {
    ...{ customerId: act.customer, amount: paise(rupees), method: 'UPI', ...words, deliverAt },
    ...{ fromName: 'Asha', design: 'FESTIVAL', language: 'en', idempotencyKey },
  });
  if (!('refused' in begun)) await pay(app, begun.payment);
  return begun;
}

async function ordered(app: App, act: Of<'ORDER'>, today: Instant): Promise<Answer> {
  const { customer: customerId, order: orderId, by: means } = act;
  const { card, credits, method = null } = means;
  const begun = await startCheckout(app, CHECKOUT, {
    ...{ customerId, orderId, total: paise(means.total), method, returnUrl: null },
    ...(credits === undefined
      ? { credits: 'NONE', amount: null }
      : { credits: 'AMOUNT', amount: paise(credits) }),
    ...(card && { giftCardCodes: [await codeOf(app, card, today)] }),
    idempotencyKey: orderKey(orderId),
  });
  if (!('refused' in begun) && begun.payment) await pay(app, begun.payment);
  return begun;
}

/** Makes a card as it is described; asked once more, it is the same with the same code. */
function issued(app: App, name: SampleCardName, today: Instant) {
  const { rupees, reason, lastDay }: SampleCard = SAMPLE_CARDS[name];
  const expiresOn = lastDay === undefined ? null : addDays(startOfDay(today), lastDay);
  const card = { count: 1, amount: paise(rupees), expiresOn, reason };
  return issueGiftCards(app, ADMIN, { ...card, idempotencyKey: `sample-gift-card-${name}` });
}

async function coded(app: App, name: SampleCardName, today: Instant): Promise<CodedCard> {
  const answer: { readonly cards: readonly CodedCard[] } | Refused = await issued(app, name, today);
  const [card] = 'refused' in answer ? [] : answer.cards;
  if (!card) throw new Error(`There is no sample gift card ${name}.`);
  return card;
}

async function codeOf(app: App, name: SampleCardName, today: Instant): Promise<string> {
  return (await coded(app, name, today)).code ?? '';
}

async function pay(app: App, { providerIds, reference, amount }: TopUp): Promise<void> {
  const captured = {
    kind: 'CAPTURED',
    paymentId: paymentIdOf(reference),
    amount,
    currency: CURRENCY,
  } as const;
  await tellOfPayment(app, reference, { name: 'captured', providerIds, reference, report: captured });
}

async function dispute(app: App, { providerIds, reference, amount }: TopUp): Promise<void> {
  const of = { paymentId: paymentIdOf(reference), amount, currency: CURRENCY };
  const claim = {
    kind: 'DISPUTE',
    id: `${reference}_dispute`,
    ...of,
    state: 'PENDING',
    receipt: null,
  } as const;
  const told = { name: 'dispute', providerIds, reference, report: null, claim };
  await tellOfPayment(app, `${reference}_dispute`, told);
}

function paymentIdOf(reference: string): string {
  return `mock_${reference}_paid`;
}

function checkoutIdOf({ customer, order }: Of<'LAPSE' | 'GIVE_BACK'>): string {
  return keyedEntryId(customer, orderKey(order));
}

/** The key of an order's checkout, by which what becomes of it is found. */
function orderKey(order: string): string {
  return `sample-checkout-${order}`;
}
