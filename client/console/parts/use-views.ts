import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import {
  ConsoleRemoveViewDocument,
  ConsoleSavedViewsDocument,
  ConsoleSaveViewDocument,
} from '../../graphql/graphql.ts';
import type { ConsoleSavedViewsQuery } from '../../graphql/graphql.ts';

export type SavedView = Pick<ConsoleSavedViewsQuery['savedViews'][number], 'name' | 'address'>;

interface Kept {
  views: ConsoleSavedViewsQuery['savedViews'];
  userErrors: readonly { message: string }[];
}

/** Why a view was not kept: the shop refused, or nobody knows. */
export type NotKept = { message: string } | { error: unknown };

/** The views that whoever works here keeps. What is saved or removed comes back whole, and every list shows it. */
export function useViews() {
  const { data, client } = useQuery(ConsoleSavedViewsDocument);
  const [saveView] = useMutation(ConsoleSaveViewDocument);
  const [removeView] = useMutation(ConsoleRemoveViewDocument);
  const [sending, setSending] = useState(false);
  const [notKept, setNotKept] = useState<NotKept | null>(null);

  /** Whether it worked. Doing it again does no harm: a name has one view. */
  const change = async (ask: () => Promise<Kept | undefined>): Promise<boolean> => {
    setSending(true);
    setNotKept(null);
    try {
      const kept = await ask();
      const [refusal] = kept?.userErrors ?? [];
      if (kept === undefined || refusal !== undefined) {
        setNotKept({ message: refusal?.message ?? '' });
        return false;
      }
      client.writeQuery({
        query: ConsoleSavedViewsDocument,
        data: { __typename: 'Query', savedViews: [...kept.views] },
      });
      return true;
    } catch (error) {
      setNotKept({ error });
      return false;
    } finally {
      setSending(false);
    }
  };

  return {
    views: data?.savedViews ?? [],
    sending,
    notKept,
    save: ({ name, address }: SavedView) =>
      change(async () => (await saveView({ variables: { input: { name, address } } })).data?.saveView),
    remove: (name: string) =>
      change(async () => (await removeView({ variables: { input: { name } } })).data?.removeView),
  };
}
