import { formatDateTime } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import type { SentGift_StateFragment } from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
import { Timeline } from '../../../ui/timeline.tsx';
import type { TimelineStep } from '../../../ui/timeline.tsx';
import { paymentWords } from '../../../wallet/payment/words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { sendingWords } from './words/words.ts';

/** How far a gift has come since it was ordered, each step with its time. What the other person buys, nobody is told. */
export function WhereItIs({ gift }: { gift: SentGift_StateFragment }) {
  const { where, statuses } = useWords(sendingWords);
  const { payment: paymentText } = useWords(paymentWords);
  const { status, payment, sentAt, deliverAt, endedAt, expiresAt } = gift;
  const isOpen = status === 'SCHEDULED' || status === 'SENT' || status === 'UNCLAIMED';
  const over = endedAt ?? (status === 'EXPIRED' ? expiresAt : null);
  const steps: TimelineStep[] = [
    { title: where.ordered, text: formatDateTime(payment.createdAt), stands: 'done' },
  ];
  if (payment.settledAt !== null) {
    const paid = where.by(formatMoney(gift.amount), paymentText.methods[payment.method]);
    steps.push({
      ...{ title: where.paid, stands: 'done' },
      text: `${formatDateTime(payment.settledAt)} · ${paid}`,
    });
  }
  if (sentAt !== null) {
    steps.push({
      ...{ title: statuses.SENT, text: formatDateTime(sentAt), stands: isOpen ? 'now' : 'done' },
    });
  } else if (isOpen) {
    const leaves = where.leaves(formatDateTime(deliverAt));
    steps.push({ title: statuses.SCHEDULED, text: leaves, stands: 'now' });
    steps.push({ title: statuses.SENT, text: where.then, stands: 'next' });
  }
  if (isOpen) steps.push({ title: statuses.CLAIMED, text: where.notYet, stands: 'next' });
  if (over !== null) steps.push({ title: statuses[status], text: formatDateTime(over), stands: 'done' });
  return (
    <Card title={where.title}>
      <Timeline steps={steps} />
    </Card>
  );
}
