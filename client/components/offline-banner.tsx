import { useUpdatedAt } from '../apollo/freshness-provider.tsx';
import { formatTime } from '../format/date.ts';
import { useMessages } from '../messages/messages.tsx';
import { Banner } from '../ui/banner.tsx';
import { useOnline } from '../ui/use-online.ts';

/** Says how old the page is while there is no connection. */
export function OfflineBanner({ operationName }: { operationName: string }) {
  const updatedAt = useUpdatedAt(operationName);
  const { app } = useMessages();
  if (useOnline()) return null;
  return (
    <Banner tone="plain" icon="info" urgent>
      <p>{app.offline(updatedAt === null ? null : formatTime(updatedAt))}</p>
    </Banner>
  );
}
