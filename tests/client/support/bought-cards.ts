import type {
  BuyGiftCardInput,
  GiftCardEntryKind,
  GiftCardStatus,
  TopUpStatus,
} from '../../../client/graphql/graphql.ts';
import type { Person } from './fake-shop.ts';
import { money } from './sample-wallet.ts';

/** A gift card that the person of the story buys. Amounts are in paise. */
export interface SamplePurchase {
  id: string;
  payment: TopUpStatus;
  input: Pick<BuyGiftCardInput, 'amount' | 'method'>;
  /** Null: it is not made yet. */
  card: {
    status: GiftCardStatus;
    remaining: bigint;
    held?: bigint;
    isStopped?: boolean;
    /** What happened to it since it was bought, oldest first. */
    entries?: readonly SampleCardEntry[];
  } | null;
  /** The code is not told any more. */
  isWithheld?: boolean;
}

export interface SampleCardEntry {
  kind: GiftCardEntryKind;
  paise: bigint;
  left: bigint;
  orderId?: string;
}

/** The code of every card that somebody bought. */
export const CODE = '7K9Q-X2R4-MB3D-0WZE-5';

export function boughtCards({ story }: Person) {
  return (story?.purchases ?? []).map(shown);
}

/** What those cards hold together. */
export function boughtFigures({ story }: Person) {
  const left = (story?.purchases ?? []).flatMap(({ card }) =>
    card === null ? [] : [{ open: card.remaining, held: card.held ?? 0n }],
  );
  const cards = left.filter(({ open, held }) => open + held > 0n);
  const total = (amounts: readonly bigint[]) => money(amounts.reduce((all, one) => all + one, 0n));
  return {
    cards: cards.length,
    amount: total(cards.map(({ open, held }) => open + held)),
    held: total(cards.map(({ held }) => held)),
  };
}

/** What the shop answers about gift cards that somebody buys. */
export function boughtCardAnswers(person: Person) {
  const all = () => person.story?.purchases ?? [];
  return {
    giftCardPurchase: ({ id }: { id: string }) => {
      const one = all().find((purchase) => purchase.id === id);
      return one === undefined ? null : shown(one);
    },
    buyGiftCard: ({ input }: { input: BuyGiftCardInput }) => {
      if (person.story === null) {
        return {
          purchase: null,
          replayed: false,
          userErrors: [{ code: 'WALLET_NOT_FOUND', message: 'No.' }],
        };
      }
      const id = `purchase-${all().length + 1}`;
      const one = { id, payment: 'AWAITING_PAYMENT', input, card: null } as const;
      person.story.purchases = [one, ...all()];
      return { purchase: shown(one), replayed: false, userErrors: [] };
    },
    showGiftCardCode: ({ input }: { input: { giftCardId: string } }) => {
      const one = all().find(({ id }) => cardId(id) === input.giftCardId);
      if (one === undefined) {
        const userErrors = [{ code: 'GIFT_CARD_NOT_FOUND', message: 'No.' }];
        return { giftCard: null, code: null, codeWithheld: false, userErrors };
      }
      const isWithheld = one.isWithheld === true;
      const { giftCard } = shown(one);
      return { giftCard, code: isWithheld ? null : CODE, codeWithheld: isWithheld, userErrors: [] };
    },
  };
}

function entriesOf(amount: { amount: string; currencyCode: string }, since: readonly SampleCardEntry[]) {
  const issue = { kind: 'ISSUE', orderId: null, amount, remainingAfter: amount };
  const others = since.map(({ kind, paise, left, orderId = null }) => ({
    ...{ kind, orderId, amount: money(paise), remainingAfter: money(left) },
  }));
  return [issue, ...others].map((entry, index) => ({
    ...entry,
    ...{ seq: index + 1, at: `2026-11-23T09:4${index}:00+05:30` },
  }));
}

function cardId(purchaseId: string): string {
  return `card-of-${purchaseId}`;
}

function shown({ id, payment, input, card }: SamplePurchase) {
  const amount = { amount: input.amount.amount, currencyCode: 'INR' } as const;
  const canPay = payment === 'AWAITING_PAYMENT';
  const isOpen = card?.status === 'ACTIVE' || card?.status === 'PART_USED';
  return {
    ...{ __typename: 'GiftCardPurchase', id, amount, createdAt: '2026-11-23T09:41:00+05:30' },
    payment: {
      ...{ __typename: 'Payment', id: `payment-of-${id}`, method: input.method, status: payment, amount },
      upiIntent: canPay ? 'upi://pay?pa=shop@bank&pn=Early%20Bird%20Stores' : null,
      ...{ checkoutUrl: null, failureReason: null, reference: 'TOP-7K2M9QXZ4A6B' },
      expiresAt: '2026-11-23T10:11:00+05:30',
    },
    giftCard: card && {
      ...{ __typename: 'GiftCard', id: cardId(id), status: card.status, maskedCode: '•••• WZE5' },
      ...{ isStopped: card.isStopped === true, initial: amount, remaining: money(card.remaining) },
      held: money(card.held ?? 0n),
      entries: { nodes: entriesOf(amount, card.entries ?? []) },
      expiresAt: '2027-11-23T23:59:59+05:30',
      endedAt: isOpen ? null : '2026-11-23T09:44:00+05:30',
    },
  };
}
