import { version } from '../build-info.ts';
import { SessionList } from '../components/session-list.tsx';
import { SignOutButton } from '../components/sign-out.tsx';
import { SignOutEverywhere } from '../components/sign-out-everywhere.tsx';
import { ThemeChoice } from '../components/theme-choice.tsx';
import { useMessages } from '../messages/messages.tsx';
import { usePreferences } from '../preferences/preferences-provider.tsx';
import type { Account } from '../session/auth-api.ts';
import { Card } from '../ui/card.tsx';
import { Page } from '../ui/page.tsx';
import { SwitchRow } from '../ui/switch-row.tsx';
import styles from './settings-screen.module.css';

/** Choices of this browser, and the way out. */
export function SettingsScreen({ account }: { account: Account }) {
  const { app, settings } = useMessages();
  const [{ hideAmounts }, update] = usePreferences();
  return (
    <Page heading={settings.title} documentTitle={app.title(settings.title)}>
      <p className={styles['note']}>{settings.saved}</p>
      <div className={styles['cards']}>
        <Card title={settings.look} flush>
          <div className={styles['choice']}>
            <ThemeChoice />
          </div>
          <SwitchRow
            label={settings.hideAmounts}
            hint={settings.hideAmountsHint}
            checked={hideAmounts}
            onChange={(checked) => update({ hideAmounts: checked })}
          />
        </Card>
        <Card title={settings.account}>
          <p className={styles['who']}>{settings.signedInAs(account.name)}</p>
          <div className={styles['exits']}>
            <SignOutButton look="button" />
            <SignOutEverywhere />
          </div>
        </Card>
        <SessionList />
      </div>
      <p className={styles['note']}>{settings.version(version)}</p>
    </Page>
  );
}
