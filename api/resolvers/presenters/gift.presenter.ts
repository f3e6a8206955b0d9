import type { GiftLook } from '../../../schema/gift/gift-look.type.ts';
import type { Gift } from '../../../schema/gift/gift.type.ts';
import type { GiftLanguage } from '../../../schema/gift/gift-language.enum.ts';
import {
  giftStatus,
  mayBeRecalled,
  mayBeReturned,
  offeredBackAt,
  type Gift as GiftFacts,
} from '../../domain/gift-card/gift.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { UserError } from '../../../schema/user-error/user-error.type.ts';
import type { Refused } from '../../services/outcome.ts';
import type { SentGift } from '../../services/send-gift.ts';
import { globalId } from '../global-id.ts';
import { presentMoney } from './money.presenter.ts';
import { presentRefusal } from './user-error.presenter.ts';

/** A gift with what it was made from: its payment is looked up when it is asked for. */
export type GiftView = Gift & { readonly facts: GiftFacts };

export function presentGift(facts: GiftFacts, now: Instant): GiftView {
  const { id, amount, toEmail, fromName, message, design, language, deliverAt } = facts;
  const { sentAt, endedAt, expiresAt, refund } = facts;
  return {
    ...{ facts, id: globalId('Gift', id), status: giftStatus(facts, now), amount: presentMoney(amount) },
    ...{ toEmail, fromName, message, design, language: language.toUpperCase() as GiftLanguage },
    ...{ deliverAt, sentAt, endedAt, expiresAt, refund },
    ...{ canRecall: mayBeRecalled(facts, now), canReturn: mayBeReturned(facts, now) },
  };
}

export function presentGiftLook(gift: GiftFacts, now: Instant): GiftLook {
  const { amount, fromName, message, design, expiresAt } = gift;
  return {
    ...{ status: giftStatus(gift, now), amount: presentMoney(amount), fromName, message, design },
    ...{ expiresAt, offeredBackAt: offeredBackAt(gift) },
  };
}

export interface PresentedGift {
  readonly gift: GiftView | null;
  readonly replayed: boolean;
  readonly userErrors: UserError[];
}

/** What every act of its sender on a gift answers. */
export function presentGiftAnswer(answer: SentGift | Refused, now: Instant): PresentedGift {
  if ('refused' in answer)
    return { gift: null, replayed: false, userErrors: [presentRefusal(answer.refused)] };
  return { gift: presentGift(answer.gift, now), replayed: answer.replayed, userErrors: [] };
}
