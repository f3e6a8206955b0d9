import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import {
  CampaignForm_RulesFragmentDoc,
  CampaignPageDocument,
  StaffCampaign_CampaignFragmentDoc,
} from '../../../graphql/graphql.ts';
import { useConnected } from '../../../session/use-connected.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import text from '../../../ui/text.module.css';
import { useToast } from '../../../ui/toast.tsx';
import { BackLink } from '../../../wallet/back-link.tsx';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../../wallet/refusal-banner.tsx';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile.tsx';
import { TableCardSkeleton } from '../../parts/table-card-skeleton.tsx';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { Answered } from '../../ui/answered.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { Denied } from '../../ui/denied.tsx';
import { CampaignForm } from './campaign-form.tsx';
import { draftOf } from './draft.ts';
import type { Draft, Rules } from './draft.ts';
import { campaignPath } from './standing.ts';
import type { Campaign } from './standing.ts';
import { useUpdateCampaign } from './use-save-campaign.ts';
import { campaignsWords } from './words.ts';

const { form: words, page } = campaignsWords;

/** What can be changed of a campaign, and what each is called. */
const CHANGEABLE = {
  ...{ name: words.name, value: words.value, budget: words.budget, maxUses: words.maxUses },
  ...{ perCustomer: words.perCustomer, from: words.from, until: words.until, minimum: words.minimum },
  ...{ lifetime: words.lifetime, newOnly: words.audiences.yes.label, tiers: words.tiers },
};

/** Other terms for a campaign, for uses from now on. */
export function EditCampaign() {
  const { id = '' } = useParams();
  const query = useQuery(CampaignPageDocument, { variables: { id }, fetchPolicy: useReadPolicy() });
  const campaign = readFragment(StaffCampaign_CampaignFragmentDoc, query.data?.campaign);
  const isAdmin = useOwnAccount()?.role === 'ADMIN';
  return (
    <ConsolePage
      heading={words.editTitle}
      lead={<BackLink to={campaignPath(id)} label={page.back} />}
      sub={campaign?.name}
      busy={query.loading && query.data === undefined}
    >
      {isAdmin ? (
        <Answered
          operationName="CampaignPage"
          query={query}
          failed={page.failed}
          skeleton={<TableCardSkeleton label={page.loading} />}
        >
          {({ campaignRules }) =>
            campaign ? (
              <Content
                key={campaign.id}
                campaign={campaign}
                rules={readFragment(CampaignForm_RulesFragmentDoc, campaignRules)}
              />
            ) : (
              <EmptyState art="noMatch" title={page.missing} text={page.missingText} />
            )
          }
        </Answered>
      ) : (
        <Denied requestId={null} />
      )}
    </ConsolePage>
  );
}

function Content({ campaign, rules }: { campaign: Campaign; rules: Rules }) {
  const [opened] = useState(campaign);
  return (
    <CampaignForm
      campaign={campaign}
      rules={rules}
      initial={draftOf(opened)}
      actions={(draft, check) => <Saving {...{ opened, draft, check }} />}
    />
  );
}

interface SavingProps {
  /** As it was when somebody came to change it. */
  opened: Campaign;
  draft: Draft;
  check: () => boolean;
}

function Saving({ opened, draft, check }: SavingProps) {
  const { update, seen, saving, error, refusals, changed } = useUpdateCampaign(opened);
  const connected = useConnected();
  const navigate = useNavigate();
  const toast = useToast();
  const isSame = JSON.stringify(draft) === JSON.stringify(draftOf(seen));
  const save = async (): Promise<void> => {
    if (!check() || !(await update(draft))) return;
    toast(words.saved);
    void navigate(campaignPath(opened.id));
  };
  return (
    <>
      {changed && <ChangedMeanwhile names={CHANGEABLE} {...changed} draft={draft} />}
      {error !== null && (
        <ProblemBanner title={words.notSaved} error={error} onRetry={() => void save()} retrying={saving} />
      )}
      <RefusalBanners title={words.notSaved} errors={refusals} />
      {isSame && <p className={text['note']}>{words.nothingChanged}</p>}
      <Button kind="primary" busy={saving} unavailable={!connected || isSame} onClick={() => void save()}>
        {saving ? words.saving : changed ? words.saveAnyway : words.save}
      </Button>
    </>
  );
}
