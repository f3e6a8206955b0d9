import type { GiftCard } from '../../api/domain/gift-card/gift-card.ts';
import type { PaymentReview } from '../../api/domain/payment-review.ts';
import type { TopUp } from '../../api/domain/top-up.ts';
import { buyGiftCard } from '../../api/services/buy-gift-card.ts';
import { claimGift } from '../../api/services/claim-gift.ts';
import { claimGiftCard } from '../../api/services/claim-gift-card.ts';
import { dismissReview } from '../../api/services/dismiss-review.ts';
import { giftToken } from '../../api/services/gift-links.ts';
import { refundCheckout } from '../../api/services/refund-checkout.ts';
import { sendGift } from '../../api/services/send-gift.ts';
import { showGiftCardCode } from '../../api/services/show-gift-card-code.ts';
import { recallGift } from '../../api/services/work-on-gift.ts';
import { cancelCheckout } from '../../api/services/work-on-checkout.ts';
import { startCheckout } from '../../api/services/start-checkout.ts';
import { expectSound } from '../support/audit.ts';
import { callerOf, freshKey, openWallet } from '../support/app.ts';
import { linkOf, openRazorpayShop } from '../support/razorpay-shop.ts';
import { webhook } from '../support/razorpay.ts';

const shop = openRazorpayShop();

let events = 0;
const tell = (name: string, entities: Record<string, unknown>) => {
  events += 1;
  return shop.door.settle(webhook(name, entities, `evt_card_dispute_${events}`));
};
const disputed = (paymentId: string, id: string, more: object = {}) => ({
  ...{ id, entity: 'dispute', payment_id: paymentId, amount: 500_00, currency: 'INR', amount_deducted: 0 },
  ...{ phase: 'chargeback', status: 'open', ...more },
});
const open = (paymentId: string, id: string) =>
  tell('payment.dispute.created', { dispute: disputed(paymentId, id) });
const lose = (paymentId: string, id: string) =>
  tell('payment.dispute.lost', { dispute: disputed(paymentId, id, { status: 'lost' }) });
const win = (paymentId: string, id: string) =>
  tell('payment.dispute.won', { dispute: disputed(paymentId, id, { status: 'won' }) });
const refund = (paymentId: string, id: string, amount = 500_00) =>
  tell('refund.processed', {
    refund: {
      id,
      entity: 'refund',
      amount,
      currency: 'INR',
      payment_id: paymentId,
      receipt: null,
      status: 'processed',
    },
  });

interface Bought {
  readonly cardId: string;
  readonly code: string;
  readonly paymentId: string;
}

async function begun(customerId: string): Promise<TopUp> {
  await openWallet(shop.app, customerId);
  const started = await buyGiftCard(shop.app, {
    ...{ customerId, amount: 500_00n, method: 'CARD', idempotencyKey: freshKey('buy') },
  });
  if ('refused' in started) throw new Error(started.refused.code);
  return started.topUp;
}

/** A card of ₹500 that this customer has bought. */
async function bought(customerId: string): Promise<Bought> {
  const topUp = await begun(customerId);
  const payment = shop.razorpay.pay(linkOf(topUp));
  await shop.door.settle(shop.paidEvent(topUp, payment));
  const cardId = topUp.giftCard?.id ?? '';
  const shown = await showGiftCardCode(shop.app, callerOf('CUSTOMER', customerId), cardId);
  if ('refused' in shown || shown.code === null) throw new Error('The code was not told.');
  return { cardId, code: shown.code, paymentId: String(payment['id']) };
}

const claim = async (customerId: string, code: string) => {
  const input = { code, customerId, idempotencyKey: freshKey('claim') };
  const answer = await claimGiftCard(shop.app, callerOf('CUSTOMER', customerId), '', input);
  return 'refused' in answer ? answer.refused.code : 'CLAIMED';
};

async function cardOf({ cardId }: Pick<Bought, 'cardId'>): Promise<GiftCard> {
  const card = (await shop.app.stores.giftCards.load([cardId])).get(cardId);
  if (!card) throw new Error(`There is no card ${cardId}.`);
  return card;
}

async function reviewOf(kind: 'dispute' | 'refund', id: string): Promise<PaymentReview> {
  const reviewId = `RAZORPAY:${kind}:${id}`;
  const review = (await shop.app.stores.paymentReviews.load([reviewId])).get(reviewId);
  if (!review) throw new Error(`There is no review ${reviewId}.`);
  return review;
}

function order(customerId: string, { code }: Bought, total: bigint) {
  return startCheckout(shop.app, callerOf('CUSTOMER', customerId), {
    ...{ customerId, orderId: freshKey('order'), total, credits: 'NONE', amount: null, method: null },
    ...{ giftCardCodes: [code], returnUrl: null, idempotencyKey: freshKey('order') },
  });
}

async function dismissed(dispute: string): Promise<void> {
  const { id: reviewId } = await reviewOf('dispute', dispute);
  const dismissal = { reviewId, reason: 'Settled with the customer', idempotencyKey: freshKey('dismiss') };
  await dismissReview(shop.app, callerOf('STAFF'), dismissal);
}

describe('a dispute about the payment of a gift card', () => {
  it('stops the card at once, and won lets it be used again', async () => {
    const card = await bought('asha');
    await open(card.paymentId, 'disp_asha');

    expect(await claim('asha', card.code)).toBe('CODE_NOT_USABLE');
    expect(await order('asha', card, 200_00n)).toMatchObject({ refused: { code: 'CODE_NOT_USABLE' } });
    expect(await cardOf(card)).toMatchObject({ state: 'OPEN', isStopped: true, remaining: 500_00n });
    expect(await reviewOf('dispute', 'disp_asha')).toMatchObject({
      ...{ status: 'OPEN', nextTryAt: null, claim: { hold: { amount: 500_00n, endedAt: null } } },
    });

    await win(card.paymentId, 'disp_asha');
    expect(await claim('asha', card.code)).toBe('CLAIMED');
  });

  it('and lost takes all that is left of it, and needs nobody any more', async () => {
    const card = await bought('bala');
    await open(card.paymentId, 'disp_bala');
    await lose(card.paymentId, 'disp_bala');

    expect(await cardOf(card)).toMatchObject({ state: 'CANCELLED', remaining: 0n });
    expect(await claim('bala', card.code)).toBe('CODE_NOT_USABLE');
    expect(await reviewOf('dispute', 'disp_bala')).toMatchObject({ status: 'REFUNDED' });
  });

  it('stays for a person as far as the card has been used', async () => {
    const card = await bought('chitra');
    expect(await order('chitra', card, 200_00n)).toMatchObject({ checkout: { status: 'PAID' } });
    await lose(card.paymentId, 'disp_chitra');

    expect(await cardOf(card)).toMatchObject({ state: 'CANCELLED', remaining: 0n });
    const { status, problem } = await reviewOf('dispute', 'disp_chitra');
    expect([status, problem]).toEqual(['OPEN', expect.stringContaining('₹300.00; the rest was used')]);
  });

  it('leaves an order what it holds, and what comes back of it is not used by others', async () => {
    const card = await bought('divya');
    const held = await order('divya', card, 900_00n);
    if ('refused' in held) throw new Error(held.refused.code);
    await lose(card.paymentId, 'disp_divya');
    expect(await cardOf(card)).toMatchObject({
      isStopped: true,
      remaining: 0n,
      holds: [{ amount: 500_00n }],
    });

    const { id: checkoutId } = held.checkout;
    const cancelling = { checkoutId, reason: null, idempotencyKey: freshKey('cancel') };
    await cancelCheckout(shop.app, callerOf('CUSTOMER', 'divya'), cancelling);
    expect(await cardOf(card)).toMatchObject({ state: 'OPEN', remaining: 500_00n, holds: [] });
    expect(await claim('divya', card.code)).toBe('CODE_NOT_USABLE');
    expect(await reviewOf('dispute', 'disp_divya')).toMatchObject({ status: 'OPEN' });

    await dismissed('disp_divya');
    expect(await claim('divya', card.code)).toBe('CLAIMED');
  });

  it('and lost in part locks nothing for ever: who looks at it may let the card be used again', async () => {
    const card = await bought('kavya');
    await open(card.paymentId, 'disp_kavya');
    const part = { status: 'lost', amount_deducted: 100_00 };
    await tell('payment.dispute.lost', { dispute: disputed(card.paymentId, 'disp_kavya', part) });
    expect(await claim('kavya', card.code)).toBe('CODE_NOT_USABLE');

    await dismissed('disp_kavya');
    expect(await claim('kavya', card.code)).toBe('CLAIMED');
  });

  it('is over only once no other is open', async () => {
    const card = await bought('esha');
    await open(card.paymentId, 'disp_e1');
    await open(card.paymentId, 'disp_e2');
    await win(card.paymentId, 'disp_e1');
    expect(await claim('esha', card.code)).toBe('CODE_NOT_USABLE');

    await dismissed('disp_e2');
    expect(await claim('esha', card.code)).toBe('CLAIMED');
  });

  it('before its payment was settled stops the card once it is there', async () => {
    const topUp = await begun('farah');
    const payment = shop.razorpay.pay(linkOf(topUp));
    await open(String(payment['id']), 'disp_farah');
    await shop.door.settle(shop.paidEvent(topUp, payment));

    expect(await cardOf({ cardId: topUp.giftCard?.id ?? '' })).toMatchObject({ isStopped: true });
  });
});

describe('an order that was paid with a gift card whose payment is disputed', () => {
  /** An order of ₹200 of a card of ₹500. */
  async function paid(customerId: string): Promise<Bought & { readonly checkoutId: string }> {
    const card = await bought(customerId);
    const answer = await order(customerId, card, 200_00n);
    if ('refused' in answer) throw new Error(answer.refused.code);
    return { ...card, checkoutId: answer.checkout.id };
  }
  const giveBack = async ({ checkoutId }: { readonly checkoutId: string }) => {
    const asked = { checkoutId, amount: null, reason: 'Returned', idempotencyKey: freshKey('back') };
    const answer = await refundCheckout(shop.app, callerOf('STAFF'), asked);
    return 'refused' in answer ? answer.refused.code : answer.refund.toCards.map(({ into }) => into).join();
  };
  const balanceOf = async (id: string) => (await shop.app.stores.wallets.load([id])).get(id)?.balance;

  it('goes back on the card, where it is as stopped as the rest and shares its end', async () => {
    const card = await paid('lata');
    await open(card.paymentId, 'disp_lata');

    expect(await giveBack(card)).toBe('CARD');
    expect(await cardOf(card)).toMatchObject({ state: 'OPEN', isStopped: true, remaining: 500_00n });
    expect(await claim('lata', card.code)).toBe('CODE_NOT_USABLE');
    await lose(card.paymentId, 'disp_lata');
    expect(await cardOf(card)).toMatchObject({ state: 'CANCELLED', remaining: 0n });
    expect(await balanceOf('lata')).toBe(0n);
  });

  it('goes back to nobody by itself once that was lost', async () => {
    const [stopped, unseen] = [await paid('mina'), await paid('nita')];
    await open(stopped.paymentId, 'disp_mina');
    await lose(stopped.paymentId, 'disp_mina');
    await lose(unseen.paymentId, 'disp_nita');

    expect(await giveBack(stopped)).toBe('GIFT_CARD_STOPPED');
    expect(await giveBack(unseen)).toBe('GIFT_CARD_ENDED');
    expect([await balanceOf('mina'), await balanceOf('nita')]).toEqual([0n, 0n]);
  });
});

describe('a dispute about the payment of a gift', () => {
  /** A gift of ₹500 that is paid, and what its link bears. */
  async function sent(customerId: string) {
    await openWallet(shop.app, customerId);
    const started = await sendGift(shop.app, {
      ...{ customerId, amount: 500_00n, method: 'CARD', toEmail: 'friend@mail.example', fromName: 'Asha' },
      ...{
        message: null,
        design: 'THANKS',
        language: 'en',
        deliverAt: null,
        idempotencyKey: freshKey('gift'),
      },
    });
    if ('refused' in started) throw new Error(started.refused.code);
    const payment = shop.razorpay.pay(linkOf(started.payment));
    await shop.door.settle(shop.paidEvent(started.payment, payment));
    const { id: giftId, cardId } = started.gift;
    const gift = (await shop.app.stores.gifts.load([giftId])).get(giftId);
    const token = gift && giftToken(shop.app, gift, await cardOf({ cardId }));
    if (!token) throw new Error('The gift has no link.');
    return { giftId, cardId, token, paymentId: String(payment['id']) };
  }

  const statusOf = async (giftId: string) => (await shop.app.stores.gifts.load([giftId])).get(giftId)?.state;
  const claimed = async (customerId: string, token: string) => {
    const input = { token, customerId, idempotencyKey: freshKey('claim') };
    const answer = await claimGift(shop.app, callerOf('CUSTOMER', customerId), '', input);
    return 'refused' in answer ? answer.refused.code : 'CLAIMED';
  };
  const recalled = async (customerId: string, giftId: string) => {
    const input = { giftId, idempotencyKey: freshKey('recall') };
    const answer = await recallGift(shop.app, callerOf('CUSTOMER', customerId), input);
    return 'refused' in answer ? answer.refused.code : 'RECALLED';
  };

  it('keeps it from being claimed, and from being paid back besides', async () => {
    const { giftId, token, paymentId } = await sent('indu');
    await openWallet(shop.app, 'friend');
    await open(paymentId, 'disp_indu');
    expect([await claimed('friend', token), await recalled('indu', giftId)]).toEqual([
      'GIFT_CARD_STOPPED',
      'GIFT_CARD_STOPPED',
    ]);

    await win(paymentId, 'disp_indu');
    expect(await claimed('friend', token)).toBe('CLAIMED');
  });

  it('and lost takes it away, and who paid for it cannot have it back once more', async () => {
    const { giftId, cardId, token, paymentId } = await sent('jaya');
    await open(paymentId, 'disp_jaya');
    await lose(paymentId, 'disp_jaya');

    expect(await statusOf(giftId)).toBe('RECALLED');
    expect(await cardOf({ cardId })).toMatchObject({ state: 'CANCELLED' });
    expect([await claimed('friend', token), await recalled('jaya', giftId)]).toEqual([
      'GIFT_ENDED',
      'GIFT_ENDED',
    ]);
  });
});

describe('a refund by the provider of what paid a gift card', () => {
  it('takes the card back, unless it is of a part', async () => {
    const [whole, part] = [await bought('gita'), await bought('hari')];
    await refund(whole.paymentId, 'rfnd_gita');
    await refund(part.paymentId, 'rfnd_hari', 100_00);

    expect(await cardOf(whole)).toMatchObject({ state: 'CANCELLED' });
    expect(await reviewOf('refund', 'rfnd_gita')).toMatchObject({ status: 'REFUNDED' });
    expect(await cardOf(part)).toMatchObject({ state: 'OPEN', remaining: 500_00n });
    expect(await reviewOf('refund', 'rfnd_hari')).toMatchObject({ status: 'OPEN' });
  });

  it('leaves, like all of these, books that are sound', () => expectSound(shop.app));
});
