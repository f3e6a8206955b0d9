import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from 'react-router';
import { MakeVoucherCodesDocument } from '../../../graphql/graphql.ts';
import type { CampaignPageQuery, MakeVoucherCodesMutation } from '../../../graphql/graphql.ts';
import { useConnected } from '../../../session/use-connected.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Meter } from '../../../ui/meter.tsx';
import text from '../../../ui/text.module.css';
import { useToast } from '../../../ui/toast.tsx';
import { useFirstFault } from '../../../ui/use-first-fault.ts';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../../wallet/refusal-banner.tsx';
import { UnknownBanner } from '../../../wallet/unknown-banner.tsx';
import { useIntent } from '../../../wallet/use-intent.ts';
import { FileButton } from '../../parts/file-button.tsx';
import { HintedField } from '../../parts/hinted-field.tsx';
import layout from '../../parts/layout.module.css';
import { countIn } from './draft.ts';
import type { Rules } from './draft.ts';
import type { Campaign } from './standing.ts';
import { campaignsWords } from './words.ts';

const { codes: words } = campaignsWords;

type Job = NonNullable<CampaignPageQuery['campaign']>['codesJob'];

export interface CodesProps {
  campaign: Campaign;
  rules: Rules;
  isAdmin: boolean;
  /** The job that makes codes for it now. */
  job: Job;
  onChanged: () => void;
}

/** How many codes it has, the file of them, and the way to more. */
export function Codes({ campaign, rules, isAdmin, job, onChanged }: CodesProps) {
  const { codeCount, codesUrl, status } = campaign;
  const most = rules.maxCodes - codeCount;
  return (
    <Card title={words.title}>
      <div className={layout['stack']}>
        <p>{codeCount === 0 ? words.none : words.made(codeCount)}</p>
        {job && <Progress job={job} />}
        {isAdmin && codesUrl !== null && (
          <>
            <div>
              <FileButton path={codesUrl} words={words.file} />
            </div>
            <p className={text['note']}>{words.keptNowhere}</p>
          </>
        )}
        {isAdmin && !job && status !== 'ENDED' && (
          <>{most > 0 ? <Making {...{ campaign, most, onChanged }} /> : <p>{words.full}</p>}</>
        )}
      </div>
    </Card>
  );
}

function Progress({ job }: { job: NonNullable<Job> }) {
  const said = words.progress(job.done, job.total);
  return (
    <>
      <Meter label={words.progressLabel} text={said} share={job.done / job.total} />
      <p>
        {said} {job.status === 'PAUSED' && words.paused}{' '}
        <Link to={`/admin/bulk/${encodeURIComponent(job.id)}`}>{words.job}</Link>
      </p>
    </>
  );
}

interface MakingProps {
  campaign: Campaign;
  /** How many more it can have. */
  most: number;
  onChanged: () => void;
}

function Making({ campaign: { id: campaignId, codeCount }, most, onChanged }: MakingProps) {
  const [send] = useMutation(MakeVoucherCodesDocument);
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const [form, showFault] = useFirstFault();
  const connected = useConnected();
  const toast = useToast();
  const { carryOut, sending, unknown, asking, askNow, error, refusals } =
    useIntent<MakeVoucherCodesMutation['makeVoucherCodes']>('makeVoucherCodes');
  const count = countIn(typed);
  const make = async (): Promise<void> => {
    const isFine = count !== null && count <= most;
    setIsWrong(!isFine);
    if (!isFine) return showFault();
    // As many again once these are made is another wish.
    const made = await carryOut([campaignId, String(codeCount), String(count)], async (idempotencyKey) => {
      const variables = { input: { campaignId, count, idempotencyKey } };
      return (await send({ variables })).data?.makeVoucherCodes;
    });
    if (!made?.job) return;
    toast(words.begun);
    onChanged();
  };
  const busy = sending || unknown;
  return (
    <form
      ref={form}
      noValidate
      className={layout['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && connected) void make();
      }}
    >
      <HintedField
        label={words.count}
        hint={words.countHint(most)}
        inputMode="numeric"
        value={typed}
        error={isWrong ? words.countFault(most) : null}
        onChange={(value) => {
          setTyped(value);
          setIsWrong(false);
        }}
      />
      {unknown && <UnknownBanner title={words.unknown} asking={asking} onAsk={askNow} />}
      {error !== null && (
        <ProblemBanner title={words.notMade} error={error} onRetry={() => void make()} retrying={sending} />
      )}
      <RefusalBanners title={words.notMade} errors={refusals} />
      <Button type="submit" busy={busy} unavailable={!connected}>
        {busy ? words.making : words.make(count)}
      </Button>
    </form>
  );
}
