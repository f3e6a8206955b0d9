import type { Instant } from '../calendar.ts';
import type { Paise } from '../money.ts';
import type { UsedKey } from '../payment-review.ts';
import type { Refusal } from '../refusal.ts';
import type { GiftState, GiftStatus } from './gift-status.ts';

/** How the mail looks. */
export const GIFT_DESIGNS = ['SUNRISE', 'FESTIVAL', 'THANKS', 'BIRTHDAY'] as const;
export type GiftDesign = (typeof GIFT_DESIGNS)[number];

export const GIFT_LANGUAGES = ['en', 'hi'] as const;
export type GiftLanguage = (typeof GIFT_LANGUAGES)[number];

/** What the sender says, and may say otherwise until it is claimed. */
export interface GiftWords {
  /** Null once it was erased. */
  readonly toEmail: string | null;
  readonly fromName: string;
  readonly message: string | null;
  readonly design: GiftDesign;
  readonly language: GiftLanguage;
  /** Not before this instant is it sent. */
  readonly deliverAt: Instant;
}

/** A gift card that somebody sends to somebody by mail (product rule 20). What it holds is its card's. */
export interface Gift extends GiftWords {
  /** That of its payment: the sender's wallet, a colon and the digest of the idempotency key. */
  readonly id: string;
  readonly senderId: string;
  /** Counts the changes; the guard of every write. */
  readonly version: number;
  readonly amount: Paise;
  readonly cardId: string;
  readonly state: GiftState;
  /** When its card ends; null while there is none. */
  readonly expiresAt: Instant | null;
  /** How many links there were: each address has one of its own, and only the last is good. */
  readonly links: number;
  /** When the mail is to be sent, or tried again; null when none is. */
  readonly mailAt: Instant | null;
  /** How often that was begun since the last link. */
  readonly mailTries: number;
  readonly sentAt: Instant | null;
  /** When it was claimed, recalled or taken back. */
  readonly endedAt: Instant | null;
  /** What has become of the money of one that was recalled after it was paid. */
  readonly refund: 'PROCESSING' | 'DONE' | 'FAILED' | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** The keys under which its sender changed or recalled it. */
  readonly keys: readonly UsedKey[];
}

/** The number of the link that it has first. */
export const FIRST_LINK = 1;
export const LONGEST_MESSAGE = 300;
export const MOST_KEYS_OF_GIFT = 50;
/** So long after it was sent, one that nobody claimed is offered to its sender (product rule 20). */
export const UNCLAIMED_AFTER_DAYS = 90;
/** So far ahead can one be scheduled: its card must outlast the wait and the time to claim it. */
export const MOST_DAYS_AHEAD = 180;

const DAY_MS = 86_400_000;
const FIRST_RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 3_600_000;

/** From when on it is offered to its sender, unless somebody claimed it; null before its mail left. */
export function offeredBackAt({ sentAt }: Pick<Gift, 'sentAt'>): Instant | null {
  return sentAt === null ? null : sentAt + UNCLAIMED_AFTER_DAYS * DAY_MS;
}

/** How it stands at an instant. */
export function giftStatus(gift: Gift, now: Instant): GiftStatus {
  const { state, expiresAt } = gift;
  if (state !== 'SCHEDULED' && state !== 'SENT') return state;
  if (expiresAt !== null && now >= expiresAt) return 'EXPIRED';
  const offeredAt = state === 'SENT' ? offeredBackAt(gift) : null;
  return offeredAt !== null && now >= offeredAt ? 'UNCLAIMED' : state;
}

/** Whether its sender may still change or recall it. */
export function mayBeRecalled(gift: Gift, now: Instant): boolean {
  return ['UNPAID', 'SCHEDULED', 'SENT', 'UNCLAIMED'].includes(giftStatus(gift, now));
}

/** Whether its sender may take it back: nobody claimed it for long, or what was recalled could not be refunded. */
export function mayBeReturned(gift: Gift, now: Instant): boolean {
  return giftStatus(gift, now) === 'UNCLAIMED' || (gift.state === 'RECALLED' && gift.refund === 'FAILED');
}

/** Why nothing can be done with it any more, or not yet. */
export function giftEnded(gift: Gift, now: Instant): Refusal {
  return { code: 'GIFT_ENDED', status: giftStatus(gift, now), since: gift.endedAt ?? gift.updatedAt };
}

/** Why it cannot be sent at this instant; null when it can. */
export function whyNotThen(deliverAt: Instant, now: Instant): Refusal | null {
  if (deliverAt <= now + MOST_DAYS_AHEAD * DAY_MS) return null;
  const problem = `A gift can be sent at most ${MOST_DAYS_AHEAD} days ahead.`;
  return { code: 'INVALID_INPUT', field: 'deliverAt', problem };
}

/** The gift once it is paid: it waits for its time, which may be now. */
export function paidGift(gift: Gift, expiresAt: Instant, now: Instant): Gift {
  const mailAt = Math.max(now, gift.deliverAt);
  return changedGift(gift, { state: 'SCHEDULED', expiresAt, links: FIRST_LINK, mailAt }, now);
}

/** The gift while somebody sends its mail: should that come to nothing, it is tried again, the later the more often it was. */
export function withMailBegun(gift: Gift, now: Instant): Gift {
  const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** gift.mailTries);
  return changedGift(gift, { mailAt: now + wait, mailTries: gift.mailTries + 1 }, now);
}

/** The gift once its mail was taken over, unless it has ended or goes to somebody else by now. */
export function withMailSent(gift: Gift, link: number, now: Instant): Gift {
  if (gift.state !== 'SCHEDULED' || gift.links !== link) return gift;
  return changedGift(gift, { state: 'SENT', sentAt: now, mailAt: null }, now);
}

/** The gift once it has ended. */
export function endedGift(
  gift: Gift,
  state: 'CLAIMED' | 'RECALLED' | 'RETURNED',
  now: Instant,
  refund: Gift['refund'] = gift.refund,
): Gift {
  return changedGift(gift, { state, endedAt: now, mailAt: null, refund }, now);
}

export function changedGift(gift: Gift, changes: Partial<Gift>, now: Instant): Gift {
  return { ...gift, ...changes, version: gift.version + 1, updatedAt: Math.max(now, gift.updatedAt) };
}
