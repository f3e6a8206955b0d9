import { useNavigate } from 'react-router';
import { useSession } from '../../session/session-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';

/** Leaves from the first page, so that whoever signs in next doesn't land where this person was. */
export function SignOutButton({ look }: { look: 'icon' | 'button' }) {
  const { actions } = useWords(sharedWords);
  const session = useSession();
  const navigate = useNavigate();
  const leave = async (): Promise<void> => {
    await session.signOut();
    await navigate('/', { replace: true });
  };
  if (look === 'icon')
    return <IconButton icon="logout" label={actions.signOut} onClick={() => void leave()} />;
  return (
    <Button block icon="logout" onClick={() => void leave()}>
      {actions.signOut}
    </Button>
  );
}
