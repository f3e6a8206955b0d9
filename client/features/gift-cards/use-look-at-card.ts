import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { LookAtCardDocument } from '../../graphql/graphql.ts';
import type { LookAtCardMutation } from '../../graphql/graphql.ts';

type Told = LookAtCardMutation['giftCardLook'] & { readonly code: string };

/** What is on a card, for whoever has its code. It goes past the cache, for that is kept on the device. */
export function useLookAtCard() {
  const [send, { loading, error, reset }] = useMutation(LookAtCardDocument, { fetchPolicy: 'no-cache' });
  const [told, setTold] = useState<Told | null>(null);
  /** True when there is something to be seen. */
  const look = async (code: string): Promise<boolean> => {
    setTold(null);
    const answer = (await send({ variables: { input: { code } } }).catch(() => null))?.data?.giftCardLook;
    if (!answer) return false;
    setTold({ ...answer, code });
    // What was sent would otherwise stay with the hook for as long as the page is open.
    reset();
    return answer.look !== null;
  };
  return { told, look, loading, error };
}
