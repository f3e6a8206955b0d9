import { isDeepStrictEqual } from 'node:util';
import type { CardClaim, CardEntry } from '../domain/gift-card/card-entries.ts';
import { evolveCard } from '../domain/gift-card/decide-card.ts';
import { endOf, heldOf, type GiftCard, type GiftCode } from '../domain/gift-card/gift-card.ts';
import type { Entry } from '../domain/wallet/entries.ts';
import type { AuditSnapshot, KeptCard } from '../persistence/stores/audit.store.ts';
import { checkBoughtCards } from './bought-card-checks.ts';
import { checkCardHolds } from './card-spending-checks.ts';
import { checkCardRefunds } from './checkout-refund-checks.ts';
import type { Findings } from './findings.ts';
import { moment, rupees } from './words.ts';

/** I41: each gift card is the fold of its journal and has its code; and no entry or code belongs to none. */
export async function checkGiftCards(snapshot: AuditSnapshot, findings: Findings): Promise<void> {
  for await (const page of snapshot.giftCards()) {
    findings.shapes(page);
    findings.checked('I41', page.length);
    const kept = page.flatMap(({ value }) => value ?? []);
    const journals = await snapshot.cardJournals(kept.map(({ card }) => card.id));
    const codes = await snapshot.giftCodesById(kept.map(({ card }) => card.codeId));
    await checkBoughtCards(
      kept.map(({ card }) => card),
      snapshot,
      findings,
    );
    for (const each of kept) {
      const { card } = each;
      const problem = cardFault(each, journals.get(card.id) ?? [], codes.get(card.codeId));
      if (problem) findings.violated('I41', { record: card.id }, problem);
    }
  }
  for await (const page of snapshot.giftCodes()) {
    findings.shapes(page);
    const codes = page.flatMap(({ value }) => value ?? []);
    const cards = await snapshot.giftCardsById(codes.map(({ cardId }) => cardId));
    for (const { id, cardId } of codes)
      if (!cards.has(cardId)) findings.violated('I41', { record: id }, `there is no gift card ${cardId}`);
  }
}

/** I42: what left a card by a claim arrived in one wallet, whole, with its end and funding. */
export async function checkCardClaims(snapshot: AuditSnapshot, findings: Findings): Promise<void> {
  for await (const page of snapshot.cardEntries()) {
    findings.shapes(page);
    const entries = page.flatMap(({ value }) => value ?? []);
    const cards = await snapshot.giftCardsById(entries.map(({ cardId }) => cardId));
    const claims = entries.filter((entry) => entry.kind === 'CLAIM');
    const credits = await snapshot.entriesById(claims.map(({ entryId }) => entryId));
    for (const { id: entry, cardId: record } of entries)
      if (!cards.has(record)) findings.violated('I41', { record, entry }, 'there is no such gift card');
    await checkCardHolds(
      entries.filter((entry) => entry.kind === 'HOLD'),
      snapshot,
      findings,
    );
    await checkCardRefunds(
      entries.filter((entry) => entry.kind === 'REFUND'),
      snapshot,
      findings,
    );
    findings.checked('I42', claims.length);
    for (const claim of claims) {
      const card = cards.get(claim.cardId);
      const problem = card && claimFault(claim, card.card, credits.get(claim.entryId));
      if (problem) findings.violated('I42', { record: claim.cardId, entry: claim.id }, problem);
    }
  }
}

function cardFault(
  { card, dueAt, held }: KeptCard,
  journal: readonly CardEntry[],
  code: GiftCode | undefined,
): string | null {
  if (code?.cardId !== card.id) return 'its code does not lead to it';
  if (dueAt !== endOf(card))
    return `it is kept as due ${dueAt === null ? 'never' : moment(dueAt)}, and ends ${moment(card.expiresAt)}`;
  if (held !== heldOf(card))
    return `it is kept as holding ${rupees(held)} for orders, which hold ${rupees(heldOf(card))}`;
  const folded = foldOf(journal);
  if (typeof folded === 'string') return folded;
  if (folded.remaining !== card.remaining)
    return `it holds ${rupees(card.remaining)}, its entries leave ${rupees(folded.remaining)}`;
  if (heldOf(folded) !== heldOf(card))
    return `orders hold ${rupees(heldOf(card))} of it, by its entries ${rupees(heldOf(folded))}`;
  return isDeepStrictEqual({ ...folded }, { ...card }) ? null : 'it is not the fold of its journal';
}

/** The card that a journal makes, or why it makes none. */
function foldOf(journal: readonly CardEntry[]): GiftCard | string {
  let card: GiftCard | null = null;
  try {
    for (const entry of journal) card = evolveCard(card, entry);
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
  return card ?? 'it has no entries, not even its issue';
}

function claimFault(
  { amount, entryId, customerId }: CardClaim,
  { id, funding, expiresAt }: GiftCard,
  credit: Entry | undefined,
): string | null {
  if (credit?.kind !== 'CREDIT' || credit.walletId !== customerId)
    return `there is no credit ${entryId} of ${customerId}`;
  const { origin, lot } = credit;
  if (origin?.kind !== 'GIFT_CARD' || origin.giftCardId !== id)
    return `credit ${credit.id} came from something else`;
  if (credit.amount !== amount)
    return `credit ${credit.id} is ${rupees(credit.amount)}, the card gave ${rupees(amount)}`;
  if (lot.funding !== funding) return `credit ${credit.id} is ${lot.funding}, the card was ${funding}`;
  return lot.expiresAt === expiresAt ? null : `credit ${credit.id} does not end with the card`;
}
