import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useConnected } from '../session/use-connected.ts';

/** When the shop is back in reach, what is on the screen is brought up to date. */
export function Reconnect() {
  const client = useApolloClient();
  const connected = useConnected();
  const before = useRef(connected);
  useEffect(() => {
    if (connected && !before.current) {
      client.refetchQueries({ include: 'active' }).catch(() => undefined);
    }
    before.current = connected;
  }, [client, connected]);
  return null;
}
