import { actOf, type Deed } from '../domain/act.ts';
import type { BatchContext } from '../ledger/use-case.ts';
import type { Scope } from '../ledger/working-set.ts';
import type { Caller } from './caller.ts';

/** Writes an act down with what a use case does, in the same transaction. See `domain/act.ts`. */
export function record(
  work: Scope,
  { now }: Pick<BatchContext, 'now'>,
  caller: Caller,
  deed: Omit<Deed, 'at'>,
): void {
  work.put('acts', deed.id, actOf(caller, { ...deed, at: now }));
}
