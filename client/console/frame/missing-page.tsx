import { Link } from 'react-router';
import { buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ConsolePage } from '../ui/console-page.tsx';
import { frameWords as words } from './words.ts';

export function MissingPage() {
  return (
    <ConsolePage heading={words.missing.title}>
      <EmptyState
        art="noMatch"
        text={words.missing.text}
        action={
          <Link className={buttonClass('primary')} to="/admin">
            {words.missing.home}
          </Link>
        }
      />
    </ConsolePage>
  );
}
