import type { CodeOnCard } from '../domain/gift-card/card-entries.ts';
import type { Gift } from '../domain/gift-card/gift.ts';
import type { GiftCard } from '../domain/gift-card/gift-card.ts';
import type { App } from './app.ts';

const KNOWN_BY = 'gift link';
const MADE_FROM = 'making of gift links';
/** 192 bits. */
const BYTES = 24;
const TOKEN = /^[A-Za-z0-9_-]{32}$/;
/** What no card is called. */
const NOBODYS = 'none';
/** Stands where a card shows the last symbols of its code: it has none, only a link. */
const NO_CODE = 'GIFT';

type Sealing = Pick<App, 'seals'>;

/** What the card of a gift knows its link by: never the link itself, and under a name that no code is looked for by. */
export function linkOnCard({ seals }: Sealing, giftId: string, link: number): CodeOnCard {
  const { keyId } = seals;
  const token = tokenOf({ seals }, giftId, link, keyId);
  if (token === null) throw new Error('The key that links are made from is gone.');
  return { codeId: seals.fingerprint(KNOWN_BY, token), lastFour: NO_CODE, keyId };
}

/** The token of the link by which a gift is claimed; null where its key is gone or its card has another. */
export function giftToken({ seals }: Sealing, { id, links }: Gift, card: GiftCard): string | null {
  const token = tokenOf({ seals }, id, links, card.keyId);
  return token !== null && seals.fingerprints(KNOWN_BY, token).includes(card.codeId) ? token : null;
}

/** A gift with its card, as its link leads to them. */
export interface LinkedGift {
  readonly gift: Gift;
  readonly card: GiftCard;
}

/** The gift that a token is good for, or was; null where there is none. Asks the same of the database whatever the token is. */
export async function findGiftByToken({ stores, seals }: App, token: string): Promise<LinkedGift | null> {
  if (!TOKEN.test(token)) return null;
  const [known] = (await stores.giftCodes.load(seals.fingerprints(KNOWN_BY, token))).values();
  const cardId = known?.cardId ?? NOBODYS;
  const card = (await stores.giftCards.load([cardId])).get(cardId);
  const giftId = card?.bought?.paymentId ?? NOBODYS;
  const gift = (await stores.gifts.load([giftId])).get(giftId);
  // An address that was changed has another link since.
  return card && gift && card.codeId === known?.id ? { gift, card } : null;
}

/** The same each time, so that a mail that is sent again has the same link, and there is nothing to keep. */
function tokenOf({ seals }: Sealing, giftId: string, link: number, keyId: string): string | null {
  const bytes = seals.derive(MADE_FROM, `${giftId}:${link}`, keyId);
  return bytes && bytes.subarray(0, BYTES).toString('base64url');
}
