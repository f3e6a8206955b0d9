import { Suspense } from 'react';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { SignOutButton } from '../features/account/sign-out.tsx';
import { usePreferences } from '../preferences/preferences-provider.tsx';
import type { Account } from '../session/auth-api.ts';
import { Avatar } from '../ui/avatar.tsx';
import { BottomBar } from '../ui/bottom-bar.tsx';
import { Brand } from '../ui/brand.tsx';
import type { IconName } from '../ui/icon-shapes.tsx';
import { iconButtonClass } from '../ui/icon-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageTools } from '../ui/page.tsx';
import { SkipLink } from '../ui/skip-link.tsx';
import { Splash } from '../ui/splash.tsx';
import { useWideScreen } from '../ui/use-media-query.ts';
import { MemberLine } from '../wallet/tier/member-line.tsx';
import { LANGUAGES } from '../words/languages.ts';
import { sharedWords } from '../words/words.ts';
import { useWords } from '../words/use-words.ts';
import type { lookAhead } from './ahead.ts';
import styles from './customer-wallet.module.css';

/** Where one thing is done: the bar with the places makes room for the one with the act. */
const TASK = /^\/(add|gifts?|gift-cards\/\w+|use|pay|help\/report)(\/|$)/;

/** What a phone keeps under the last of its places. */
const MORE = /^\/(settings|gift-cards|help|tier|statement)$/;

export interface CustomerWalletProps {
  account: Account;
  /** Sees which link is about to be followed. */
  ahead: ReturnType<typeof lookAhead>;
}

/** The customer's app around its screens: a rail beside them where there is room, else a bar below. */
export function CustomerWallet({ account, ahead }: CustomerWalletProps) {
  const { app, navigation } = useWords(sharedWords);
  const wide = useWideScreen();
  const { pathname } = useLocation();
  return (
    <div className={styles['app']} {...ahead}>
      <SkipLink>{app.skip}</SkipLink>
      {wide && <Rail account={account} />}
      <div>
        <PageTools value={<Tools />}>
          <Suspense fallback={<Splash label={app.opening} />}>
            <Outlet />
          </Suspense>
        </PageTools>
      </div>
      {!wide && !TASK.test(pathname) && (
        <BottomBar label={navigation.label}>
          <Places />
          <Link to="/settings" aria-current={MORE.test(pathname) ? 'true' : undefined}>
            <span>
              <Icon name="more" />
            </span>
            {navigation.more}
          </Link>
        </BottomBar>
      )}
    </div>
  );
}

function Rail({ account }: { account: Account }) {
  const { app, navigation } = useWords(sharedWords);
  return (
    <aside className={styles['rail']} aria-label={app.brand}>
      <Brand name={app.brand} tagline={app.tagline} />
      <nav className={styles['side']} aria-label={navigation.label}>
        <Places />
        <Place to="/gift-cards" icon="card" word={navigation.giftCards} />
      </nav>
      <nav className={styles['side']} aria-label={navigation.further}>
        <Place to="/help" icon="help" word={navigation.help} />
        <Place to="/settings" icon="settings" word={navigation.settings} />
      </nav>
      <div className={styles['me']}>
        <Avatar name={account.name} />
        <span className={styles['who']}>
          <b>{account.name}</b>
          <small>
            <MemberLine />
          </small>
        </span>
        <SignOutButton look="icon" />
      </div>
    </aside>
  );
}

/** At the end of every heading's line: the way to another language, and help, at the same place on every page. */
function Tools() {
  const { language: words, navigation } = useWords(sharedWords);
  const [{ language }] = usePreferences();
  const { pathname } = useLocation();
  // While one thing is done nothing leads away but its cross and help; and in the settings the choice itself is on the page.
  const isChoosable = !TASK.test(pathname) && pathname !== '/settings';
  return (
    <>
      {isChoosable && (
        <Tool to="/settings#language" icon="globe" label={words.change(LANGUAGES[language].name)} />
      )}
      <Tool to="/help" icon="help" label={navigation.help} />
    </>
  );
}

function Tool({ to, icon, label }: { to: string; icon: IconName; label: string }) {
  return (
    <Link className={iconButtonClass()} to={to} aria-label={label} title={label}>
      <Icon name={icon} />
    </Link>
  );
}

function Places() {
  const { navigation } = useWords(sharedWords);
  return (
    <>
      <Place to="/" icon="home" word={navigation.home} />
      <Place to="/history" icon="history" word={navigation.history} />
      <Place to="/rewards" icon="gift" word={navigation.rewards} />
      <Place to="/refer" icon="people" word={navigation.refer} />
    </>
  );
}

/** The router marks the link to the current page with aria-current. */
function Place({ to, icon, word }: { to: string; icon: IconName; word: string }) {
  return (
    <NavLink to={to} end={to === '/'}>
      <span>
        <Icon name={icon} />
      </span>
      {word}
    </NavLink>
  );
}
