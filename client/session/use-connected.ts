import { useOnline } from '../ui/use-online.ts';
import { useReadOnly } from './read-only.ts';
import { useSessionState } from './session-provider.tsx';

/** Whether something can be sent to the shop: there is a network, the shop knows who is here, and they may do more than look. */
export function useConnected(): boolean {
  const online = useOnline();
  const readOnly = useReadOnly();
  return useSessionState().status === 'signedIn' && online && readOnly === null;
}
