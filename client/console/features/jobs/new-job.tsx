import { useState } from 'react';
import type { FileJobKind } from './job-texts.ts';
import { BackLink } from '../../../wallet/back-link.tsx';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { ConsolePage } from '../../ui/console-page.tsx';
import { Denied } from '../../ui/denied.tsx';
import { FileChoice } from './file-choice.tsx';
import { JOBS_PATH } from './job-texts.ts';
import { Journey } from './journey.tsx';
import { MatchColumns } from './match-columns.tsx';
import type { ReadFile } from './read-file.ts';
import { jobsWords as words } from './words.ts';

/** A file that is yet to be sent: chosen, read, and its columns matched. */
export function NewJob({ kind }: { kind: FileJobKind }) {
  const account = useOwnAccount();
  const [file, setFile] = useState<ReadFile | null>(null);
  const [busy, setBusy] = useState(false);
  const isDenied = account !== null && account.role !== 'ADMIN';
  return (
    <ConsolePage
      heading={words.kinds[kind].title}
      lead={<BackLink to={JOBS_PATH} label={words.upload.back} />}
      sub={words.job.nothingYet}
    >
      {isDenied ? (
        <Denied requestId={null} />
      ) : (
        <>
          <Journey at={file === null ? 0 : 1} />
          <FileChoice kind={kind} file={file} busy={busy} onRead={setFile} />
          {file && <MatchColumns key={file.hash} kind={kind} file={file} onBusy={setBusy} />}
        </>
      )}
    </ConsolePage>
  );
}
