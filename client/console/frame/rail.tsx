import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import type { Account } from '../../session/auth-api.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Brand } from '../../ui/brand.tsx';
import { ConsoleIcon } from '../ui/console-icon.tsx';
import { Count } from './count.tsx';
import type { WaitingCounts } from './count.tsx';
import { placesOf } from './places.ts';
import type { Place, PlaceGroup } from './places.ts';
import { frameWords as words } from './words.ts';
import styles from './rail.module.css';

const GROUPS: readonly PlaceGroup[] = ['top', 'work', 'programme', 'insight'];

export interface RailProps {
  account: Account;
  waiting: WaitingCounts;
  signOut: ReactNode;
}

export function Rail({ account, waiting, signOut }: RailProps) {
  const places = placesOf(account.role);
  return (
    <aside className={styles['rail']} aria-label={words.label}>
      <Brand name={words.brand} tagline={words.tagline} />
      <nav className={styles['places']} aria-label={words.main}>
        {GROUPS.map((group) => (
          <Group key={group} group={group} places={places} waiting={waiting} />
        ))}
      </nav>
      <div className={styles['me']}>
        <Link
          to="/admin/account"
          className={styles['who']}
          aria-label={words.you(account.name, words.roles[account.role])}
        >
          <Avatar name={account.name} />
          <span>
            <b>{account.name}</b>
            <small>{words.roles[account.role]}</small>
          </span>
        </Link>
        {signOut}
      </div>
    </aside>
  );
}

interface GroupProps {
  group: PlaceGroup;
  places: readonly Place[];
  waiting: WaitingCounts;
}

function Group({ group, places, waiting }: GroupProps) {
  const inGroup = places.filter((place) => place.group === group);
  if (inGroup.length === 0) return null;
  return (
    <>
      {words.groups[group] !== '' && <h2 className={styles['label']}>{words.groups[group]}</h2>}
      <ul>
        {inGroup.map((place) => (
          <li key={place.to}>
            {/* The router marks the link to the current page with aria-current. */}
            <NavLink to={place.to} end={place.to === '/admin'}>
              <ConsoleIcon name={place.icon} />
              {place.word}
              {place.waiting !== undefined && <Count count={waiting[place.waiting]} />}
            </NavLink>
          </li>
        ))}
      </ul>
    </>
  );
}
