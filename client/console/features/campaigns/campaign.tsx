import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import {
  CampaignForm_RulesFragmentDoc,
  CampaignPageDocument,
  StaffCampaign_CampaignFragmentDoc,
} from '../../../graphql/graphql.ts';
import type { CampaignPageQuery } from '../../../graphql/graphql.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { Badge } from '../../../ui/badge.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { Columns } from '../../../ui/columns.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import text from '../../../ui/text.module.css';
import { BackLink } from '../../../wallet/back-link.tsx';
import { ChangesCard } from '../../parts/changes-card.tsx';
import layout from '../../parts/layout.module.css';
import { TableCardSkeleton } from '../../parts/table-card-skeleton.tsx';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { Answered } from '../../ui/answered.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { Budget, CampaignTiles } from './budget.tsx';
import { CampaignRules } from './campaign-rules.tsx';
import { Codes } from './codes.tsx';
import { Redemptions } from './redemptions.tsx';
import { campaignPath, CAMPAIGNS_PATH, statusLooks, windowOf } from './standing.ts';
import type { Campaign } from './standing.ts';
import { Steps } from './steps.tsx';
import { useCodesPace } from './use-codes-pace.ts';
import { campaignsWords as words } from './words.ts';

const { page } = words;

/** One campaign: what it has cost, who used it, what can be done with it now. */
export function CampaignPage() {
  const { id = '' } = useParams();
  const query = useQuery(CampaignPageDocument, {
    variables: { id },
    fetchPolicy: useReadPolicy(),
    skipPollAttempt: () => document.visibilityState === 'hidden',
  });
  useCodesPace(query.data?.campaign?.codesJob, query);
  const campaign = readFragment(StaffCampaign_CampaignFragmentDoc, query.data?.campaign);
  const isAdmin = useOwnAccount()?.role === 'ADMIN';
  return (
    <ConsolePage
      heading={campaign?.name ?? page.title}
      lead={<BackLink to={CAMPAIGNS_PATH} label={page.back} />}
      badges={campaign && <Badge {...statusLooks[campaign.status]}>{words.statuses[campaign.status]}</Badge>}
      sub={campaign && <Sub campaign={campaign} />}
      actions={isAdmin && campaign && campaign.status !== 'ENDED' && <EditLink campaign={campaign} />}
      busy={query.loading && query.data === undefined}
    >
      <Answered
        operationName="CampaignPage"
        query={query}
        failed={page.failed}
        skeleton={<TableCardSkeleton label={page.loading} />}
      >
        {(answer) =>
          campaign ? (
            <Content
              campaign={campaign}
              answer={answer}
              isAdmin={isAdmin}
              onChanged={() => void query.refetch()}
            />
          ) : (
            <EmptyState art="noMatch" title={page.missing} text={page.missingText} />
          )
        }
      </Answered>
    </ConsolePage>
  );
}

function Sub({ campaign }: { campaign: Campaign }) {
  return (
    <>
      {campaign.sharedCode !== null && <span className={text['mono']}>{campaign.sharedCode}</span>}
      <span>{page.version(campaign.version)}</span>
      <span>{windowOf(campaign)}</span>
    </>
  );
}

function EditLink({ campaign: { id, version } }: { campaign: Campaign }) {
  return (
    <Link className={buttonClass('secondary')} to={`${campaignPath(id)}/edit`}>
      {page.edit(version + 1)}
    </Link>
  );
}

interface ContentProps {
  campaign: Campaign;
  answer: CampaignPageQuery;
  isAdmin: boolean;
  onChanged: () => void;
}

function Content({ campaign, answer, isAdmin, onChanged }: ContentProps) {
  const rules = readFragment(CampaignForm_RulesFragmentDoc, answer.campaignRules);
  return (
    <>
      <CampaignTiles campaign={campaign} />
      <Columns
        side={
          <>
            <Steps {...{ campaign, rules, isAdmin, onChanged }} />
            {campaign.codes === 'UNIQUE' && (
              <Codes {...{ campaign, rules, isAdmin, onChanged }} job={answer.campaign?.codesJob ?? null} />
            )}
            <CampaignRules campaign={campaign} />
            {isAdmin && <ChangesCard subjectId={campaign.id} made="createCampaign" />}
          </>
        }
      >
        <div className={layout['stack']}>
          <Budget campaign={campaign} />
          <Redemptions id={campaign.id} />
        </div>
      </Columns>
    </>
  );
}
