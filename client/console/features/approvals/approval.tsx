import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { formatDateTime, formatNearDate } from '../../../format/date.ts';
import { formatCount } from '../../../format/number.ts';
import { isZero } from '../../../format/proportion.ts';
import { formatMoney } from '../../../format/money.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import {
  ApprovalDetail_ApprovalFragmentDoc,
  ApprovalDetailDocument,
  ChangePreview_PreviewFragmentDoc,
} from '../../../graphql/graphql.ts';
import type { ApprovalDetail_ApprovalFragment } from '../../../graphql/graphql.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { Columns } from '../../../ui/columns.tsx';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Icon } from '../../../ui/icon.tsx';
import text from '../../../ui/text.module.css';
import { BackLink } from '../../../wallet/back-link.tsx';
import { walletWords } from '../../../wallet/words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { ChangeEffect } from '../../parts/change-effect.tsx';
import { customerPath } from '../../parts/paths.ts';
import { personName } from '../../parts/person-name.ts';
import { TableCardSkeleton } from '../../parts/table-card-skeleton.tsx';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { Answered } from '../../ui/answered.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { ApprovalCourse } from './approval-course.tsx';
import { isWaiting, seqOf, statusLooks, titleOf } from './approval-texts.ts';
import { Checked } from './checked.tsx';
import { Decision } from './decision.tsx';
import { compare } from './moved.ts';
import { ThenAndNow } from './then-and-now.tsx';
import { Withdrawal } from './withdrawal.tsx';
import { approvalsWords as words } from './words.ts';
import styles from './approval.module.css';

type Approval = ApprovalDetail_ApprovalFragment;

const { detail } = words;

/** One approval: what is asked by whom and why, what it would do, and the decision. */
export function ApprovalDetail() {
  const { id = '' } = useParams();
  const now = useClock();
  const me = useOwnAccount()?.id ?? '';
  const query = useQuery(ApprovalDetailDocument, { variables: { id }, fetchPolicy: useReadPolicy() });
  const approval = readFragment(ApprovalDetail_ApprovalFragmentDoc, query.data?.approval);
  return (
    <ConsolePage
      heading={approval ? titleOf(approval) : detail.title}
      lead={<BackLink to="/admin/approvals" label={detail.back} />}
      badges={approval && <Badge {...statusLooks[approval.status]}>{words.statuses[approval.status]}</Badge>}
      sub={
        approval && (
          <>
            <span>
              {detail.asked(personName(approval.requestedBy, me), formatDateTime(approval.requestedAt))}
            </span>
            {isWaiting(approval.status) && (
              <span>{detail.ends(formatNearDate(approval.expiresAt, now()))}</span>
            )}
          </>
        )
      }
      busy={query.loading && query.data === undefined}
    >
      <Answered
        operationName="ApprovalDetail"
        query={query}
        failed={detail.failed}
        skeleton={<TableCardSkeleton label={detail.loading} />}
      >
        {() =>
          approval ? (
            <Content key={approval.id} approval={approval} onRefused={() => void query.refetch()} />
          ) : (
            <EmptyState art="noMatch" title={detail.missing} text={detail.missingText} />
          )
        }
      </Answered>
    </ConsolePage>
  );
}

function Content({ approval, onRefused }: { approval: Approval; onRefused: () => void }) {
  const preview = readFragment(ChangePreview_PreviewFragmentDoc, approval.preview);
  const shown = { preview, bulk: approval.bulk, order: approval.order, seq: seqOf(approval) };
  const waits = isWaiting(approval.status);
  // What somebody has on the screen when they come is what they look at; a fresh preview is another thing.
  const [looked] = useState(shown);
  const words = useWords(walletWords);
  const facts = waits && looked.seq !== shown.seq ? compare(looked, shown, words) : [];
  const moved = facts.filter((fact) => fact.moved).length;
  return (
    <>
      {moved > 0 ? (
        <Banner tone="warn" icon="refresh" urgent>
          <p>
            <b>{detail.movedTitle(moved)}</b> {detail.moved}
          </p>
        </Banner>
      ) : (
        approval.status === 'CHANGED' && (
          <Banner tone="warn" icon="refresh">
            <p>
              <b>{detail.changedTitle}</b> {detail.changed}
            </p>
          </Banner>
        )
      )}
      <Columns
        side={
          <>
            <WhatNow approval={approval} moved={moved} onRefused={onRefused} />
            {waits && <Checked approval={approval} />}
            <ApprovalCourse approval={approval} />
          </>
        }
      >
        {facts.length > 0 && <ThenAndNow facts={facts} />}
        <Why approval={approval} />
        <Effect approval={approval} />
      </Columns>
    </>
  );
}

function Why({ approval: { reason, wallet, subject, order } }: { approval: Approval }) {
  return (
    <Card title={detail.why}>
      <p>{reason}</p>
      <div className={styles['links']}>
        {wallet && (
          <Link className={buttonClass('secondary')} to={customerPath(wallet.customer.customerId)}>
            <Icon name="people" size="sm" />
            {wallet.customer.name}
          </Link>
        )}
        {order && wallet && (
          <Link
            className={buttonClass('secondary')}
            to={`${customerPath(wallet.customer.customerId)}?tab=orders`}
          >
            <Icon name="card" size="sm" />
            {detail.orders}
          </Link>
        )}
        {subject?.__typename === 'PaymentReview' && (
          <Link className={buttonClass('secondary')} to={`/admin/reviews/${encodeURIComponent(subject.id)}`}>
            <Icon name="card" size="sm" />
            {detail.reviewed(subject.providerReference)}
          </Link>
        )}
        {subject?.__typename === 'DebitTransaction' && subject.orderId !== null && (
          <span className={text['note']}>{detail.order(subject.orderId, formatMoney(subject.amount))}</span>
        )}
      </div>
    </Card>
  );
}

function Effect({ approval: { status, preview, bulk, order } }: { approval: Approval }) {
  const waits = isWaiting(status);
  const title = waits ? detail.effect : status === 'APPROVED' ? detail.effectDone : detail.effectNot;
  return (
    <Card title={title}>
      {preview && <ChangeEffect preview={preview} />}
      {bulk && <BulkEffect bulk={bulk} />}
      {order && <OrderEffect order={order} />}
      {preview === null && bulk === null && order === null && <p>{detail.noPreview}</p>}
      {waits && <p className={styles['after']}>{detail.asShown}</p>}
    </Card>
  );
}

/** A list is judged by its sums; each row was looked at when it was made. */
function BulkEffect({ bulk }: { bulk: NonNullable<Approval['bulk']> }) {
  const { rows, credited, refused, total, mode, modes } = detail.bulk;
  return (
    <Facts>
      <Fact name={rows}>{formatCount(bulk.rows)}</Fact>
      <Fact name={credited}>{formatCount(bulk.credited)}</Fact>
      <Fact name={refused}>{formatCount(bulk.refused)}</Fact>
      <Fact name={total}>{formatMoney(bulk.total)}</Fact>
      <Fact name={mode}>{modes[bulk.mode]}</Fact>
    </Facts>
  );
}

/** An order goes back the way it was paid. */
function OrderEffect({ order }: { order: NonNullable<Approval['order']> }) {
  const { goesBack } = detail;
  const { refunded, amount, split } = order;
  const ways = (['toSource', 'toGiftCards', 'toWallet'] as const).filter((way) => !isZero(split[way]));
  return (
    <Facts>
      {!isZero(refunded) && <Fact name={goesBack.refunded}>{formatMoney(refunded)}</Fact>}
      <Fact name={goesBack.amount}>{formatMoney(amount)}</Fact>
      {ways.map((way) => (
        <Fact key={way} name={goesBack[way]}>
          {formatMoney(split[way])}
        </Fact>
      ))}
    </Facts>
  );
}

interface WhatNowProps {
  approval: Approval;
  moved: number;
  onRefused: () => void;
}

/** What whoever looks can do about it, or why nothing. */
function WhatNow({ approval, moved, onRefused }: WhatNowProps) {
  const account = useOwnAccount();
  if (!isWaiting(approval.status)) return <Ended approval={approval} />;
  if (approval.requestedBy.id === account?.id) return <Withdrawal approval={approval} />;
  if (approval.mayDecide) return <Decision {...{ approval, moved, onRefused }} />;
  return (
    <Card title={detail.decision}>
      <p>{account?.role === 'ADMIN' ? detail.mayNot : detail.onlyAdmins}</p>
    </Card>
  );
}

function Ended({ approval: { note, refund, outcome } }: { approval: Approval }) {
  return (
    <Card title={detail.ended}>
      <p>{note ?? detail.noNote}</p>
      {refund && refund.sourceStatus !== null && (
        <p>{detail.sent[refund.sourceStatus](formatMoney(refund.split.toSource))}</p>
      )}
      {outcome.map(({ id, reference, balanceAfter }) => (
        <p key={id}>{detail.entry(reference, formatMoney(balanceAfter))}</p>
      ))}
    </Card>
  );
}
