import { useOnline } from '../ui/use-online.ts';
import { useSessionState } from './session-provider.tsx';

/** Whether something can be sent to the shop: there is a network, and the shop knows who is here. */
export function useConnected(): boolean {
  const online = useOnline();
  return useSessionState().status === 'signedIn' && online;
}
