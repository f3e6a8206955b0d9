import { formatDateTime } from '../../../format/date.ts';
import type { MoneyValue } from '../../../format/money.ts';
import { plus } from '../../../format/sum.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../../graphql/fragment-masking.ts';
import { EntryHero_TransactionFragmentDoc } from '../../../graphql/graphql.ts';
import type { EntryHero_TransactionFragment } from '../../../graphql/graphql.ts';
import { Badge } from '../../../ui/badge.tsx';
import { classes } from '../../../ui/classes.ts';
import { Disc } from '../../../ui/disc.tsx';
import { shownKind, transactionLook } from '../../../wallet/entry/transaction-look.ts';
import { useMoneyText } from '../../../wallet/use-money-text.ts';
import { walletWords } from '../../../wallet/words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { entryWords } from './words/words.ts';
import styles from './entry.module.css';

/** What happened and how much it was, in one glance. */
export function EntryHero(props: { transaction: FragmentType<typeof EntryHero_TransactionFragmentDoc> }) {
  const transaction = readFragment(EntryHero_TransactionFragmentDoc, props.transaction);
  const { detail } = useWords(entryWords);
  const money = useMoneyText();
  const kind = shownKind(transaction.kind);
  return (
    <section className={styles['hero']} aria-label={detail.what}>
      <Disc {...transactionLook[kind]} />
      <div>
        <p className={styles['verb']}>{detail.verbs[kind]}</p>
        <p className={classes(styles['amount'], transaction.status === 'FAILED' && styles['struck'])}>
          {money(transaction.amount)}
        </p>
      </div>
      <p className={styles['badges']}>
        {transaction.__typename === 'HoldTransaction' && transaction.hold !== null ? (
          <HoldBadge hold={transaction.hold} />
        ) : (
          <StatusBadge status={transaction.status} />
        )}
        <KindBadge transaction={transaction} />
      </p>
    </section>
  );
}

function StatusBadge({ status }: { status: EntryHero_TransactionFragment['status'] }) {
  const { detail } = useWords(entryWords);
  if (status === 'COMPLETED') {
    return (
      <Badge icon="ok" tone="ok">
        {detail.statuses.COMPLETED}
      </Badge>
    );
  }
  return (
    <Badge icon={status === 'PENDING' ? 'clock' : 'error'} tone={status === 'FAILED' ? 'bad' : 'warn'}>
      {detail.statuses[status]}
    </Badge>
  );
}

type Hold = NonNullable<Extract<EntryHero_TransactionFragment, { __typename: 'HoldTransaction' }>['hold']>;

/** The entry itself is done the moment it is made; what people ask is how what was set aside stands now. */
function HoldBadge({ hold: { status, expiresAt } }: { hold: Hold }) {
  const { detail } = useWords(entryWords);
  if (status !== 'OPEN') {
    return (
      <Badge icon={status === 'CAPTURED' ? 'ok' : 'back'} tone={status === 'CAPTURED' ? 'ok' : 'neutral'}>
        {detail.holds[status]}
      </Badge>
    );
  }
  return (
    <Badge icon="clock" tone="brand">
      {expiresAt === null ? detail.holds.OPEN : detail.heldUntil(formatDateTime(expiresAt))}
    </Badge>
  );
}

function KindBadge({ transaction }: { transaction: EntryHero_TransactionFragment }) {
  const { detail } = useWords(entryWords);
  const money = useMoneyText();
  const { draws } = useWords(walletWords);
  if (transaction.__typename === 'CreditTransaction') {
    return (
      <Badge icon={transaction.funding === 'PURCHASED' ? 'card' : 'gift'} tone="neutral">
        {draws.funding[transaction.funding]}
      </Badge>
    );
  }
  if (transaction.__typename === 'DebitTransaction' && transaction.refunds.length > 0) {
    return (
      <Badge icon="back" tone="warn">
        {detail.refunded(money(transaction.refunds.map(({ amount }): MoneyValue => amount).reduce(plus)))}
      </Badge>
    );
  }
  return null;
}
