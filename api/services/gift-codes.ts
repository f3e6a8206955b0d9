import { codeOf, readCode, type Code } from '../domain/code.ts';
import type { CodeOnCard } from '../domain/gift-card/card-entries.ts';
import type { GiftCard } from '../domain/gift-card/gift-card.ts';
import type { Job } from '../domain/job.ts';
import type { App } from './app.ts';

const KNOWN_BY = 'gift card code';
const MADE_FROM = 'making of gift card codes';
const LAST = 4;
/** What no card is called. */
const NOBODYS = 'none';

/** A new code, and the card's part of it. */
export interface NewGiftCode {
  readonly code: Code;
  readonly onCard: CodeOnCard;
}

/**
 * The code that a call gives a card, made from the server's key and the key of the call, which is nowhere: so the same call tells
 * it again, and nobody else can, the server included (decision 110).
 */
export function newGiftCode({ seals }: Pick<App, 'seals'>, cardId: string, call: string): NewGiftCode {
  const { keyId } = seals;
  const code = giftCode(seals, cardId, call, keyId);
  if (code === null) throw new Error('The key that codes are made from is gone.');
  return { code, onCard: { codeId: seals.fingerprint(KNOWN_BY, code), lastFour: code.slice(-LAST), keyId } };
}

/** The code that a call gave a card, as long as it is the one that is valid; null afterwards, and where its key is gone. */
export function validCode({ seals }: Pick<App, 'seals'>, card: GiftCard, call: string): Code | null {
  const code = giftCode(seals, card.id, call, card.keyId);
  return code !== null && seals.fingerprints(KNOWN_BY, code).includes(card.codeId) ? code : null;
}

/** The id of so high a card of a batch, counted from 1. */
export function batchCardId({ id }: Pick<Job, 'id'>, number: number): string {
  return `gc_${id.slice('job_'.length)}_${number}`;
}

/** What the codes of a batch are made from besides the server's key: they are told to any admin, so there is no secret of a call. */
export function batchCall({ id }: Pick<Job, 'id'>): string {
  return `batch:${id}`;
}

/** What the code of a bought card is made from besides the server's key: its buyer may read it on any device, so there is no secret of a call. */
export function boughtCall(paymentId: string): string {
  return `bought:${paymentId}`;
}

/** The card that a written code is valid for; null where there is none. Asks the same of the database whatever is written. */
export async function findCardByCode({ stores, seals }: App, written: string): Promise<GiftCard | null> {
  const code = readCode(written);
  if (code === null) return null;
  const found = await stores.giftCodes.load(seals.fingerprints(KNOWN_BY, code));
  const [known] = found.values();
  const card = (await stores.giftCards.load([known?.cardId ?? NOBODYS])).get(known?.cardId ?? NOBODYS);
  return card && card.codeId === known?.id ? card : null;
}

function giftCode(seals: App['seals'], cardId: string, call: string, keyId: string): Code | null {
  const bytes = seals.derive(MADE_FROM, `${cardId}:${call}`, keyId);
  return bytes && codeOf(bytes);
}
