import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { formatDate, formatDateTime } from '../../format/date.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { AccountDocument, SessionList_ViewerFragmentDoc } from '../../graphql/graphql.ts';
import type { SessionList_ViewerFragment } from '../../graphql/graphql.ts';
import { useConnected } from '../../session/use-connected.ts';
import { useReadPolicy } from '../../session/use-read-policy.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../wallet/refusal-banner.tsx';
import { useWords } from '../../words/use-words.ts';
import { useEndSession } from './use-end-session.ts';
import { accountWords } from './words/words.ts';
import styles from './session-list.module.css';

type Session = SessionList_ViewerFragment['sessions'][number];

/** Where somebody is signed in, each with a way to end it. This device is left by signing out. */
export function SessionList() {
  const { settings } = useWords(accountWords);
  const { data, loading, error, refetch } = useQuery(AccountDocument, { fetchPolicy: useReadPolicy() });
  const sessions = data && readFragment(SessionList_ViewerFragmentDoc, data.viewer).sessions;
  return (
    <Card title={settings.sessions} flush busy={loading && sessions === undefined}>
      {error && (
        <div className={styles['problem']}>
          <ProblemBanner
            title={settings.sessionsFailed}
            error={error}
            onRetry={() => void refetch().catch(() => undefined)}
            retrying={loading}
          />
        </div>
      )}
      {sessions === undefined ? loading && <Skeletons /> : <Sessions sessions={sessions} />}
    </Card>
  );
}

function Sessions({ sessions }: { sessions: readonly Session[] }) {
  const { settings } = useWords(accountWords);
  const announce = useAnnounce();
  const { end, loading, error, refusals } = useEndSession();
  const [asked, setAsked] = useState<Session | null>(null);
  const ask = async (session: Session): Promise<void> => {
    setAsked(session);
    if (await end(session.id)) announce.politely(settings.sessionEnded(session.device));
  };
  if (sessions.length === 0) return <p className={styles['note']}>{settings.noSessions}</p>;
  return (
    <>
      {(error ?? refusals.length > 0) && (
        <div className={styles['problem']}>
          {error && asked && (
            <ProblemBanner
              title={settings.sessionUnsure}
              error={error}
              onRetry={() => void ask(asked)}
              retrying={loading}
            />
          )}
          <RefusalBanners title={settings.nothingToEnd} errors={refusals} />
        </div>
      )}
      <ul className={styles['list']}>
        {sessions.map((session) => (
          <li key={session.id}>
            <About session={session} />
            <End
              session={session}
              busy={loading && asked?.id === session.id}
              onEnd={() => void ask(session)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function About({ session }: { session: Session }) {
  const { settings } = useWords(accountWords);
  return (
    <span className={styles['what']}>
      <b>{session.device}</b>
      <small>{settings.lastUsed(formatDateTime(session.lastUsedAt))}</small>
      <small>{settings.signedInOn(formatDate(session.createdAt))}</small>
    </span>
  );
}

function End({ session, busy, onEnd }: { session: Session; busy: boolean; onEnd: () => void }) {
  const { settings } = useWords(accountWords);
  const connected = useConnected();
  if (session.isCurrent) {
    return (
      <Badge icon="check" tone="ok">
        {settings.thisDevice}
      </Badge>
    );
  }
  return (
    <Button
      small
      icon="logout"
      busy={busy}
      unavailable={!connected}
      aria-label={settings.endSessionOf(session.device, formatDate(session.createdAt))}
      onClick={onEnd}
    >
      {settings.endSession}
    </Button>
  );
}

function Skeletons() {
  return (
    <ul className={styles['list']}>
      {['first', 'second'].map((key) => (
        <li key={key}>
          <span className={styles['what']}>
            <Skeleton width="9rem" />
            <Skeleton width="14rem" />
          </span>
        </li>
      ))}
    </ul>
  );
}
