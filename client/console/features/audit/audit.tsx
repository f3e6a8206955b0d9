import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import { AuditLogPageDocument, AuditRow_ActFragmentDoc } from '../../../graphql/graphql.ts';
import type { AuditLogPageQuery } from '../../../graphql/graphql.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { Card } from '../../../ui/card.tsx';
import { NoRows } from '../../parts/list-filter.tsx';
import { ListNote } from '../../parts/list-note.tsx';
import { ListTools } from '../../parts/list-tools.tsx';
import { Pager } from '../../parts/pager.tsx';
import { BY_TIME, orderOf, PAGE } from '../../parts/place.ts';
import { TableCardSkeleton } from '../../parts/table-card-skeleton.tsx';
import { Answered } from '../../ui/answered.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { ActSheet } from './act-sheet.tsx';
import { AUDIT_FILTERS, auditFilterOf } from './audit-filter.ts';
import { AuditExport } from './audit-export.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditTable, HIDEABLE } from './audit-table.tsx';
import { auditWords as words } from './words.ts';

/** Who did what, on what, when and why: acts and what people of the shop made in journals, in one order. */
export function AuditPage() {
  const [params] = useSearchParams();
  const filter = auditFilterOf(params);
  const orderBy = orderOf(params, BY_TIME);
  const { previousData, ...query } = useQuery(AuditLogPageDocument, {
    variables: { filter, first: PAGE, after: params.get('after'), orderBy },
    fetchPolicy: useReadPolicy(),
  });
  const data = query.data ?? previousData;
  return (
    <ConsolePage
      heading={words.title}
      sub={words.sub}
      actions={<AuditExport filter={filter} />}
      busy={query.loading && data === undefined}
    >
      <AuditFilters />
      <ListTools columns={HIDEABLE}>
        <Answered
          operationName="AuditLogPage"
          query={{ ...query, data }}
          failed={words.failed}
          skeleton={<TableCardSkeleton label={words.loading} />}
        >
          {({ auditLog }) => <Acts auditLog={auditLog} />}
        </Answered>
      </ListTools>
    </ConsolePage>
  );
}

function Acts({ auditLog }: { auditLog: AuditLogPageQuery['auditLog'] }) {
  const [params, setParams] = useSearchParams();
  const rows = readFragment(AuditRow_ActFragmentDoc, auditLog.nodes);
  const { pageInfo, totalCount } = auditLog;
  const opened = rows.find(({ id }) => id === params.get('entry'));
  if (rows.length === 0 && !pageInfo.hasNextPage) {
    return (
      <NoRows title={words.title} nothing={words.nothing} noMatch={words.noMatch} filters={AUDIT_FILTERS} />
    );
  }
  const close = (): void => {
    const next = new URLSearchParams(params);
    next.delete('entry');
    setParams(next);
  };
  return (
    <>
      <Card title={words.acts} flush>
        {rows.length === 0 ? <p>{words.sparse}</p> : <AuditTable rows={rows} />}
        {/* Going back is the browser's: the log only leads further. */}
        <Pager
          shown={rows.length}
          total={totalCount}
          pageInfo={{ ...pageInfo, hasPreviousPage: false }}
          sorted
        />
      </Card>
      <ListNote keys={words.keys} />
      {opened && <ActSheet act={opened} onClose={close} />}
    </>
  );
}
