import { Link } from 'react-router';
import { version } from '../../build-info.ts';
import { usePreferences } from '../../preferences/preferences-provider.tsx';
import type { Account } from '../../session/auth-api.ts';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { RowLink } from '../../ui/row-link.tsx';
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
        <Card title={settings.more} flush>
          <ul>
            <RowLink icon="history" hint={settings.statementsHint}>
              <Link to="/statement">{settings.statements}</Link>
            </RowLink>
            <RowLink icon="tier">
              <Link to="/tier">{settings.tier}</Link>
            </RowLink>
            <RowLink icon="help">
              <Link to="/help">{settings.help}</Link>
            </RowLink>
          </ul>
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
