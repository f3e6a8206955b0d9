import { useQuery } from '@apollo/client/react';
import { formatDateTime } from '../../format/date.ts';
import { SubjectChangesDocument } from '../../graphql/graphql.ts';
import type { SubjectChangesQuery } from '../../graphql/graphql.ts';
import { useReadPolicy } from '../../session/use-read-policy.ts';
import { Card } from '../../ui/card.tsx';
import { Answered } from '../ui/answered.tsx';
import { Course } from './course.tsx';
import { partsWords } from './parts-words.ts';
import { personName } from './person-name.ts';
import { TableCardSkeleton } from './table-card-skeleton.tsx';
import { useOwnAccount } from './use-own-account.ts';

const { changes: words } = partsWords;

type Change = SubjectChangesQuery['auditLog']['nodes'][number];

export interface ChangesCardProps {
  subjectId: string;
  /** The act that made it: of that nothing is new, and all stands on the page already. */
  made: string;
}

/** Who made it, who changed it, what and when. */
export function ChangesCard({ subjectId, made }: ChangesCardProps) {
  const me = useOwnAccount()?.id;
  const query = useQuery(SubjectChangesDocument, {
    variables: { subjectId },
    fetchPolicy: useReadPolicy(),
  });
  return (
    <Card title={words.title}>
      <Answered
        operationName="SubjectChanges"
        query={query}
        failed={words.failed}
        skeleton={<TableCardSkeleton label={words.loading} />}
      >
        {({ auditLog: { nodes } }) =>
          nodes.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <Course
              steps={nodes.map((change) => ({
                icon: change.act === made ? 'plus' : 'refresh',
                tone: 'neutral',
                text: (
                  <>
                    {change.summary}
                    {change.act !== made && fieldsOf(change).map((line) => <small key={line}>{line}</small>)}
                  </>
                ),
                hint: words.by(personName(change.actor, me), formatDateTime(change.at)),
              }))}
            />
          )
        }
      </Answered>
    </Card>
  );
}

function fieldsOf({ before, after }: Change): string[] {
  const fields = [...new Set([...before, ...after].map(({ key }) => key))];
  const valueIn = (entries: typeof before, field: string) =>
    entries.find(({ key }) => key === field)?.value ?? '';
  return fields.map((field) => words.change(field, valueIn(before, field), valueIn(after, field)));
}
