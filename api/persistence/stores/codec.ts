import type { Instant } from '../../domain/calendar.ts';
import type { LotFacts } from '../../domain/wallet/lots.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { LotFactsDocument } from '../models/lot.schema.ts';

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
