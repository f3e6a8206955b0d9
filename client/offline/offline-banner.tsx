import { useUpdatedAt } from '../apollo/freshness-provider.tsx';
import { formatNearDate, formatTime, indiaDay } from '../format/date.ts';
import { useReadOnly } from '../session/read-only.ts';
import { useSession } from '../session/session-provider.tsx';
import { useConnected } from '../session/use-connected.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { useClock } from '../ui/clock.tsx';
import { useOnline } from '../ui/use-online.ts';
import { sharedWords } from '../words/words.ts';
import { useWords } from '../words/use-words.ts';
import { offlineWords } from './words/words.ts';

/** Says how old the page is while the shop can't be reached. */
export function OfflineBanner({ operationName }: { operationName: string }) {
  const updatedAt = useUpdatedAt(operationName);
  const session = useSession();
  const { offline } = useWords(offlineWords);
  const { actions } = useWords(sharedWords);
  const now = useClock();
  const online = useOnline();
  const readOnly = useReadOnly();
  if (useConnected() || readOnly !== null) return null;
  const asOf = updatedAt === null ? null : timeText(updatedAt, now());
  return (
    <Banner tone="plain" icon="info" urgent>
      <p>{online ? offline.unreachable(asOf) : offline.noNetwork(asOf)}</p>
      {online && (
        <Button small icon="refresh" onClick={() => void session.restore()}>
          {actions.retry}
        </Button>
      )}
    </Banner>
  );
}

/** The date goes with the time when it was another day. */
function timeText(at: number, now: number): string {
  const time = formatTime(at);
  return indiaDay(at) === indiaDay(now) ? time : `${formatNearDate(at, now)}, ${time}`;
}
