import type { Reward } from '../domain/reward.ts';
import { intentOf } from './idempotency.ts';

/**
 * Names what can be changed of a reward as it is. It is made of just that and no number that counts: a reward that is claimed all
 * day could otherwise never be changed.
 */
export function revisionOf({ name, description, maxUses, validUntil, metadata }: Reward): string {
  return intentOf('reward', { name, description, maxUses, validUntil, metadata });
}
