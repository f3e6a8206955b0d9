import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import { AuditLogPageDocument, AuditRow_ActFragmentDoc } from '../../../graphql/graphql.ts';
import type { AuditLogFilter, AuditRow_ActFragment } from '../../../graphql/graphql.ts';
import { useConnected } from '../../../session/use-connected.ts';
import { Button } from '../../../ui/button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { saveFile } from '../../../wallet/export/use-export.ts';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { csvOf } from '../../parts/csv.ts';
import { changesOf } from './changes-of.ts';
import { auditWords } from './words.ts';

const words = auditWords.export;
/** So many come with one question. */
const AT_ONCE = 100;
/** So many a file holds: enough for a month, and no more than a browser bears. */
const MOST = 5_000;

/** Everything that the filters let through, on all its pages, as a file for spreadsheets. */
export function AuditExport({ filter }: { filter: AuditLogFilter }) {
  const client = useApolloClient();
  const connected = useConnected();
  const toast = useToast();
  const [step, setStep] = useState<'idle' | 'preparing' | { error: unknown }>('idle');
  const start = async (): Promise<void> => {
    setStep('preparing');
    try {
      const rows: AuditRow_ActFragment[] = [];
      let after: string | null = null;
      do {
        const variables: { filter: AuditLogFilter; first: number; after: string | null } = {
          filter,
          first: AT_ONCE,
          after,
        };
        const { data } = await client.query({
          query: AuditLogPageDocument,
          variables,
          fetchPolicy: 'no-cache',
        });
        if (data === undefined) throw new Error('The shop answered nothing.');
        const { nodes, pageInfo } = data.auditLog;
        rows.push(...readFragment(AuditRow_ActFragmentDoc, nodes));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null && rows.length < MOST);
      saveFile(csvOf(words.header, rows.map(lineOf)), words.name);
      setStep('idle');
      toast(after === null ? words.saved(rows.length) : words.cut(rows.length));
    } catch (error) {
      setStep({ error });
    }
  };
  const preparing = step === 'preparing';
  return (
    <>
      <Button icon="download" busy={preparing} unavailable={!connected} onClick={() => void start()}>
        {preparing ? words.preparing : words.label}
      </Button>
      {typeof step === 'object' && (
        <ProblemBanner
          title={words.failed}
          error={step.error}
          onRetry={() => void start()}
          retrying={preparing}
        />
      )}
    </>
  );
}

function lineOf(row: AuditRow_ActFragment): string[] {
  const { at, actor, act, summary, subjectId, reason, requestId } = row;
  const changes = changesOf(row);
  const all = (side: 'before' | 'after') =>
    changes.map((change) => `${change.field}: ${change[side]}`).join('; ');
  return [
    ...[at, actor.id, actor.name ?? '', actor.role, actor.channel, act, summary, subjectId ?? ''],
    ...[all('before'), all('after'), reason ?? '', requestId],
  ];
}
