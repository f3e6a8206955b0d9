import { useQuery } from '@apollo/client/react';
import { MemberLineDocument, MemberLine_WalletFragmentDoc } from '../graphql/graphql.ts';
import { readFragment } from '../graphql/fragment-masking.ts';
import { useMessages } from '../messages/messages.tsx';

/** "SILVER member", from what the screens have loaded; it asks for nothing itself. */
export function MemberLine() {
  const { tier } = useMessages();
  const { data } = useQuery(MemberLineDocument, { fetchPolicy: 'cache-only' });
  const wallet = readFragment(MemberLine_WalletFragmentDoc, data?.viewer.wallet);
  return wallet ? tier.member(wallet.tier.tier.name) : null;
}
