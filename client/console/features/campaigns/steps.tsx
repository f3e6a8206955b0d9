import { useMutation } from '@apollo/client/react';
import { useId, useState } from 'react';
import { formatMoney } from '../../../format/money.ts';
import { SetCampaignStatusDocument } from '../../../graphql/graphql.ts';
import type { CampaignStatus, CampaignStep } from '../../../graphql/graphql.ts';
import { OfflineReason } from '../../../offline/offline-reason.tsx';
import { useConnected } from '../../../session/use-connected.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ModalDialog } from '../../../ui/modal-dialog.tsx';
import text from '../../../ui/text.module.css';
import { useToast } from '../../../ui/toast.tsx';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../../wallet/refusal-banner.tsx';
import { Key } from '../../ui/keys.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';
import layout from '../../parts/layout.module.css';
import type { Rules } from './draft.ts';
import type { Campaign } from './standing.ts';
import { campaignsWords } from './words.ts';

const { steps: words, page } = campaignsWords;

const POSSIBLE: Record<CampaignStatus, readonly CampaignStep[]> = {
  DRAFT: ['START', 'END'],
  SCHEDULED: ['PAUSE', 'END'],
  RUNNING: ['PAUSE', 'END'],
  PAUSED: ['START', 'END'],
  BUDGET_SPENT: ['END'],
  ENDED: [],
};

export interface StepsProps {
  campaign: Campaign;
  rules: Rules;
  isAdmin: boolean;
  /** What was looked at may be another thing now. */
  onChanged: () => void;
}

/** How it stands, and what can be done with it. Nothing is done before its consequence was said and confirmed. */
export function Steps({ campaign, rules, isAdmin, onChanged }: StepsProps) {
  const [send, { loading, error, data }] = useMutation(SetCampaignStatusDocument);
  const [asked, setAsked] = useState<CampaignStep | null>(null);
  const [last, setLast] = useState<CampaignStep>('START');
  const [reasonId, ownId] = [useId(), useId()];
  const connected = useConnected();
  const toast = useToast();
  const { id, status, version, mayStart, needsTwo } = campaign;
  const steps = isAdmin ? POSSIBLE[status] : [];
  const refusals = data?.setCampaignStatus.userErrors ?? [];
  const isChanged = refusals.some(({ code }) => code === 'CAMPAIGN_CHANGED');
  const isStartable = steps.includes('START');

  const carryOut = async (step: CampaignStep): Promise<void> => {
    setAsked(null);
    setLast(step);
    const sent = await send({ variables: { input: { campaignId: id, step, version } } }).catch(() => null);
    if (!sent?.data) return;
    if (sent.data.setCampaignStatus.userErrors.length > 0) return onChanged();
    toast(words.done[step]);
  };
  const describedBy = (step: CampaignStep) =>
    !connected ? reasonId : step === 'START' && !mayStart ? ownId : undefined;
  return (
    <Card title={words.title[status]}>
      <div className={layout['stack']}>
        <p>{words.text[status]}</p>
        {needsTwo && status !== 'ENDED' && (
          <p className={text['note']}>
            {words.twoAdmins(leftOf(campaign), formatMoney(rules.aloneUpTo))}{' '}
            {isAdmin && (status === 'RUNNING' || status === 'SCHEDULED') && words.pauseFirst}
          </p>
        )}
        {isStartable && needsTwo && (
          <p id={ownId} className={text['note']}>
            {mayStart ? words.yours : words.own}
          </p>
        )}
        {isChanged && (
          <Banner tone="warn" icon="refresh" urgent>
            <p>{words.changed}</p>
          </Banner>
        )}
        {error && (
          <ProblemBanner
            title={words.notDone}
            error={error}
            onRetry={() => void carryOut(last)}
            retrying={loading}
          />
        )}
        <RefusalBanners
          title={words.notDone}
          errors={refusals.filter(({ code }) => code !== 'CAMPAIGN_CHANGED')}
        />
        {!isAdmin && <p className={text['note']}>{page.readOnly}</p>}
        {!connected && steps.length > 0 && <OfflineReason id={reasonId} />}
        <div className={layout['acts']}>
          {steps.map((step) => (
            <Button
              key={step}
              kind={step === 'START' ? 'primary' : 'secondary'}
              busy={loading && last === step}
              unavailable={!connected || loading || (step === 'START' && !mayStart)}
              aria-describedby={describedBy(step)}
              aria-keyshortcuts={step === 'PAUSE' ? 'p' : undefined}
              onClick={() => setAsked(step)}
            >
              {loading && last === step ? words.doing : words.acts[step]}
              {step === 'PAUSE' && <Key>P</Key>}
            </Button>
          ))}
        </div>
      </div>
      {steps.includes('PAUSE') && <PauseKey onPress={() => setAsked('PAUSE')} />}
      {asked !== null && (
        <ModalDialog title={words.confirm[asked]} closeLabel={words.close} onClose={() => setAsked(null)}>
          <div className={layout['stack']}>
            <p>{sentenceOf(asked, campaign)}</p>
            <div className={layout['acts']}>
              <Button kind="primary" onClick={() => void carryOut(asked)}>
                {words.acts[asked]}
              </Button>
              <Button onClick={() => setAsked(null)}>{words.no}</Button>
            </div>
          </div>
        </ModalDialog>
      )}
    </Card>
  );
}

function PauseKey({ onPress }: { onPress: () => void }) {
  useShortcut('p', words.acts.PAUSE, onPress);
  return null;
}

function leftOf({ remaining }: Campaign): string {
  return remaining === null ? words.allOfIt : formatMoney(remaining);
}

function sentenceOf(step: CampaignStep, campaign: Campaign): string {
  const { name, value } = campaign;
  return step === 'START'
    ? words.sentence.START(name, formatMoney(value), leftOf(campaign))
    : words.sentence[step](name);
}
