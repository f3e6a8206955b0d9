import { Link } from 'react-router';
import { version } from '../../build-info.ts';
import { usePreferences } from '../../preferences/preferences-provider.tsx';
import type { Account } from '../../session/auth-api.ts';
import { Card } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import linkStyles from '../../ui/link.module.css';
import { Page } from '../../ui/page.tsx';
import { SwitchRow } from '../../ui/switch-row.tsx';
import { sharedWords } from '../../words/words.ts';
import { LanguageChoice } from '../../words/language-choice.tsx';
import { useWords } from '../../words/use-words.ts';
import { MyData } from './my-data.tsx';
import { SessionList } from './session-list.tsx';
import { SignOutEverywhere } from './sign-out-everywhere.tsx';
import { SignOutButton } from './sign-out.tsx';
import { ThemeChoice } from './theme-choice.tsx';
import { accountWords } from './words/words.ts';
import styles from './account.module.css';

/** Choices of this browser, and the way out. */
export function AccountScreen({ account }: { account: Account }) {
  const { settings } = useWords(accountWords);
  const { app } = useWords(sharedWords);
  const [{ hideAmounts }, update] = usePreferences();
  return (
    <Page heading={settings.title} documentTitle={app.title(settings.title)}>
      <p className={styles['note']}>{settings.saved}</p>
      <div className={styles['cards']}>
        <Card title={settings.look} flush>
          <div className={styles['choice']}>
            <ThemeChoice />
          </div>
          <div className={styles['choice']}>
            <LanguageChoice />
          </div>
          <SwitchRow
            label={settings.hideAmounts}
            hint={settings.hideAmountsHint}
            checked={hideAmounts}
            onChange={(checked) => update({ hideAmounts: checked })}
          />
        </Card>
        <Card title={settings.more}>
          <Link className={linkStyles['link']} to="/statement">
            {settings.statements}
            <Icon name="right" size="xs" />
          </Link>
          <Link className={linkStyles['link']} to="/help">
            {settings.help}
            <Icon name="right" size="xs" />
          </Link>
        </Card>
        <Card title={settings.account}>
          <p className={styles['who']}>{settings.signedInAs(account.name)}</p>
          <div className={styles['exits']}>
            <SignOutButton look="button" />
            <SignOutEverywhere />
          </div>
        </Card>
        <SessionList />
        <MyData />
      </div>
      <p className={styles['note']}>{settings.version(version)}</p>
    </Page>
  );
}
