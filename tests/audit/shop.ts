import { boughtOnDayId } from '../../api/domain/gift-card/bought-card.ts';
import { buyGiftCard } from '../../api/services/buy-gift-card.ts';
import { bulkAddCredits } from '../../api/services/bulk-add-credits.ts';
import { limitUseId } from '../../api/domain/act-limits.ts';
import { bulkAddCreditsWithinLimits } from '../../api/services/bulk-within-limits.ts';
import { expireCredits } from '../../api/services/expire-credits.ts';
import { callerOf, openWallet, type TestApp } from '../support/app.ts';
import * as acts from '../support/acts.ts';
import { Notifications } from '../../api/payments/notifications.ts';
import { actOnTerms } from '../../api/services/act-on-terms.ts';
import { addingCredits } from '../../api/services/add-credits.ts';
import { decideApproval } from '../../api/services/decide-approval.ts';
import { creditReview } from '../../api/services/credit-review.ts';
import { largestPurchaseSince } from '../../api/services/queries/largest-purchase.ts';
import { settlingReceivable } from '../../api/services/settle-receivable.ts';
import { refundCheckout } from '../../api/services/refund-checkout.ts';
import { startCheckout } from '../../api/services/start-checkout.ts';
import { sendGift } from '../../api/services/send-gift.ts';
import { startTopUp } from '../../api/services/start-top-up.ts';
import { freshKey } from '../support/app.ts';
import type { MockPayments } from '../support/payments.ts';
import { unknownPayment } from '../support/reviews.ts';

/** Remembers the largest order alone, however few there are. */
const REMEMBERING = { remembered: 1, few: 0, step: 10 };

export type Shop = Awaited<ReturnType<typeof openShop>>;

const march = Date.parse('2026-03-31T12:00:00+05:30');
const afterMarch = Date.parse('2026-04-05T12:00:00+05:30');
const april = Date.parse('2026-04-30T12:00:00+05:30');
const june = Date.parse('2026-06-30T12:00:00+05:30');

/**
 * A small shop in which everything has happened once: three wallets with credits of most origins, a debit over two lots,
 * refunds to an open, an extended and an expired lot, an expiry, a reversal, an order, a claim, a referral, a top-up that was
 * paid, one that was declined, one that was paid in part, one that was refunded after some of it was spent, a payment of nobody
 * that staff credited, and a freeze. A fourth has held credits: in part captured after one of them had ended, expired, and open.
 */
export async function openShop(app: TestApp, payments: MockPayments) {
  for (const id of ['asha', 'hema', 'kiran', 'zoya']) await openWallet(app, id);
  const first = await acts.entryOf(
    acts.credit(app, 'asha', 100_00n, { expiresAt: march, source: 'PURCHASE' }),
  );
  const second = await acts.entryOf(acts.credit(app, 'asha', 100_00n, { expiresAt: april }));
  await acts.entryOf(acts.credit(app, 'asha', 400_00n));
  const debit = await acts.entryOf(acts.debit(app, 'asha', 150_00n));
  const refund = await acts.entryOf(acts.refund(app, debit.id, 20_00n));
  const extension = await acts.entryOf(acts.extend(app, second.id, june));

  await acts.entryOf(acts.credit(app, 'hema', 100_00n, { expiresAt: march }));
  await acts.entryOf(acts.credit(app, 'hema', 300_00n));
  const held = await acts.entryOf(acts.hold(app, 'hema', 150_00n, { expiresAt: afterMarch }));
  const expired = await acts.entryOf(acts.hold(app, 'hema', 70_00n));

  const mistake = await acts.entryOf(acts.credit(app, 'zoya', 70_00n));
  await acts.entryOf(acts.credit(app, 'zoya', 60_00n, { expiresAt: march }));
  const reversal = await acts.entryOf(acts.reverse(app, mistake.id));

  await acts.done(acts.purchase(app, 'kiran', 900_00n, { orderId: 'order-9' }));
  const rows = [acts.bulkRow('kiran'), acts.bulkRow('zoya')];
  const bulk = await acts.done(bulkAddCredits(app, callerOf('ADMIN'), acts.bulkOf(rows, 'ALL_OR_NOTHING')));
  const [row] = bulk.rows.flatMap((outcome) => (outcome && 'entry' in outcome ? outcome.entry : []));
  const bulkId = row?.origin?.kind === 'BULK' ? row.origin.bulkId : undefined;
  if (!row || bulkId === undefined) throw new Error('The bulk credit wrote nothing.');
  await largestPurchaseSince(app, await acts.storedWallet(app, 'asha'), app.now(), REMEMBERING);
  await largestPurchaseSince(app, await acts.storedWallet(app, 'kiran'), app.now(), REMEMBERING);
  const reward = await acts.makeReward(app, { maxUses: 5, validUntil: april });
  const { claim } = await acts.done(acts.claim(app, reward.id, 'kiran'));
  const welcome = await acts.entryOf(acts.refer(app, 'kiran', 'asha'));

  app.clock.set('2026-04-02T10:00:00+05:30');
  await expireCredits(app, 'nightly');
  const capture = await acts.entryOf(acts.capture(app, held.id, 60_00n));
  const open = await acts.entryOf(acts.hold(app, 'hema', 20_00n, { expiresAt: april }));
  const heir = await acts.entryOf(acts.refund(app, debit.id, 110_00n));
  const topUp = await pay(app, payments, 'approve');
  const declined = await pay(app, payments, 'decline');
  const odd = await pay(app, payments, 'wrong-amount', 'zoya');
  const claimed = await pay(app, payments, 'approve', 'zoya');
  const { balance } = await acts.storedWallet(app, 'zoya');
  await acts.entryOf(acts.debit(app, 'zoya', balance - 50_00n, { orderId: 'order-claimed' }));
  await payments.provider.follow(claimed.providerIds[0] ?? '', 'refund');
  await deliver(app, payments);
  const [taken] = await app.stores.paymentReviews.ofPayments('MOCK', [claimed.payments[0]?.id ?? '']);
  const reversalId = taken?.entryId ?? '';
  const stray = await unknownPayment(app, 80_00n);
  const credited = await acts.done(
    creditReview(app, callerOf('STAFF'), {
      ...{ reviewId: stray, customerId: 'zoya', idempotencyKey: freshKey('credit-review') },
    }),
  );
  const { referralCode: code } = await acts.storedWallet(app, 'asha');
  const approved = await approvedGrant(app, 'kiran');
  const list = acts.bulkOf([acts.bulkRow('kiran', 60_00n)], 'VALID_ROWS');
  await bulkAddCreditsWithinLimits(app, callerOf('ADMIN'), list);
  const use = limitUseId(callerOf('ADMIN').actor, 'bulkAddCredits', app.now());
  for (const id of ['chand', 'chitra']) {
    await openWallet(app, id);
    await acts.entryOf(acts.credit(app, id, 90_00n));
  }
  const checkout = await checkedOut(app, payments, 'chand', 'approve');
  const failed = await checkedOut(app, payments, 'chitra', 'decline');
  await openWallet(app, 'vani');
  const voucher = await acts.redeem(app, 'vani');
  const disputed = await pay(app, payments, 'approve', 'hema');
  await payments.provider.follow(disputed.providerIds[0] ?? '', 'dispute');
  await deliver(app, payments);
  const [dispute] = await app.stores.paymentReviews.ofPayments('MOCK', [disputed.payments[0]?.id ?? '']);
  const disputeId = dispute?.id ?? '';
  const disputeHoldId = dispute?.claim?.hold?.id ?? '';
  const card = await acts.claimCard(app, 'vani');
  const purchase = await boughtCard(app, payments, 'vani');
  const cards = await acts.issueCards(app, 2, 120_00n);
  const byCard = await checkedOut(app, payments, 'chand', 'approve', cards[0]?.code);
  const failedByCard = await checkedOut(app, payments, 'chitra', 'decline', cards[1]?.code);
  const spent = { id: cards[0]?.id ?? '', otherId: cards[1]?.id ?? '' };
  const gift = await paidGift(app, payments, 'vani');
  const back = await givenBack(app, payments, 'vani');
  const freeze = await acts.entryOf(acts.setStatus(app, 'zoya', 'FROZEN'));
  const { entry: settlement } = await acts.done(
    app.engine.submit(
      settlingReceivable.useCase,
      settlingReceivable.request(callerOf('STAFF'), {
        ...{ customerId: 'zoya', amount: 10_00n, reason: 'Paid in cash', idempotencyKey: freshKey('settle') },
      }),
    ),
  );
  return {
    ...{
      first,
      second,
      debit,
      refund,
      extension,
      reversal,
      row,
      bulkId,
      reward,
      claim,
      welcome,
      heir,
      freeze,
    },
    ...{
      code,
      topUp,
      declined,
      odd,
      claimed,
      credited: credited.review,
      reversalId,
      settlementId: settlement.id,
      approved,
      use,
      voucher,
      card,
    },
    ...{ held, expired, capture, open, disputeId, disputeHoldId },
    ...{ checkout, failed, purchase, byCard, failedByCard, spent, gift, back },
  };
}

/** What a member of staff asked for and an admin approved. */
async function approvedGrant(app: TestApp, customerId: string) {
  const input = {
    ...{ customerId, amount: 40_00n, source: 'MANUAL' as const, reason: 'Late delivery', expiresAt: null },
    ...{ orderId: null, idempotencyKey: freshKey('asked') },
  };
  const terms = { dryRun: false, expectedSeq: null };
  const asked = await actOnTerms(app, callerOf('STAFF'), addingCredits, { input, terms });
  if (!('approval' in asked)) throw new Error('Nobody was asked.');
  const verdict = {
    ...{ approvalId: asked.approval.id, verdict: 'APPROVE' as const, note: null, expectedSeq: null },
    idempotencyKey: freshKey('decide'),
  };
  const { approval } = await acts.done(decideApproval(app, callerOf('ADMIN'), verdict));
  return approval;
}

type Pressed = 'approve' | 'decline' | 'wrong-amount';

/** A top-up that the provider has told about. */
async function pay(app: TestApp, payments: MockPayments, decision: Pressed, customerId = 'kiran') {
  const { provider } = payments;
  const asked = { customerId, amount: 200_00n, method: 'CARD', note: null } as const;
  const { topUp } = await acts.done(startTopUp(app, { ...asked, idempotencyKey: freshKey('top-up') }));
  await provider.decide(topUp.providerIds[0] ?? '', decision);
  await deliver(app, payments);
  const [told] = await app.stores.topUps.findByProviderIds(provider.name, topUp.providerIds);
  if (!told) throw new Error('The top-up is gone.');
  return told;
}

/** An order of ₹200, for which a customer uses ₹80 of credits or a gift card and pays the rest, or tries to. */
async function checkedOut(
  app: TestApp,
  payments: MockPayments,
  customerId: string,
  decision: Pressed,
  code?: string,
) {
  const means =
    code === undefined
      ? ({ credits: 'AMOUNT', amount: 80_00n } as const)
      : ({ credits: 'NONE', amount: null, giftCardCodes: [code] } as const);
  const input = {
    ...{ customerId, orderId: `${customerId}-order${code === undefined ? '' : '-by-card'}`, total: 200_00n },
    ...{ ...means, method: 'UPI' as const, returnUrl: null, idempotencyKey: freshKey('checkout') },
  } as const;
  const started = await startCheckout(app, callerOf('CUSTOMER', customerId), input);
  if ('refused' in started || !started.payment) throw new Error('Nothing is to be paid.');
  await payments.provider.decide(started.payment.providerIds[0] ?? '', decision);
  await deliver(app, payments);
  return { id: started.checkout.id, paymentId: started.payment.id };
}

/** An order of ₹200 that was paid with ₹50 of credits, a card of ₹100 and ₹50, and of which ₹170 were given back. */
async function givenBack(app: TestApp, payments: MockPayments, customerId: string) {
  const [card] = await acts.issueCards(app, 1, 100_00n);
  await acts.entryOf(acts.credit(app, customerId, 50_00n));
  const means = {
    credits: 'AMOUNT',
    amount: 50_00n,
    method: 'UPI',
    giftCardCodes: [card?.code ?? ''],
  } as const;
  const input = {
    ...{ customerId, orderId: `${customerId}-order`, total: 200_00n, ...means },
    ...{ returnUrl: null, idempotencyKey: freshKey('checkout') },
  };
  const started = await startCheckout(app, callerOf('CUSTOMER', customerId), input);
  if ('refused' in started || !started.payment) throw new Error('Nothing is to be paid.');
  await payments.provider.decide(started.payment.providerIds[0] ?? '', 'approve');
  await deliver(app, payments);
  const asked = { checkoutId: started.checkout.id, amount: 170_00n, reason: 'Returned' };
  await acts.done(refundCheckout(app, callerOf('STAFF'), { ...asked, idempotencyKey: freshKey('back') }));
  // After that, the bank is asked for the payment too.
  await payments.provider.follow(started.payment.providerIds[0] ?? '', 'dispute');
  await deliver(app, payments);
  const paid = (await app.stores.topUps.load([started.payment.id])).get(started.payment.id)?.payments[0];
  const [dispute] = await app.stores.paymentReviews.ofPayments('MOCK', [paid?.id ?? '']);
  return {
    disputeId: dispute?.id ?? '',
    id: started.checkout.id,
    paymentId: started.payment.id,
    cardId: card?.id ?? '',
  };
}

/** A gift card of ₹300 that a customer has bought. */
async function boughtCard(app: TestApp, payments: MockPayments, customerId: string) {
  const asked = { customerId, amount: 300_00n, method: 'UPI' } as const;
  const { topUp } = await acts.done(buyGiftCard(app, { ...asked, idempotencyKey: freshKey('buy') }));
  await payments.provider.decide(topUp.providerIds[0] ?? '', 'approve');
  await deliver(app, payments);
  return { id: topUp.id, cardId: topUp.giftCard?.id ?? '', day: boughtOnDayId(customerId, topUp.createdAt) };
}

/** A gift of ₹350 that a customer has paid. */
async function paidGift(app: TestApp, payments: MockPayments, customerId: string) {
  const words = { toEmail: 'bala@mail.example', fromName: 'Vani', message: null, language: 'en' } as const;
  const asked = { customerId, amount: 350_00n, method: 'UPI', design: 'THANKS', deliverAt: null } as const;
  const started = await sendGift(app, { ...words, ...asked, idempotencyKey: freshKey('gift') });
  if ('refused' in started) throw new Error('The gift was refused.');
  await payments.provider.decide(started.payment.providerIds[0] ?? '', 'approve');
  await deliver(app, payments);
  return { id: started.gift.id, cardId: started.gift.cardId };
}

/** Delivers what the provider has sent. */
async function deliver(app: TestApp, { provider, sent }: MockPayments): Promise<void> {
  const notifications = new Notifications(app, provider, (error) => {
    throw error;
  });
  for (const notification of sent.splice(0)) await notifications.receive(notification, 'req-payment');
  await notifications.settled();
}
