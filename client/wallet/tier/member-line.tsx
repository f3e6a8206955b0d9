import { useQuery } from '@apollo/client/react';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { MemberLineDocument, MemberLine_WalletFragmentDoc } from '../../graphql/graphql.ts';
import { useWords } from '../../words/use-words.ts';
import { walletWords } from '../words/words.ts';

/** "SILVER member" or that there is no wallet yet, from what the screens have loaded; it asks for nothing itself. */
export function MemberLine() {
  const { tier } = useWords(walletWords);
  const { data } = useQuery(MemberLineDocument, { fetchPolicy: 'cache-only' });
  const wallet = readFragment(MemberLine_WalletFragmentDoc, data?.viewer.wallet);
  if (wallet) return tier.member(tier.name(wallet.tier.tier));
  return data ? tier.noWallet : null;
}
