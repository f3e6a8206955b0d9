import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import type { MoneyValue } from '../../format/money.ts';

export interface WaitingGift {
  /** What stands in its link. */
  token: string;
  fromName: string;
  amount: MoneyValue;
  message: string | null;
}

/** Of each account its own, and of this window alone: whoever has the link has the money, so that it is written down nowhere. */
const waiting = new WeakMap<ApolloClient, WaitingGift>();

/** The gift that was looked at last and not claimed yet. */
export function useWaitingGift(): WaitingGift | null {
  return waiting.get(useApolloClient()) ?? null;
}

/** Keeps a gift in sight while it can be claimed; null takes away the one that this link leads to. */
export function useKeepInSight(token: string, gift: Omit<WaitingGift, 'token'> | null): void {
  const client = useApolloClient();
  useEffect(() => {
    if (gift !== null) waiting.set(client, { ...gift, token });
    else if (waiting.get(client)?.token === token) waiting.delete(client);
  }, [client, token, gift]);
}
