import { useQuery } from '@apollo/client/react';
import { formatDateTime } from '../../../format/date.ts';
import { RewardChangesDocument } from '../../../graphql/graphql.ts';
import type { RewardChangesQuery } from '../../../graphql/graphql.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { Card } from '../../../ui/card.tsx';
import { Course } from '../../parts/course.tsx';
import { personName } from '../../parts/person-name.ts';
import { TableCardSkeleton } from '../../parts/table-card-skeleton.tsx';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { Answered } from '../../ui/answered.tsx';
import { rewardsWords } from './words.ts';

const { page } = rewardsWords;

type Change = RewardChangesQuery['auditLog']['nodes'][number];

/** Who made it, who changed it, what and when. */
export function RewardChanges({ rewardId }: { rewardId: string }) {
  const me = useOwnAccount()?.id;
  const query = useQuery(RewardChangesDocument, {
    variables: { rewardId },
    fetchPolicy: useReadPolicy(),
  });
  return (
    <Card title={page.changes}>
      <Answered
        operationName="RewardChanges"
        query={query}
        failed={page.changesFailed}
        skeleton={<TableCardSkeleton label={page.changesLoading} />}
      >
        {({ auditLog: { nodes } }) =>
          nodes.length === 0 ? (
            <p>{page.noChanges}</p>
          ) : (
            <Course
              steps={nodes.map((change) => ({
                icon: change.act === 'createReward' ? 'plus' : 'refresh',
                tone: 'neutral',
                text: (
                  <>
                    {change.summary}
                    {fieldsOf(change).map((line) => (
                      <small key={line}>{line}</small>
                    ))}
                  </>
                ),
                hint: page.by(personName(change.actor, me), formatDateTime(change.at)),
              }))}
            />
          )
        }
      </Answered>
    </Card>
  );
}

/** Of a reward that was made all is new, and stands on the page already. */
function fieldsOf({ act, before, after }: Change): string[] {
  if (act === 'createReward') return [];
  const fields = [...new Set([...before, ...after].map(({ key }) => key))];
  const valueIn = (entries: typeof before, field: string) =>
    entries.find(({ key }) => key === field)?.value ?? '';
  return fields.map((field) => page.change(field, valueIn(before, field), valueIn(after, field)));
}
