import { useMutation } from '@apollo/client/react';
import type { FileJobKind } from './job-texts.ts';
import { useState } from 'react';
import {
  AddJobRowsDocument,
  ImportCustomersDocument,
  StartBulkCreditDocument,
} from '../../../graphql/graphql.ts';
import type { AddJobRowsMutation, StartBulkCreditMutation } from '../../../graphql/graphql.ts';
import { useStillHere } from '../../../ui/use-still-here.ts';
import { useIntent } from '../../../wallet/use-intent.ts';

/** The shop takes exactly so many at a time, and what is left at the end. */
const ROWS_AT_ONCE = 500;

export interface Upload {
  kind: FileJobKind;
  fileName: string;
  fileHash: string;
  columns: readonly string[];
  rows: readonly string[][];
}

export interface Uploaded {
  jobId: string;
  /** The shop has had all of this file before, so nothing was sent. */
  isKnown: boolean;
}

type Started = Pick<StartBulkCreditMutation['startBulkCredit'], 'job' | 'userErrors'>;
type Added = AddJobRowsMutation['addJobRows'];

/**
 * Hands a file over, part by part. Whatever gets lost on the way, sending it once more goes on where it was cut off: the same file is the
 * same job, which says how many rows have come, and the same rows again change nothing.
 */
export function useUpload() {
  const [startBulkCredit] = useMutation(StartBulkCreditDocument);
  const [importCustomers] = useMutation(ImportCustomersDocument);
  const [addRows] = useMutation(AddJobRowsDocument);
  const start = useIntent<Started>('startJob');
  const add = useIntent<Added>('addJobRows');
  const [uploaded, setUploaded] = useState<number | null>(null);
  const here = useStillHere();

  const open = ({ kind, fileName, fileHash, columns, rows }: Upload) =>
    start.carryOut([kind, fileHash, columns.join(), String(rows.length)], async (idempotencyKey) => {
      const input = { fileName, fileHash, columns: [...columns], rows: rows.length, idempotencyKey };
      return kind === 'BULK_CREDIT'
        ? (await startBulkCredit({ variables: { input } })).data?.startBulkCredit
        : (await importCustomers({ variables: { input } })).data?.importCustomers;
    });
  const hand = (jobId: string, from: number, rows: Upload['rows']) =>
    add.carryOut([jobId, String(from)], async () => {
      const input = { jobId, from, rows: rows.slice(from, from + ROWS_AT_ONCE) };
      return (await addRows({ variables: { input } })).data?.addJobRows;
    });
  /** What became of the file; null where it was not taken, or not all of it. */
  const send = async (upload: Upload): Promise<Uploaded | null> => {
    setUploaded(0);
    const job = (await open(upload))?.job;
    const isKnown = job !== undefined && job !== null && job.status !== 'UPLOADING';
    for (let at = job ?? null; at !== null;) {
      if (at.status !== 'UPLOADING') return { jobId: at.id, isKnown };
      // Who left takes up the rest another time.
      if (!here.current) return null;
      setUploaded(at.uploaded);
      at = (await hand(at.id, at.uploaded, upload.rows))?.job ?? null;
    }
    setUploaded(null);
    return null;
  };
  return {
    send,
    /** How many rows have come; null while nothing is on its way. */
    uploaded,
    unknown: start.unknown || add.unknown,
    asking: start.asking || add.asking,
    askNow: () => (start.unknown ? start.askNow() : add.askNow()),
    error: start.error ?? add.error,
    refusals: [...start.refusals, ...add.refusals],
  };
}
