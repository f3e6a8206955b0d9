import { useState } from 'react';
import { bodyOf, errorOf, isGrant, isRecord, send } from '../../session/auth-api.ts';
import type { Account, Grant } from '../../session/auth-api.ts';
import type { Session } from '../../session/session.ts';

export interface Look {
  grant: Grant;
  /** Epoch milliseconds. */
  endsAt: number;
}

export interface LookProblem {
  code: string;
  requestId: string | null;
}

interface LookOptions {
  /** Who looks. */
  account: Account;
  session: Session;
  fetch: typeof globalThis.fetch;
  now: () => number;
}

/** Asks the shop for a token to look as a customer, and keeps it for as long as this page stands. */
export function useLook(customerId: string, { account, session, fetch, now }: LookOptions) {
  const [look, setLook] = useState<Look | null>(null);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<LookProblem | null>(null);
  const [isOver, setIsOver] = useState(false);

  async function ask(reason: string): Promise<Response | null> {
    const by = (token: string | null) => send(fetch, '/auth/view-as', { customerId, reason }, token);
    const token = session.accessToken(account.id);
    const response = await by(token);
    if (response?.status !== 401 || (await session.renew(account.id, token)) !== 'renewed') return response;
    return by(session.accessToken(account.id));
  }

  async function open(reason: string): Promise<void> {
    setAsking(true);
    setProblem(null);
    const response = await ask(reason);
    const body = response && (await bodyOf(response));
    setAsking(false);
    if (response?.ok && isGrant(body)) {
      const seconds = isRecord(body) ? Number(body['expiresIn']) : 0;
      setLook({ grant: body, endsAt: now() + seconds * 1_000 });
      return setIsOver(false);
    }
    const { code = 'UNREACHABLE', requestId = null } = errorOf(body);
    setProblem({ code: String(code), requestId: requestId === null ? null : String(requestId) });
  }

  const end = (): void => {
    setLook(null);
    setIsOver(true);
  };
  return { look, open, end, asking, problem, isOver };
}
