import { useMemo } from 'react';
import { createSecondStepApi } from './second-step-api.ts';
import type { SecondStepApi } from './second-step-api.ts';
import { useNetwork, useSession, useSessionState } from './session-provider.tsx';

/** For whoever is signed in, or for somebody who is about to. */
export function useSecondStep(): SecondStepApi {
  const [network, session, state] = [useNetwork(), useSession(), useSessionState()];
  const accountId = state.status === 'signedIn' ? state.account.id : null;
  return useMemo(() => createSecondStepApi(network, session, accountId), [network, session, accountId]);
}
