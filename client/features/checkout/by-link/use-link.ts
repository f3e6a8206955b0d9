import { useEffect, useState } from 'react';
import { bodyOf, isRecord, send } from '../../../session/auth-api.ts';
import { useNetwork } from '../../../session/session-provider.tsx';
import { useClock } from '../../../ui/clock.tsx';

/** What a link is exchanged for, once: it is good for one order, and lives in the memory of this page alone. */
export interface Pass {
  accessToken: string;
  /** Epoch milliseconds. */
  endsAt: number;
}

/** WAS_OPENED: here, by an earlier load of this page. UNKNOWN: no answer came, so the link may be used by now. */
export type LinkProblem = 'WAS_OPENED' | 'LINK_NOT_USABLE' | 'TOO_MANY' | 'UNKNOWN';

interface Outcome {
  pass: Pass | null;
  problem: LinkProblem | null;
}

const ASKED: Outcome = { pass: null, problem: null };

/** Opens the order behind a link; without its secret there is nothing to ask. */
export function useLink(checkoutId: string, secret: string | null) {
  const network = useNetwork();
  const now = useClock();
  const [outcome, setOutcome] = useState<Outcome>(
    secret === null ? { pass: null, problem: 'WAS_OPENED' } : ASKED,
  );
  const [attempt, setAttempt] = useState(1);
  useEffect(() => {
    if (secret === null) return;
    void open(network, { checkoutId, secret }, now).then(setOutcome);
  }, [network, now, checkoutId, secret, attempt]);
  const again = (): void => {
    setOutcome(ASKED);
    setAttempt(attempt + 1);
  };
  return { ...outcome, again };
}

async function open(fetch: typeof globalThis.fetch, link: object, now: () => number): Promise<Outcome> {
  const response = await send(fetch, '/auth/pay-link', link);
  const body = response && (await bodyOf(response));
  if (response?.ok !== true || !isGiven(body)) return { pass: null, problem: problemOf(response) };
  const { accessToken, expiresIn } = body;
  return { pass: { accessToken, endsAt: now() + expiresIn * 1_000 }, problem: null };
}

function problemOf(response: Response | null): LinkProblem {
  if (response?.status === 400) return 'LINK_NOT_USABLE';
  return response?.status === 429 ? 'TOO_MANY' : 'UNKNOWN';
}

function isGiven(body: unknown): body is { accessToken: string; expiresIn: number } {
  return isRecord(body) && typeof body['accessToken'] === 'string' && typeof body['expiresIn'] === 'number';
}
