import { useMutation } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { ShowGiftCardCodeDocument } from '../../../graphql/graphql.ts';
import type { ShowGiftCardCodeMutation } from '../../../graphql/graphql.ts';

type Told = ShowGiftCardCodeMutation['showGiftCardCode'];

/**
 * The code of a card, asked for by a press and forgotten once it is hidden or nobody looks at the page. It goes past the cache, for that
 * is kept on the device.
 */
export function useCardCode(giftCardId: string) {
  const [send, { loading, error, reset }] = useMutation(ShowGiftCardCodeDocument, {
    fetchPolicy: 'no-cache',
    variables: { input: { giftCardId } },
  });
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    const forget = (): void => {
      if (document.hidden) setTold(null);
    };
    document.addEventListener('visibilitychange', forget);
    return () => document.removeEventListener('visibilitychange', forget);
  }, []);
  const show = async (): Promise<void> => {
    const answer = (await send().catch(() => null))?.data?.showGiftCardCode;
    if (!answer) return;
    setTold(answer);
    // What was heard would otherwise stay with the hook for as long as the page is open.
    reset();
  };
  return { told, show, hide: () => setTold(null), loading, error };
}
