import type { WalletNote } from '../../../schema/wallet/wallet-note.type.ts';
import type { Act } from '../../domain/act.ts';
import { globalId } from '../global-id.ts';

/** The act of writing a note as the note that was written. */
export function presentNote({ id, at, actor: by, reason }: Act): WalletNote {
  return { id: globalId('Act', id), text: reason ?? '', by, at };
}
