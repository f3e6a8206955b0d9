import { Link, useSearchParams } from 'react-router';
import { Banner } from '../../ui/banner.tsx';
import linkStyles from '../../ui/link.module.css';
import { useWords } from '../../words/use-words.ts';
import { dashboardWords } from './words/words.ts';

/** Somebody who came through a friend's link finds the code waiting. */
export function FriendsCode() {
  const { friendsCode } = useWords(dashboardWords);
  const [params] = useSearchParams();
  const code = (params.get('ref') ?? '').trim().slice(0, 40);
  if (code === '') return null;
  return (
    <Banner tone="info" icon="people">
      <p>{friendsCode.waiting(code)}</p>
      <Link className={linkStyles['link']} to={`/refer?code=${encodeURIComponent(code)}`}>
        {friendsCode.useIt}
      </Link>
    </Banner>
  );
}
