import { Link } from 'react-router';
import { buttonClass } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { sharedWords } from '../words/words.ts';
import { useWords } from '../words/use-words.ts';
import { appWords } from './words/words.ts';

export function NotFound() {
  const { notFound } = useWords(appWords);
  const { app } = useWords(sharedWords);
  return (
    <Page heading={notFound.title} documentTitle={app.title(notFound.title)}>
      <EmptyState
        art="noMatch"
        text={notFound.text}
        action={
          <Link className={buttonClass('primary')} to="/">
            {notFound.home}
          </Link>
        }
      />
    </Page>
  );
}
