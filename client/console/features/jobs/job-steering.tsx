import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatMoney } from '../../../format/money.ts';
import type { JobDetail_JobFragment } from '../../../graphql/graphql.ts';
import { OfflineReason } from '../../../offline/offline-reason.tsx';
import { useConnected } from '../../../session/use-connected.ts';
import { useAnnounce } from '../../../ui/announcer.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Meter } from '../../../ui/meter.tsx';
import text from '../../../ui/text.module.css';
import { useToast } from '../../../ui/toast.tsx';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { UnknownBanner } from '../../../wallet/unknown-banner.tsx';
import layout from '../../parts/layout.module.css';
import { filePath } from './job-texts.ts';
import { Refused } from './refused.tsx';
import { StopJob } from './stop-job.tsx';
import { useSteerJob } from './use-steer-job.ts';
import type { Steering } from './use-steer-job.ts';
import { waitsFor } from './waits-for.ts';
import { jobsWords } from './words.ts';

type Job = JobDetail_JobFragment;

const { job: words } = jobsWords;

export interface JobSteeringProps {
  job: Job;
  /** Somebody else may have done something with it meanwhile. */
  onRefused: () => void;
}

/** What can be done with a job now. Ending it for good is asked once more. */
export function JobSteering({ job, onRefused }: JobSteeringProps) {
  const { steer, sending, unknown, asking, askNow, error, refusals } = useSteerJob(job);
  const [last, setLast] = useState<Steering>('resume');
  const [isStopping, setIsStopping] = useState(false);
  const reasonId = useId();
  const connected = useConnected();
  const toast = useToast();
  useEndSaid(job);
  const send = async (steering: Steering): Promise<void> => {
    setIsStopping(false);
    setLast(steering);
    const steered = await steer(steering);
    if (steered === null) return;
    if (steered.userErrors.length > 0) return onRefused();
    toast(steered.approval ? words.said.asked : words.said[steering]);
    // What came with the answer is the job without the request that it waits for now.
    onRefused();
  };
  const busy = sending || unknown;
  const act = (steering: Steering) => ({
    busy: busy && last === steering,
    unavailable: !connected || busy,
    'aria-describedby': connected ? undefined : reasonId,
    onClick: () => (steering === 'stop' ? setIsStopping(true) : void send(steering)),
  });
  return (
    <>
      <Now job={job} act={act}>
        {unknown && <UnknownBanner title={words.unknown} asking={asking} onAsk={askNow} />}
        {error !== null && (
          <ProblemBanner
            title={words.notDone}
            error={error}
            onRetry={() => void send(last)}
            retrying={sending}
          />
        )}
        <Refused title={words.notDone} errors={refusals} />
        {!connected && job.endedAt === null && <OfflineReason id={reasonId} />}
      </Now>
      {isStopping && (
        <StopJob job={job} onStop={() => void send('stop')} onClose={() => setIsStopping(false)} />
      )}
    </>
  );
}

interface NowProps {
  job: Job;
  act: (steering: Steering) => object;
  /** What is to be said of the last act. */
  children: ReactNode;
}

function Now({ job, act, children }: NowProps) {
  switch (job.status) {
    case 'UPLOADING':
      return (
        <Card title={words.uploading.title}>
          <div className={layout['stack']}>
            <p>{words.uploading.text(job.uploaded, job.total)}</p>
            {children}
            <div className={layout['acts']}>
              <Link className={buttonClass('primary')} to={filePath(job.kind)}>
                {words.uploading.goOn}
              </Link>
              <Button {...act('stop')}>{words.confirm.drop}</Button>
            </div>
          </div>
        </Card>
      );
    case 'CHECKED':
      return waitsFor(job) === null ? (
        <Confirm job={job} act={act}>
          {children}
        </Confirm>
      ) : (
        <Waits job={job} act={act}>
          {children}
        </Waits>
      );
    case 'RUNNING':
    case 'PAUSED':
      return (
        <Running job={job} act={act}>
          {children}
        </Running>
      );
    case 'DONE':
    case 'STOPPED':
      return (
        <>
          <Result job={job} />
          {children}
        </>
      );
  }
}

function Confirm({ job, act, children }: NowProps) {
  const { kind, fine, refused, approval } = job;
  const { question, leftOut, anew, none, drop } = words.confirm;
  const amount = formatMoney(job.amount);
  return (
    <Card title={fine === 0 ? words.confirm.title : question[kind](fine, amount)}>
      <div className={layout['stack']}>
        {approval && approval.status in words.waits.ended && (
          <p>
            {words.waits.ended[approval.status as keyof typeof words.waits.ended]} {words.waits.again}{' '}
            <Link to={approvalPath(approval.id)}>{words.waits.see}</Link>
          </p>
        )}
        <p>{fine === 0 ? none : `${leftOut(refused)} ${anew}`}</p>
        {children}
        <div className={layout['acts']}>
          {fine > 0 && (
            <Button kind="primary" {...act('resume')}>
              {words.confirm.act[kind](fine, amount)}
            </Button>
          )}
          <Button {...act('stop')}>{drop}</Button>
        </div>
      </div>
    </Card>
  );
}

function Waits({ job, act, children }: NowProps) {
  return (
    <Card title={words.waits.title}>
      <div className={layout['stack']}>
        <p>{words.waits.text(formatMoney(job.amount))}</p>
        {children}
        <div className={layout['acts']}>
          <Link className={buttonClass('primary')} to={approvalPath(waitsFor(job)?.id ?? '')}>
            {words.waits.see}
          </Link>
          <Button {...act('stop')}>{words.confirm.drop}</Button>
        </div>
      </div>
    </Card>
  );
}

function Running({ job, act, children }: NowProps) {
  const { status, done, failed, total } = job;
  const over = done + failed;
  const { title, label, toGo, leave, paused } = words.running;
  return (
    <Card title={title(over, total)}>
      <div className={layout['stack']}>
        <Meter label={label} text={title(over, total)} share={total === 0 ? 0 : over / total} />
        <p>
          {words.running.done(done)} · {words.running.failed(failed)} · {toGo(total - over)}
        </p>
        {children}
        <p className={text['note']}>{status === 'PAUSED' ? paused : leave}</p>
        <div className={layout['acts']}>
          {status === 'PAUSED' ? (
            <Button kind="primary" {...act('resume')}>
              {words.acts.resume}
            </Button>
          ) : (
            <Button {...act('pause')}>{words.acts.pause}</Button>
          )}
          <Button {...act('stop')}>{words.acts.stop}</Button>
        </div>
      </div>
    </Card>
  );
}

/** Who watches a job hears how it ended. */
function useEndSaid({ status, done, total, credited }: Job): void {
  const announce = useAnnounce();
  const before = useRef(status);
  useEffect(() => {
    if (before.current !== status && status === 'DONE')
      announce.politely(words.result.text(done, total, formatMoney(credited)));
    before.current = status;
  }, [announce, status, done, total, credited]);
}

/** How it ended, in one sentence. */
function Result({ job: { status, done, failed, total, credited } }: { job: Job }) {
  const isWhole = done === total;
  const { rest, again } = words.result;
  const said = words.result[status === 'STOPPED' ? 'STOPPED' : 'DONE'];
  return (
    <Banner tone={isWhole ? 'info' : 'warn'} icon={isWhole ? 'ok' : 'info'}>
      <p>
        <b>{isWhole ? said.all : said.some}</b> {words.result.text(done, total, formatMoney(credited))}{' '}
        {!isWhole && (done + failed === 0 ? again : rest)}
      </p>
    </Banner>
  );
}

function approvalPath(id: string): string {
  return `/admin/approvals/${encodeURIComponent(id)}`;
}
