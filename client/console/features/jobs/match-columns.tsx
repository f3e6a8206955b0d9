import { ServerError } from '@apollo/client/errors';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import type { FileJobKind } from './job-texts.ts';
import { OfflineReason } from '../../../offline/offline-reason.tsx';
import { useConnected } from '../../../session/use-connected.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Meter } from '../../../ui/meter.tsx';
import text from '../../../ui/text.module.css';
import { useFirstFault } from '../../../ui/use-first-fault.ts';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { UnknownBanner } from '../../../wallet/unknown-banner.tsx';
import layout from '../../parts/layout.module.css';
import { cellsOf, faultsOf, guessed } from './columns.ts';
import type { Mapping } from './columns.ts';
import { jobPath } from './job-texts.ts';
import { MeaningTable } from './meaning-table.tsx';
import type { ReadFile } from './read-file.ts';
import { Refused } from './refused.tsx';
import { useUpload } from './use-upload.ts';
import { jobsWords } from './words.ts';

const { match: words, means } = jobsWords;
const LONGEST_REASON = 200;
const TOO_LARGE = 413;

export interface MatchColumnsProps {
  kind: FileJobKind;
  file: ReadFile;
  onBusy: (busy: boolean) => void;
}

/** What each column of the file means. Only then are its rows sent, to be checked. */
export function MatchColumns({ kind, file, onBusy }: MatchColumnsProps) {
  const [mapping, setMapping] = useState<Mapping>(() => guessed(kind, file.headings));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [form, showFault] = useFirstFault();
  const reasonId = useId();
  const connected = useConnected();
  const navigate = useNavigate();
  const { send, uploaded, unknown, asking, askNow, error, refusals } = useUpload();
  const { missing, twice } = faultsOf(kind, mapping);
  const wantsReason = missing.includes('reason');
  const lacking = missing.filter((column) => column !== 'reason');
  const isReasonMissing = wantsReason && reason.trim() === '';
  const named = (columns: readonly (keyof typeof means)[]) =>
    columns.map((column) => `“${means[column]}”`).join(', ');
  const total = file.rows.length;
  const busy = uploaded !== null;
  const check = async (): Promise<void> => {
    setTried(true);
    if (lacking.length > 0 || twice.length > 0 || isReasonMissing) return showFault();
    onBusy(true);
    const sent = await send({
      ...{ kind, fileName: file.name, fileHash: file.hash },
      ...mapped(file, mapping, wantsReason ? reason.trim() : null),
    });
    onBusy(false);
    if (sent) void navigate(`${jobPath(sent.jobId)}${sent.isKnown ? '?known=yes' : ''}`);
  };
  const isTooLong = ServerError.is(error) && error.statusCode === TOO_LARGE;
  return (
    <form
      ref={form}
      noValidate
      className={layout['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && connected) void check();
      }}
    >
      <Card
        title={words.title}
        action={
          <span className={text['note']}>
            {words.matched(mapping.filter((column) => column !== null).length, mapping.length)}
          </span>
        }
        flush
      >
        <MeaningTable {...{ kind, file, mapping, twice, busy }} onChange={setMapping} />
      </Card>
      <Card title={words.check(total)}>
        <div className={layout['stack']}>
          {wantsReason && (
            <div>
              <TextField
                label={words.reason}
                value={reason}
                maxLength={LONGEST_REASON}
                readOnly={busy}
                error={tried && isReasonMissing ? words.reasonMissing : null}
                onChange={({ target }) => setReason(target.value)}
              />
              <p className={text['note']}>{words.reasonHint}</p>
            </div>
          )}
          {tried && lacking.length > 0 && <Fault>{words.missing(named(lacking))}</Fault>}
          {tried && twice.length > 0 && <Fault>{words.twice(named(twice))}</Fault>}
          {uploaded !== null && (
            <div role="status">
              <p>{words.sending(uploaded, total)}</p>
              <Meter label={words.progress} text={words.sending(uploaded, total)} share={uploaded / total} />
            </div>
          )}
          {unknown && <UnknownBanner title={words.unknown} asking={asking} onAsk={askNow} />}
          {isTooLong && <Fault>{words.tooLong}</Fault>}
          {error !== null && !isTooLong && (
            <ProblemBanner title={words.cutOff} error={error} onRetry={() => void check()} retrying={busy} />
          )}
          <Refused title={words.notSent} errors={refusals} />
          {!connected && <OfflineReason id={reasonId} />}
          <p>{words.nothingYet}</p>
          <div className={layout['acts']}>
            <Button
              kind="primary"
              type="submit"
              busy={busy}
              unavailable={!connected}
              aria-describedby={connected ? undefined : reasonId}
            >
              {busy ? words.sending(uploaded, total) : words.check(total)}
            </Button>
          </div>
        </div>
      </Card>
    </form>
  );
}

function Fault({ children }: { children: string }) {
  return (
    <Banner tone="bad" icon="error" urgent>
      <p>{children}</p>
    </Banner>
  );
}

/** The columns and rows as the shop is to read them; a reason that is said for all of them is in each. */
function mapped(file: ReadFile, mapping: Mapping, reason: string | null) {
  const columns = mapping.filter((column) => column !== null);
  const rows = file.rows.map((row) => cellsOf(row, mapping));
  if (reason === null) return { columns, rows };
  return { columns: ['reason', ...columns], rows: rows.map((cells) => [reason, ...cells]) };
}
