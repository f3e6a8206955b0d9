import type { GiftStatus, SendGiftInput, TopUpStatus } from '../../../client/graphql/graphql.ts';
import type { Person } from './fake-shop.ts';
import { money } from './sample-wallet.ts';

/** A gift that the person of the story sends. */
export interface SampleSentGift {
  id: string;
  status: GiftStatus;
  payment: TopUpStatus;
  input: Pick<SendGiftInput, 'toEmail' | 'fromName' | 'method'> & Partial<SendGiftInput>;
}

export function sentGifts({ story }: Person) {
  return (story?.gifts ?? []).map(shown);
}

/** What the shop answers about gifts that somebody sends. */
export function sentGiftAnswers(person: Person) {
  const find = (id: string) => person.story?.gifts?.find((one) => one.id === id);
  return {
    sentGift: ({ id }: { id: string }) => {
      const one = find(id);
      return one === undefined ? null : shown(one);
    },
    sendGift: ({ input }: { input: SendGiftInput }) => {
      if (person.story === null) return refused('WALLET_NOT_FOUND');
      const { gifts = [] } = person.story;
      const one = {
        id: `gift-${gifts.length + 1}`,
        status: 'UNPAID',
        payment: 'AWAITING_PAYMENT',
        input,
      } as const;
      person.story.gifts = [one, ...gifts];
      return { gift: shown(one), replayed: false, userErrors: [] };
    },
    recallGift: ({ input }: { input: { giftId: string } }) => {
      const one = find(input.giftId);
      if (one === undefined) return refused('GIFT_NOT_FOUND');
      if (one.status === 'CLAIMED') return refused('GIFT_ENDED');
      one.status = 'RECALLED';
      return { gift: shown(one), replayed: false, userErrors: [] };
    },
  };
}

function refused(code: string) {
  return { gift: null, replayed: false, userErrors: [{ code, message: 'No.' }] };
}

function shown({ id, status, payment, input }: SampleSentGift) {
  const canPay = payment === 'AWAITING_PAYMENT';
  const amount = money(500_00n);
  return {
    ...{ __typename: 'Gift', id, status, amount, message: null, design: 'SUNRISE', ...input },
    ...(input.amount && { amount: { ...input.amount, currencyCode: 'INR' } }),
    deliverAt: input.deliverAt ?? '2026-11-23T09:45:00+05:30',
    sentAt: status === 'SENT' ? '2026-11-23T09:46:00+05:30' : null,
    ...{
      endedAt: null,
      expiresAt: null,
      canReturn: false,
      refund: status === 'RECALLED' ? 'PROCESSING' : null,
    },
    canRecall: ['UNPAID', 'SCHEDULED', 'SENT', 'UNCLAIMED'].includes(status),
    payment: {
      ...{ __typename: 'Payment', id: `payment-of-${id}`, method: input.method, status: payment, amount },
      upiIntent: canPay ? 'upi://pay?pa=shop@bank&pn=Early%20Bird%20Stores' : null,
      ...{ checkoutUrl: null, failureReason: null, reference: 'TOP-7K2M9QXZ4A6B' },
      expiresAt: '2026-11-23T10:11:00+05:30',
    },
  };
}
