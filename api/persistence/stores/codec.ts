import type { Instant } from '../../domain/calendar.ts';
import type { OpenHold } from '../../domain/wallet/holds.ts';
import type { LotFacts } from '../../domain/wallet/lots.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { HoldDocument, LotFactsDocument } from '../models/lot.schema.ts';

/** Translation between the domain's plain values and what BSON keeps. */

export function toDate(at: Instant): Date;
export function toDate(at: Instant | null): Date | null;
export function toDate(at: Instant | null): Date | null {
  return at === null ? null : new Date(at);
}

export function toInstant(date: Date): Instant;
export function toInstant(date: Date | null): Instant | null;
export function toInstant(date: Date | null): Instant | null {
  return date === null ? null : date.getTime();
}

export function lotToDocument<L extends LotFacts>(lot: L): Omit<L, 'expiresAt'> & LotFactsDocument {
  return { ...lot, expiresAt: toDate(lot.expiresAt) };
}

export function extensionToDocument({ lot, expiresAt }: Wallet['extensions'][number]) {
  return { lot, expiresAt: toDate(expiresAt) };
}

export function lotFromDocument<D extends LotFactsDocument>(document: D): Omit<D, 'expiresAt'> & LotFacts {
  return { ...document, expiresAt: toInstant(document.expiresAt) };
}

/** An amount of a lot: drawn from it, kept of it or put back into it. */
export function drawToDocument<D extends { lot: LotFacts }>(draw: D) {
  return { ...draw, lot: lotToDocument(draw.lot) };
}

export function drawFromDocument<D extends { lot: LotFactsDocument }>(draw: D) {
  return { ...draw, lot: lotFromDocument(draw.lot) };
}

export function holdToDocument({ placedAt, expiresAt, draws, ...same }: OpenHold): HoldDocument {
  return {
    ...same,
    placedAt: toDate(placedAt),
    expiresAt: toDate(expiresAt),
    draws: draws.map(drawToDocument),
  };
}

export function holdFromDocument({ placedAt, expiresAt, draws, ...same }: HoldDocument): OpenHold {
  return {
    ...same,
    placedAt: toInstant(placedAt),
    expiresAt: toInstant(expiresAt),
    draws: draws.map(drawFromDocument),
  };
}
