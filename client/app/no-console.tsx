import { Link } from 'react-router';
import { accountWords } from '../features/account/words/words.ts';
import { buttonClass } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { sharedWords } from '../words/words.ts';
import { useWords } from '../words/use-words.ts';

/** What a customer finds at an address of the console: it is there, and not for them. */
export function NoConsole() {
  const { noConsole } = useWords(accountWords);
  const { app, navigation } = useWords(sharedWords);
  return (
    <Page heading={noConsole.title} documentTitle={app.title(noConsole.title)}>
      <EmptyState
        art="noMatch"
        text={noConsole.text}
        action={
          <Link className={buttonClass('primary')} to="/">
            {navigation.backHome}
          </Link>
        }
      />
    </Page>
  );
}
