import { useMutation } from '@apollo/client/react';
import { EndSessionDocument } from '../../graphql/graphql.ts';

/** Ends one session. The answer brings those that are left, so the list has not to be loaded again. */
export function useEndSession() {
  const [send, { loading, error, data }] = useMutation(EndSessionDocument);
  const end = async (sessionId: string): Promise<boolean> => {
    const answer = await send({ variables: { input: { sessionId } } }).catch(() => null);
    return answer?.data?.endSession.userErrors.length === 0;
  };
  return { end, loading, error, refusals: data?.endSession.userErrors ?? [] };
}
