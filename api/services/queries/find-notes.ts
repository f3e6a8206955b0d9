import type { Act } from '../../domain/act.ts';
import type { Place } from '../../persistence/keyset.ts';
import type { App } from '../app.ts';
import { MOST_COUNTED } from './most-counted.ts';

export interface NotesPage {
  /** Newest first. */
  readonly notes: readonly Act[];
  readonly hasNextPage: boolean;
}

/** A page of the notes on a wallet, newest first. Each is the act of writing it. */
export async function findNotes(
  { stores }: App,
  walletId: string,
  first: number,
  beyond: Place | null,
): Promise<NotesPage> {
  const found = await stores.acts.stretch(notesOn(walletId), {
    ...{ beyond, from: null, to: null, limit: first + 1 },
  });
  return { notes: found.slice(0, first), hasNextPage: found.length > first };
}

/** How many there are in all; counts no further than `MOST_COUNTED`. */
export function countNotes({ stores }: App, walletId: string): Promise<number> {
  return stores.acts.count(notesOn(walletId), { from: null, to: null }, MOST_COUNTED);
}

/** Little else is done to a wallet that is no entry of its journal. */
function notesOn(walletId: string) {
  return { about: { kind: 'WALLET', id: walletId }, act: 'addWalletNote' } as const;
}
