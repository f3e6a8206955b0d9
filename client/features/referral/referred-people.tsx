import { formatDate } from '../../format/date.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { ReferredPeople_WalletFragmentDoc } from '../../graphql/graphql.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { useWords } from '../../words/use-words.ts';
import { referralWords } from './words/words.ts';
import styles from './referral.module.css';

type Wallet = FragmentType<typeof ReferredPeople_WalletFragmentDoc>;

/** Who joined with the code, when, and what it brought. */
export function ReferredPeople(props: { wallet: Wallet }) {
  const { referral } = readFragment(ReferredPeople_WalletFragmentDoc, props.wallet);
  const { refer } = useWords(referralWords);
  const money = useMoneyText();
  if (referral.people.length === 0) {
    return (
      <Card title={refer.friends}>
        <EmptyState art="nothingYet" text={refer.noFriends} />
      </Card>
    );
  }
  return (
    <Card
      title={refer.friends}
      flush
      action={<span className={styles['note']}>{refer.joined(referral.count)}</span>}
    >
      <ul className={styles['people']}>
        {referral.people.map((person) => (
          <li key={`${person.displayName} ${person.joinedAt}`}>
            <Avatar name={person.displayName} />
            <span>
              <b>{person.displayName}</b>
              <small>{refer.joinedOn(formatDate(person.joinedAt))}</small>
            </span>
            <span className={styles['bonus']}>
              <Badge icon="ok" tone="ok">
                {refer.bonusPaid}
              </Badge>
              <strong>{money(person.bonus, { sign: 'always' })}</strong>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function ReferralEarnings(props: { wallet: Wallet }) {
  const { referral } = readFragment(ReferredPeople_WalletFragmentDoc, props.wallet);
  const { refer } = useWords(referralWords);
  const money = useMoneyText();
  return (
    <Card title={refer.earned}>
      <p className={styles['earned']}>{money(referral.earned)}</p>
      <p className={styles['note']}>{refer.fromFriends(referral.count)}</p>
    </Card>
  );
}
