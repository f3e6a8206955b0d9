import { Link, useSearchParams } from 'react-router';
import { useMessages } from '../messages/messages.tsx';
import { Banner } from '../ui/banner.tsx';
import linkStyles from '../ui/link.module.css';

/** Somebody who came through a friend's link finds the code waiting. */
export function FriendsCode() {
  const { refer } = useMessages();
  const [params] = useSearchParams();
  const code = (params.get('ref') ?? '').trim().slice(0, 40);
  if (code === '') return null;
  return (
    <Banner tone="info" icon="people">
      <p>{refer.waiting(code)}</p>
      <Link className={linkStyles['link']} to={`/refer?code=${encodeURIComponent(code)}`}>
        {refer.useIt}
      </Link>
    </Banner>
  );
}
