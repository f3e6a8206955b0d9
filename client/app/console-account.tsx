import { demo } from '../build-info.ts';
import { SecondFactor } from '../features/account/second-factor.tsx';
import { SessionList } from '../features/account/session-list.tsx';
import { SignOutButton } from '../features/account/sign-out.tsx';
import { ThemeChoice } from '../features/account/theme-choice.tsx';
import { placesOf } from '../console/frame/places.ts';
import { frameWords as words } from '../console/frame/words.ts';
import { ConsolePage } from '../console/ui/console-page.tsx';
import { Link } from 'react-router';
import type { Account } from '../session/auth-api.ts';
import { Card } from '../ui/card.tsx';
import { RowLink } from '../ui/row-link.tsx';
import { useWideScreen } from '../ui/use-media-query.ts';
import styles from './console-account.module.css';

/** What concerns whoever is signed in: how the console looks, the second step, where else, and the way out. */
export function ConsoleAccount({ account }: { account: Account }) {
  const wide = useWideScreen();
  const { account: say } = words;
  return (
    <ConsolePage heading={account.name} sub={say.signedInAs(words.roles[account.role])}>
      <div className={styles['narrow']}>
        {!wide && <Elsewhere account={account} />}
        <Card title={say.look}>
          <ThemeChoice />
        </Card>
        <SecondFactor />
        <SessionList />
        {/* Where there is one, which in production there is not. */}
        {demo && (
          <a className={styles['playground']} href="/playground">
            {say.playground}
          </a>
        )}
        <SignOutButton look="button" />
      </div>
    </ConsolePage>
  );
}

/** Places for which the bar of a phone has no room. */
function Elsewhere({ account }: { account: Account }) {
  const others = placesOf(account.role).filter(({ bar }) => bar === undefined);
  if (others.length === 0) return null;
  return (
    <Card title={words.more} flush>
      <ul>
        {others.map(({ to, word }) => (
          <RowLink key={to} icon="right">
            <Link to={to}>{word}</Link>
          </RowLink>
        ))}
      </ul>
    </Card>
  );
}
