import { Link } from 'react-router';
import { useMessages } from '../messages/messages.tsx';
import { buttonClass } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';

export function NotFound() {
  const { app, notFound } = useMessages();
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
