import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { actId, actOf } from '../domain/act.ts';
import type { Instant } from '../domain/calendar.ts';
import type { ActStore } from '../persistence/stores/act.store.ts';
import type { Principal } from './principal.ts';
import type { TokenVerifier } from './verify-token.ts';

const CAPACITY = 10_000;

export interface RecordingParts {
  readonly issuer: string;
  readonly acts: Pick<ActStore, 'note'>;
  readonly now: () => Instant;
}

/**
 * Who of the shop signed in with an issuer elsewhere is recorded here with each token that they bring, before it is accepted. The
 * act is named by the token, so that other calls with it and other processes write no second one.
 */
export function recordingSignIns(
  verifier: TokenVerifier,
  { issuer, acts, now }: RecordingParts,
): TokenVerifier {
  const recorded = new LRUCache<string, true>({ max: CAPACITY });
  const record = async (principal: Principal, requestId: string): Promise<void> => {
    const { subject: id, role, tokenId } = principal;
    const name = createHash('sha256')
      .update(JSON.stringify([issuer, id, tokenId]))
      .digest('base64url');
    if (recorded.has(name)) return;
    const deed = { id: actId('signIn', 'token', name), at: now(), act: 'signIn' } as const;
    const subject = { kind: 'ACCOUNT', id } as const;
    const after = [{ key: 'issuer', value: issuer }];
    await acts.note([actOf({ actor: { id, role, channel: 'API' }, requestId }, { ...deed, subject, after })]);
    recorded.set(name, true);
  };
  return {
    async verify(token, requestId) {
      const verification = await verifier.verify(token, requestId);
      const principal = 'principal' in verification ? verification.principal : null;
      if (principal && principal.role !== 'CUSTOMER') await record(principal, requestId ?? principal.tokenId);
      return verification;
    },
  };
}
