import { formatDateTime } from '../../../format/date.ts';
import type { ApprovalDetail_ApprovalFragment } from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
import { Course } from '../../parts/course.tsx';
import type { CourseStep } from '../../parts/course.tsx';
import { personName } from '../../parts/person-name.ts';
import type { Person } from '../../parts/person-name.ts';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { capital, isWaiting, statusLooks } from './approval-texts.ts';
import { approvalsWords as words } from './words.ts';

const { detail } = words;

/** Who asked, and what has become of it. */
export function ApprovalCourse({ approval }: { approval: ApprovalDetail_ApprovalFragment }) {
  const account = useOwnAccount();
  const { status, requestedBy, requestedAt, decidedBy, decidedAt, expiresAt } = approval;
  const nameOf = (person: Person) => capital(personName(person, account?.id));
  const asked: CourseStep = {
    icon: 'people',
    tone: 'ok',
    text: detail.didAsk(nameOf(requestedBy)),
    hint: `${formatDateTime(requestedAt)} · ${words.channels[requestedBy.channel]}`,
  };
  const waits: CourseStep = {
    icon: 'clock',
    tone: 'now',
    text: detail.waits,
    hint: detail.until(formatDateTime(expiresAt)),
  };
  const ended: CourseStep = {
    icon: statusLooks[status].icon,
    tone: status === 'APPROVED' ? 'ok' : 'neutral',
    text: detail.did[status]?.(decidedBy === null ? '' : nameOf(decidedBy)),
    hint: formatDateTime(decidedAt ?? expiresAt),
  };
  return (
    <Card title={detail.soFar}>
      <Course steps={[asked, isWaiting(status) ? waits : ended]} />
    </Card>
  );
}
