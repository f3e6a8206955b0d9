import { actId, actOf, type Act } from '../domain/act.ts';
import { mustBeSaid } from '../domain/wallet/checks.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { keyDigest } from './idempotency.ts';
import type { Refused } from './outcome.ts';

export interface AddWalletNote {
  readonly customerId: string;
  readonly text: string;
  readonly idempotencyKey: string;
}

export interface Noted {
  readonly note: Act;
  /** True when the key had acted before. */
  readonly replayed: boolean;
}

/** Writes a note on a wallet, for people of the shop. It is an act like others, and nothing of the wallet changes. */
export async function addWalletNote(
  { stores, now }: App,
  caller: Caller,
  { customerId, text, idempotencyKey }: AddWalletNote,
): Promise<Noted | Refused> {
  if (mustBeSaid(text))
    return { refused: { code: 'INVALID_INPUT', field: 'text', problem: 'Write at least a word.' } };
  if (!(await stores.wallets.load([customerId])).has(customerId))
    return { refused: { code: 'WALLET_NOT_FOUND', customerId } };
  const id = actId('addWalletNote', customerId, keyDigest(`${caller.actor.id}:${idempotencyKey}`));
  const earlier = (await stores.acts.load([id])).get(id);
  const subject = { kind: 'WALLET', id: customerId } as const;
  const said = { id, at: now(), act: 'addWalletNote', subject, customerId, reason: text } as const;
  if (!earlier) await stores.acts.note([actOf(caller, said)]);
  const note = earlier ?? (await stores.acts.load([id])).get(id);
  if (!note) throw new Error(`The note ${id} was written and is not there.`);
  // Of two at once with one key and two texts, the first counts.
  if (note.reason !== text) return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: note.at } };
  return { note, replayed: earlier !== undefined };
}
