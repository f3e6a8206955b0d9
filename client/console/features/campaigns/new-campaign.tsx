import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import {
  CampaignForm_RulesFragmentDoc,
  NewCampaignDocument,
  StaffCampaign_CampaignFragmentDoc,
} from '../../../graphql/graphql.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { useConnected } from '../../../session/use-connected.ts';
import { Button } from '../../../ui/button.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { BackLink } from '../../../wallet/back-link.tsx';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../../wallet/refusal-banner.tsx';
import { UnknownBanner } from '../../../wallet/unknown-banner.tsx';
import { TableCardSkeleton } from '../../parts/table-card-skeleton.tsx';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { Answered } from '../../ui/answered.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { Denied } from '../../ui/denied.tsx';
import { CampaignForm } from './campaign-form.tsx';
import { emptyDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { campaignPath, CAMPAIGNS_PATH } from './standing.ts';
import { useCreateCampaign } from './use-save-campaign.ts';
import { campaignsWords } from './words.ts';

const { form: words, page } = campaignsWords;

/** A campaign that is yet to be made. */
export function NewCampaign() {
  const now = useClock();
  const [initial] = useState(() => emptyDraft(now()));
  const query = useQuery(NewCampaignDocument, { fetchPolicy: useReadPolicy() });
  const isAdmin = useOwnAccount()?.role === 'ADMIN';
  return (
    <ConsolePage heading={words.newTitle} lead={<BackLink to={CAMPAIGNS_PATH} label={page.back} />}>
      {isAdmin ? (
        <Answered
          operationName="NewCampaign"
          query={query}
          failed={words.failed}
          skeleton={<TableCardSkeleton label={words.loading} />}
        >
          {({ campaignRules }) => (
            <CampaignForm
              campaign={null}
              rules={readFragment(CampaignForm_RulesFragmentDoc, campaignRules)}
              initial={initial}
              actions={(draft, check) => <Creation draft={draft} check={check} />}
            />
          )}
        </Answered>
      ) : (
        <Denied requestId={null} />
      )}
    </ConsolePage>
  );
}

function Creation({ draft, check }: { draft: Draft; check: () => boolean }) {
  const { create, sending, unknown, asking, askNow, error, refusals } = useCreateCampaign();
  const navigate = useNavigate();
  const connected = useConnected();
  const toast = useToast();
  const send = async (): Promise<void> => {
    if (!check()) return;
    const made = readFragment(StaffCampaign_CampaignFragmentDoc, (await create(draft))?.campaign);
    if (!made) return;
    toast(words.created);
    void navigate(campaignPath(made.id), { replace: true });
  };
  const busy = sending || unknown;
  return (
    <>
      {unknown && <UnknownBanner title={words.unknown} asking={asking} onAsk={askNow} />}
      {error !== null && (
        <ProblemBanner title={words.notSaved} error={error} onRetry={() => void send()} retrying={sending} />
      )}
      <RefusalBanners title={words.notSaved} errors={refusals} />
      <Button kind="primary" busy={busy} unavailable={!connected} onClick={() => void send()}>
        {busy ? words.saving : words.create}
      </Button>
    </>
  );
}
