import type { Account } from '../../session/auth-api.ts';
import { buttonClass } from '../../ui/button.tsx';
import { LonePage } from '../../ui/lone-page.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { SecondFactor } from './second-factor.tsx';
import { SessionList } from './session-list.tsx';
import { SignOutButton } from './sign-out.tsx';
import { ThemeChoice } from './theme-choice.tsx';
import { accountWords } from './words/words.ts';

/** Where staff and admins land until there is a console. The playground is a page of its own, so its link is a plain one. */
export function StaffWelcome({ account }: { account: Account }) {
  const { staff } = useWords(accountWords);
  const { app, roles } = useWords(sharedWords);
  return (
    <LonePage
      brand={{ name: app.brand, tagline: app.tagline }}
      heading={staff.hello(account.name)}
      intro={staff.role(roles[account.role])}
      skip={app.skip}
      documentTitle={app.title(staff.title)}
    >
      <p>
        {staff.later} {staff.until}
      </p>
      <a className={buttonClass('primary')} href="/playground">
        {staff.playground}
      </a>
      <ThemeChoice />
      <SecondFactor />
      <SessionList />
      <SignOutButton look="button" />
    </LonePage>
  );
}
