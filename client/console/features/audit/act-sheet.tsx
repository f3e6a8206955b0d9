import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { formatDateTime } from '../../../format/date.ts';
import { ActEntriesDocument } from '../../../graphql/graphql.ts';
import type { ActEntriesQuery, AuditRow_ActFragment } from '../../../graphql/graphql.ts';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { SideSheet } from '../../../ui/side-sheet.tsx';
import text from '../../../ui/text.module.css';
import { customerPath } from '../../parts/paths.ts';
import { personName } from '../../parts/person-name.ts';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { Cell, Table } from '../../ui/table.tsx';
import { uiWords } from '../../ui/ui-words.ts';
import { changesOf } from './changes-of.ts';
import { auditWords as words } from './words.ts';
import styles from './audit.module.css';

type Act = AuditRow_ActFragment;
type Subject = NonNullable<ActEntriesQuery['auditLog']['nodes'][number]['subject']>;

const { detail } = words;

/** All that is known of one act, and the way to what it was done to. */
export function ActSheet({ act, onClose }: { act: Act; onClose: () => void }) {
  const me = useOwnAccount()?.id;
  const { actor } = act;
  return (
    <SideSheet
      title={act.summary}
      documentTitle={uiWords.documentTitle(act.summary)}
      closeLabel={detail.close}
      shows={act.id}
      busy={false}
      onClose={onClose}
    >
      <Facts>
        <Fact name={detail.when}>{formatDateTime(act.at)}</Fact>
        <Fact name={detail.who}>
          <Link to={`/admin/audit?who=${encodeURIComponent(actor.id)}`}>{personName(actor, me)}</Link>
        </Fact>
        <Fact name={detail.role}>{actor.role.toLowerCase()}</Fact>
        <Fact name={detail.channel}>{words.channels[actor.channel]}</Fact>
        <Fact name={detail.act}>{act.act}</Fact>
        {act.subjectId !== null && (
          <Fact name={detail.subject}>
            <SubjectLink act={act} />
          </Fact>
        )}
        <Fact name={detail.reason}>{act.reason ?? words.none}</Fact>
        <Fact name={detail.request}>
          <span className={text['mono']}>{act.requestId}</span>
        </Fact>
      </Facts>
      <AllChanges act={act} />
      {act.subjectId !== null && (
        <p className={styles['more']}>
          <Link to={`/admin/audit?on=${encodeURIComponent(act.subjectId)}`}>{detail.only}</Link>
        </p>
      )}
    </SideSheet>
  );
}

/** Looked up only for the one act that is opened: a look at a customer is an act itself. */
function SubjectLink({ act }: { act: Act }) {
  const { data, loading } = useQuery(ActEntriesDocument, {
    variables: { filter: { subjectId: act.subjectId, act: act.act, actorId: act.actor.id }, first: 1 },
  });
  if (data === undefined) return loading ? detail.loading : act.subjectId;
  const subject = data.auditLog.nodes[0]?.subject;
  if (!subject) return detail.gone;
  const { to, name } = placeOf(subject);
  return to === null ? name : <Link to={to}>{name}</Link>;
}

function placeOf(subject: Subject): { to: string | null; name: string } {
  switch (subject.__typename) {
    case 'Reward':
      return { to: `/admin/rewards/${encodeURIComponent(subject.id)}`, name: subject.name };
    case 'Campaign':
      return { to: `/admin/campaigns/${encodeURIComponent(subject.id)}`, name: subject.name };
    case 'GiftCard':
      return { to: `/admin/gift-cards/${encodeURIComponent(subject.id)}`, name: subject.maskedCode };
    case 'Customer':
      return { to: customerPath(subject.customerId), name: subject.name };
    case 'Wallet':
      return { to: customerPath(subject.customer.customerId), name: subject.customer.name };
    case 'Approval':
      return { to: `/admin/approvals/${encodeURIComponent(subject.id)}`, name: subject.act };
    case 'PaymentReview':
      return { to: `/admin/reviews/${encodeURIComponent(subject.id)}`, name: subject.providerReference };
    case 'Account':
      return { to: null, name: subject.name };
    case 'TopUp':
      return { to: null, name: subject.reference };
    default:
      return 'wallet' in subject
        ? {
            to: customerPath(subject.wallet.customer.customerId),
            name: `${subject.reference}, ${subject.wallet.customer.name}`,
          }
        : { to: null, name: subject.id };
  }
}

function AllChanges({ act }: { act: Act }) {
  const changes = changesOf(act);
  if (changes.length === 0) return null;
  const { field, before, after } = detail;
  return (
    <Table cards caption={detail.changes} columns={[field, before, after].map((name) => ({ name }))}>
      {changes.map((change) => (
        <tr key={change.field}>
          <Cell>
            <b>{change.field}</b>
          </Cell>
          <Cell label={before}>{change.before}</Cell>
          <Cell label={after}>{change.after}</Cell>
        </tr>
      ))}
    </Table>
  );
}
