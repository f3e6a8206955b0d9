import { useEffect, useState } from 'react';
import type { Credentials } from '../../session/auth-api.ts';
import { useNetwork } from '../../session/session-provider.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { fetchDemoAccounts } from './demo-accounts.ts';
import type { DemoAccount } from './demo-accounts.ts';
import { signInWords } from './words/words.ts';
import styles from './demo-people.module.css';

/** So many are on their way, as a rule. */
const PEOPLE = 5;

export interface DemoPeopleProps {
  busy: boolean;
  onPick: (credentials: Credentials) => Promise<void>;
}

/** One click each. The server knows who they are, and only in the demo; a production build leaves this out. */
export function DemoPeople({ busy, onPick }: DemoPeopleProps) {
  const { signIn } = useWords(signInWords);
  const people = useDemoAccounts();
  if (people?.length === 0) return null;
  return (
    <>
      {people === null ? (
        <div className={styles['list']}>
          {Array.from({ length: PEOPLE }, (_, n) => (
            <Skeleton key={n} width="100%" height="4.25rem" />
          ))}
        </div>
      ) : (
        <ul className={styles['list']} aria-label={signIn.demoPeople}>
          {people.map((person) => (
            <li key={person.email}>
              <Person person={person} busy={busy} onPick={() => void onPick(person)} />
            </li>
          ))}
        </ul>
      )}
      <p className={styles['or']}>{signIn.or}</p>
    </>
  );
}

function Person({ person, busy, onPick }: { person: DemoAccount; busy: boolean; onPick: () => void }) {
  const { signIn } = useWords(signInWords);
  const { roles } = useWords(sharedWords);
  const firstName = person.name.split(' ')[0] ?? person.name;
  return (
    <button
      type="button"
      className={styles['person']}
      aria-disabled={busy || undefined}
      onClick={() => {
        if (!busy) onPick();
      }}
    >
      <Avatar name={person.name} />
      <span className={styles['text']}>
        <b>{signIn.person(firstName, roles[person.role])}</b>
        <span lang="en">{person.blurb}</span>
      </span>
      <Icon name="right" size="sm" />
    </button>
  );
}

/** Null until the server has said who they are. */
function useDemoAccounts(): DemoAccount[] | null {
  const network = useNetwork();
  const [people, setPeople] = useState<DemoAccount[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void fetchDemoAccounts(network).then((found) => {
      if (wanted) setPeople(found);
    });
    return () => {
      wanted = false;
    };
  }, [network]);
  return people;
}
