import { useApolloClient } from '@apollo/client/react';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { indiaDay } from '../../format/date.ts';
import { MyDataDocument } from '../../graphql/graphql.ts';
import { OfflineReason } from '../../offline/offline-reason.tsx';
import { useConnected } from '../../session/use-connected.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useClock } from '../../ui/clock.tsx';
import { saveFile } from '../../wallet/export/use-export.ts';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { useWords } from '../../words/use-words.ts';
import { gatherMyData } from './gather-my-data.ts';
import type { AskForMyData } from './gather-my-data.ts';
import { accountWords } from './words/words.ts';
import styles from './account.module.css';

/** What the shop shows to whoever is signed in, as one file, and what it holds besides. */
export function MyData() {
  const { settings } = useWords(accountWords);
  const connected = useConnected();
  const reasonId = useId();
  const { busy, error, download } = useDownload();
  return (
    <Card title={settings.records}>
      <div className={styles['exits']}>
        <Button
          block
          icon="download"
          busy={busy}
          unavailable={!connected}
          aria-describedby={connected ? undefined : reasonId}
          onClick={download}
        >
          {busy ? settings.myDataBusy : settings.myData}
        </Button>
        {!connected && <OfflineReason id={reasonId} />}
        {error !== null && (
          <ProblemBanner title={settings.myDataFailed} error={error} onRetry={download} retrying={busy} />
        )}
        <p className={styles['note']}>
          {settings.myDataHint} {settings.myDataLeftOut} <Link to="/help">{settings.myDataAsk}</Link>
        </p>
      </div>
    </Card>
  );
}

function useDownload() {
  const { settings } = useWords(accountWords);
  const client = useApolloClient();
  const announce = useAnnounce();
  const now = useClock();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const ask: AskForMyData = async (variables) => {
    const { data } = await client.query({ query: MyDataDocument, variables, fetchPolicy: 'no-cache' });
    if (data === undefined) throw new Error('There was no answer.');
    return data;
  };
  const run = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const held = { madeAt: new Date(now()).toISOString(), ...(await gatherMyData(ask)) };
      const file = new Blob([JSON.stringify(held, null, 2)], { type: 'application/json' });
      saveFile(file, `early-bird-my-data_${indiaDay(now())}.json`);
      announce.politely(settings.myDataSaved);
    } catch (reason) {
      setError(reason);
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, download: () => void run() };
}
