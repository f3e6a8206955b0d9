import { useQuery } from '@apollo/client/react';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { AccountDocument, Profile_ViewerFragmentDoc } from '../../graphql/graphql.ts';
import type { Account } from '../../session/auth-api.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { MemberLine } from '../../wallet/tier/member-line.tsx';
import { TierBadge } from '../../wallet/tier/tier-badge.tsx';
import { useWords } from '../../words/use-words.ts';
import { accountWords } from './words/words.ts';
import styles from './account.module.css';

/** Who is signed in. The name is there at once; the rest comes with what the screen asks for. */
export function Profile({ account }: { account: Account }) {
  const { settings } = useWords(accountWords);
  const { data } = useQuery(AccountDocument, { fetchPolicy: 'cache-only' });
  const viewer = readFragment(Profile_ViewerFragmentDoc, data?.viewer);
  const email = viewer?.customer?.email;
  return (
    <section className={styles['profile']} aria-label={settings.account}>
      <Avatar name={account.name} large />
      <p>
        <b>{account.name}</b>
        <small>{email ? <Address email={email} /> : <MemberLine />}</small>
      </p>
      {viewer?.wallet && <TierBadge {...viewer.wallet.tier.tier} />}
    </section>
  );
}

/** Broken before the @ where it does not fit. */
function Address({ email }: { email: string }) {
  const at = email.lastIndexOf('@');
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  );
}
