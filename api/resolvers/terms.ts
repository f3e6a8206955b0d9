import type { ActInput } from '../../schema/wallet/act.input.ts';
import type { Terms } from '../services/act-on-terms.ts';

/** How an act was asked for. */
export function termsOf({ dryRun, expectedSeq }: ActInput): Terms {
  return { dryRun, expectedSeq: expectedSeq ?? null };
}
