import { Link } from 'react-router';
import type { Asks } from '../../apollo/asked-ahead.ts';
import { version } from '../../build-info.ts';
import { AccountDocument } from '../../graphql/graphql.ts';
import { usePreferences } from '../../preferences/preferences-provider.tsx';
import type { Account } from '../../session/auth-api.ts';
import { Card } from '../../ui/card.tsx';
import { Columns } from '../../ui/columns.tsx';
import { Page } from '../../ui/page.tsx';
import { RowLink } from '../../ui/row-link.tsx';
import { SwitchRow } from '../../ui/switch-row.tsx';
import { useWideScreen } from '../../ui/use-media-query.ts';
import { sharedWords } from '../../words/words.ts';
import { LanguageChoice } from '../../words/language-choice.tsx';
import { useWords } from '../../words/use-words.ts';
import { MyData } from './my-data.tsx';
import { Profile } from './profile.tsx';
import { SessionList } from './session-list.tsx';
import { SignOutEverywhere } from './sign-out-everywhere.tsx';
import { SignOutButton } from './sign-out.tsx';
import { ThemeChoice } from './theme-choice.tsx';
import { accountWords } from './words/words.ts';
import styles from './account.module.css';

export const asks: Asks = () => ({ query: AccountDocument, variables: {} });

/** Who is signed in, choices of this browser, what the shop keeps, and the way out. */
export function AccountScreen({ account }: { account: Account }) {
  const { settings } = useWords(accountWords);
  const { app } = useWords(sharedWords);
  const wide = useWideScreen();
  return (
    <Page heading={settings.title} documentTitle={app.title(settings.title)}>
      <Columns
        side={
          <>
            <MyData />
            {wide && <Elsewhere />}
            <div className={styles['exits']}>
              <SignOutButton look="button" />
              <SignOutEverywhere />
            </div>
            <p className={styles['version']}>{settings.version(version)}</p>
          </>
        }
      >
        <Profile account={account} />
        {!wide && <Elsewhere />}
        <Look />
        <SessionList />
      </Columns>
    </Page>
  );
}

/** Screens that have no place in the bar of a phone. */
function Elsewhere() {
  const { settings } = useWords(accountWords);
  const { navigation } = useWords(sharedWords);
  return (
    <Card title={settings.more} flush>
      <ul>
        <RowLink icon="history" hint={settings.statementsHint}>
          <Link to="/statement">{settings.statements}</Link>
        </RowLink>
        <RowLink icon="card">
          <Link to="/gift-cards">{navigation.giftCards}</Link>
        </RowLink>
        <RowLink icon="tier">
          <Link to="/tier">{settings.tier}</Link>
        </RowLink>
        <RowLink icon="help">
          <Link to="/help">{settings.help}</Link>
        </RowLink>
      </ul>
    </Card>
  );
}

function Look() {
  const { settings } = useWords(accountWords);
  const [{ hideAmounts }, update] = usePreferences();
  return (
    <Card title={settings.look} flush>
      <div className={styles['choices']}>
        <div id="language" tabIndex={-1}>
          <LanguageChoice />
        </div>
        <ThemeChoice />
      </div>
      <SwitchRow
        label={settings.hideAmounts}
        hint={settings.hideAmountsHint}
        checked={hideAmounts}
        onChange={(checked) => update({ hideAmounts: checked })}
      />
    </Card>
  );
}
