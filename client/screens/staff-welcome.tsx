import { SessionList } from '../components/session-list.tsx';
import { SignOutButton } from '../components/sign-out.tsx';
import { ThemeChoice } from '../components/theme-choice.tsx';
import { useMessages } from '../messages/messages.tsx';
import type { Account } from '../session/auth-api.ts';
import { Brand } from '../ui/brand.tsx';
import { buttonClass } from '../ui/button.tsx';
import { usePageHeading } from '../ui/page-heading.tsx';
import { SkipLink } from '../ui/skip-link.tsx';
import styles from './staff-welcome.module.css';

/** Where staff and admins land until there is a console. The playground is a page of its own, so its link is a plain one. */
export function StaffWelcome({ account }: { account: Account }) {
  const { app, roles, staff } = useMessages();
  const heading = usePageHeading(app.title(staff.title));
  return (
    <div className={styles['page']}>
      <SkipLink>{app.skip}</SkipLink>
      <header>
        <Brand name={app.brand} tagline={app.tagline} />
      </header>
      <main id="main" tabIndex={-1} className={styles['card']}>
        <h1 ref={heading} tabIndex={-1}>
          {staff.hello(account.name)}
        </h1>
        <p className={styles['muted']}>{staff.role(roles[account.role])}</p>
        <p>
          {staff.later} {staff.until}
        </p>
        <a className={buttonClass('primary')} href="/playground">
          {staff.playground}
        </a>
        <ThemeChoice />
        <SessionList />
        <SignOutButton look="button" />
      </main>
    </div>
  );
}
