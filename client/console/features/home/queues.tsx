import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatDateTime } from '../../../format/date.ts';
import type { ConsoleHomeQuery } from '../../../graphql/graphql.ts';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { formatLength } from '../../parts/parts-words.ts';
import { ConsoleIcon } from '../../ui/console-icon.tsx';
import type { ConsoleIconName } from '../../ui/console-icon.tsx';
import { homeWords as words } from './words.ts';
import styles from './home.module.css';

/** One tile for each thing that may wait for somebody. Integrity and payments are there for admins alone. */
export function Queues({ data }: { data: ConsoleHomeQuery }) {
  const { approvals, paymentReviews, integrity, paymentHealth } = data;
  const changed = approvals.nodes.filter(({ status }) => status === 'CHANGED').length;
  const mine = approvals.nodes.filter(({ mayDecide }) => mayDecide).length;
  const free = paymentReviews.nodes.filter(({ assignee }) => assignee === null).length;
  return (
    <section aria-labelledby="queues">
      <VisuallyHidden>
        <h2 id="queues">{words.queues}</h2>
      </VisuallyHidden>
      <div className={styles['queues']}>
        <Queue
          to="/admin/approvals"
          icon="approve"
          name={words.approvals}
          figure={formatLength(approvals.totalCount)}
        >
          {words.approvalsHint(changed, mine)}
        </Queue>
        <Queue
          to="/admin/reviews"
          icon="inbox"
          name={words.reviews}
          figure={formatLength(paymentReviews.totalCount)}
        >
          {words.reviewsHint(free)}
        </Queue>
        {integrity !== undefined && <Books lastAudit={integrity.lastAudit} />}
        {paymentHealth !== undefined && <Payments health={paymentHealth} />}
      </div>
    </section>
  );
}

function Books({ lastAudit }: Pick<NonNullable<ConsoleHomeQuery['integrity']>, 'lastAudit'>) {
  const isBad = lastAudit !== null && lastAudit.violations > 0;
  return (
    <Queue
      to="/admin/integrity"
      icon="shield"
      name={words.books}
      isBad={isBad}
      figure={
        lastAudit === null
          ? words.booksUnknown
          : isBad
            ? words.violations(lastAudit.violations)
            : words.booksRight
      }
    >
      {lastAudit === null
        ? words.booksNever
        : words.booksHint(lastAudit.wallets, formatDateTime(lastAudit.finishedAt))}
    </Queue>
  );
}

function Payments({ health }: { health: NonNullable<ConsoleHomeQuery['paymentHealth']> }) {
  const { provider, isWorking, notificationsWaiting } = health;
  return (
    <Queue
      to="/admin/integrity"
      icon="wallet"
      name={words.payments}
      isBad={provider !== null && !isWorking}
      figure={provider === null ? words.paymentsNone : isWorking ? words.paymentsWork : words.paymentsFail}
    >
      {provider === null ? words.paymentsNoProvider : words.paymentsHint(notificationsWaiting)}
    </Queue>
  );
}

interface QueueProps {
  to: string;
  icon: ConsoleIconName;
  name: string;
  figure: string;
  isBad?: boolean;
  children: ReactNode;
}

function Queue({ to, icon, name, figure, isBad = false, children }: QueueProps) {
  return (
    <Link to={to} className={styles['queue']}>
      <span className={styles['queueName']}>
        <ConsoleIcon name={icon} />
        {name}
      </span>
      <b className={isBad ? styles['late'] : undefined}>{figure}</b>
      <small>{children}</small>
    </Link>
  );
}
