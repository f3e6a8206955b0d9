import type {
  ChangeGiftInput,
  GiftStatus,
  RefundStatus,
  SendGiftInput,
  TopUpStatus,
} from '../../../client/graphql/graphql.ts';
import type { Person } from './fake-shop.ts';
import { money, tell } from './sample-wallet.ts';

/** A gift that the person of the story sends. */
export interface SampleSentGift {
  id: string;
  status: GiftStatus;
  payment: TopUpStatus;
  /** Of one that was recalled. */
  refund?: RefundStatus;
  /** What its sender said otherwise, in the order in which it was. */
  changes?: ChangeGiftInput[];
  input: Pick<SendGiftInput, 'toEmail' | 'fromName' | 'method'> & Partial<SendGiftInput>;
}

export function sentGifts({ story }: Person) {
  return (story?.gifts ?? []).map(shown);
}

/** What the shop answers about gifts that somebody sends. `wallet` is that of the sender as it is then. */
export function sentGiftAnswers(person: Person, wallet: () => object | null) {
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
    changeGift: ({ input }: { input: ChangeGiftInput }) => {
      const one = find(input.giftId);
      if (one === undefined) return refused('GIFT_NOT_FOUND');
      if (one.status === 'CLAIMED') return refused('GIFT_ENDED');
      const { giftId: _id, idempotencyKey: _key, ...said } = input;
      one.changes = [...(one.changes ?? []), input];
      one.input = { ...one.input, ...(said as Partial<SendGiftInput>) };
      return { gift: shown(one), replayed: false, userErrors: [] };
    },
    returnGift: ({ input }: { input: { giftId: string } }) => {
      const one = find(input.giftId);
      if (one === undefined || person.story === null) return refused('GIFT_NOT_FOUND');
      if (!canReturn(one)) return refused('GIFT_ENDED');
      one.status = 'RETURNED';
      const at = '2026-11-23T09:42:00+05:30';
      const line = { kind: 'CREDIT', paise: 500_00n, at, source: 'PURCHASE', reason: 'Gift' } as const;
      person.story = { ...person.story, lines: [...person.story.lines, line] };
      const [transaction] = tell(person.story).entries.slice(0, 1);
      return { wallet, transaction, replayed: false, userErrors: [] };
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

/** Nobody claimed it, or the bank would not take the money back. */
function canReturn({ status, refund }: SampleSentGift): boolean {
  return status === 'UNCLAIMED' || (status === 'RECALLED' && refund === 'FAILED');
}

function refused(code: string) {
  return { gift: null, replayed: false, userErrors: [{ code, message: 'No.' }] };
}

/** Ways in which a gift ends by somebody's wish. */
const ENDED: readonly GiftStatus[] = ['CLAIMED', 'RECALLED', 'RETURNED'];

function shown(one: SampleSentGift) {
  const { id, status, payment, input, refund = 'PROCESSING' } = one;
  const canPay = payment === 'AWAITING_PAYMENT';
  const amount = money(500_00n);
  return {
    ...{ __typename: 'Gift', id, status, amount, message: null, design: 'SUNRISE', ...input },
    ...(input.amount && { amount: { ...input.amount, currencyCode: 'INR' } }),
    deliverAt: input.deliverAt ?? '2026-11-23T09:45:00+05:30',
    sentAt:
      status === 'SENT' || status === 'UNCLAIMED' || status === 'CLAIMED'
        ? '2026-11-23T09:46:00+05:30'
        : null,
    ...{
      endedAt: ENDED.includes(status) ? '2026-11-23T09:50:00+05:30' : null,
      expiresAt: null,
      canReturn: canReturn(one),
      refund: status === 'RECALLED' ? refund : null,
    },
    canRecall: ['UNPAID', 'SCHEDULED', 'SENT', 'UNCLAIMED'].includes(status),
    payment: {
      ...{ __typename: 'Payment', id: `payment-of-${id}`, method: input.method, status: payment, amount },
      upiIntent: canPay ? 'upi://pay?pa=shop@bank&pn=Early%20Bird%20Stores' : null,
      ...{ checkoutUrl: null, failureReason: null, reference: 'TOP-7K2M9QXZ4A6B' },
      ...{ createdAt: '2026-11-23T09:41:00+05:30', expiresAt: '2026-11-23T10:11:00+05:30' },
      settledAt: payment === 'SETTLED' ? '2026-11-23T09:43:00+05:30' : null,
    },
  };
}
