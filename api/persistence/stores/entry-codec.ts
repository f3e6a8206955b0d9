import type { Entry } from '../../domain/wallet/entries.ts';
import { readAlike } from '../plain-bson.ts';
import type { TransactionModel } from '../models/transaction.model.ts';
import {
  drawFromDocument,
  drawToDocument,
  lotFromDocument,
  lotToDocument,
  toDate,
  toInstant,
} from './codec.ts';

/** What an entry says, as a document. */
export function entryToDocument(entry: Entry): TransactionModel {
  const { id, at, ...same } = entry;
  return { _id: id, ...same, at: new Date(at), ...particularToDocument(entry) } as TransactionModel;
}

/** What a document says, as an entry. Its collection's validator vouches for the fields of its kind. */
export function entryFromDocument(document: TransactionModel): Entry {
  const { _id, at, ...same } = document;
  return { id: _id, ...same, at: at.getTime(), ...particularFromDocument(document) } as Entry;
}

/** The same from the bytes of documents, for pages of a journal. */
export function entriesFromBytes(documents: readonly Buffer[]): Entry[] {
  return readAlike(documents).map((entry) => {
    if (entry['kind'] === 'EXPIRY') entry['bookedAt'] ??= null;
    return entry as unknown as Entry;
  });
}

function particularToDocument(entry: Entry): Partial<TransactionModel> {
  switch (entry.kind) {
    case 'CREDIT':
      return { lot: lotToDocument(entry.lot) };
    case 'EXTENSION':
      return {
        extended: entry.extended.map(({ lot, from, to }) => ({
          lot,
          from: new Date(from),
          to: new Date(to),
        })),
      };
    case 'DEBIT':
    case 'REVERSAL':
      return { draws: entry.draws.map(drawToDocument) };
    case 'EXPIRY':
      return {
        draws: entry.draws.map(drawToDocument),
        expiredAt: new Date(entry.expiredAt),
        bookedAt: toDate(entry.bookedAt),
      };
    case 'REFUND':
      return { restores: entry.restores.map(drawToDocument) };
    case 'HOLD':
      return { draws: entry.draws.map(drawToDocument), deadline: toDate(entry.deadline) };
    case 'RELEASE':
      return {
        restores: entry.restores.map(drawToDocument),
        ...(entry.bookedAt !== undefined && { bookedAt: new Date(entry.bookedAt) }),
      };
    default:
      return {};
  }
}

function particularFromDocument(document: TransactionModel): object {
  const { kind, lot, draws, restores, expiredAt, bookedAt, extended, deadline } = document;
  return {
    ...(lot && { lot: lotFromDocument(lot) }),
    ...(draws && { draws: draws.map(drawFromDocument) }),
    ...(restores && { restores: restores.map(drawFromDocument) }),
    ...(expiredAt && { expiredAt: expiredAt.getTime(), bookedAt: toInstant(bookedAt ?? null) }),
    ...(kind === 'RELEASE' && bookedAt && { bookedAt: bookedAt.getTime() }),
    ...(kind === 'HOLD' && { deadline: toInstant(deadline ?? null) }),
    ...(extended && {
      extended: extended.map(({ lot, from, to }) => ({ lot, from: from.getTime(), to: to.getTime() })),
    }),
  };
}
