import { useParams } from 'react-router';
import { formatDate, formatDateTime } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import { SentGift_StateFragmentDoc, SentGiftPageDocument } from '../../../graphql/graphql.ts';
import type { SentGift_StateFragment, SentGiftPageQuery } from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { Flow } from '../../../ui/flow.tsx';
import { Outcome } from '../../../ui/outcome.tsx';
import { Page } from '../../../ui/page.tsx';
import { BackLink } from '../../../wallet/back-link.tsx';
import { ReferenceFact } from '../../../wallet/entry/reference-fact.tsx';
import { Followed } from '../../../wallet/payment/followed.tsx';
import { PaymentStanding } from '../../../wallet/payment/payment-standing.tsx';
import { paymentWords } from '../../../wallet/payment/words/words.ts';
import { sharedWords } from '../../../words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { ChangeOfMind, TakeBack } from './acts.tsx';
import { Preview } from './preview.tsx';
import { StatusBadge } from './status-badge.tsx';
import { WhereItIs } from './where-it-is.tsx';
import { sendingWords } from './words/words.ts';

/** One gift of one's own: paid here, followed here, and changed or recalled here. */
export function SentGiftScreen() {
  const { one: words } = useWords(sendingWords);
  const { app, actions } = useWords(sharedWords);
  const { id = '' } = useParams();
  return (
    <Page
      flow
      heading={words.title}
      documentTitle={app.title(words.title)}
      back={<BackLink to="/gift-cards" icon="close" label={actions.close} />}
    >
      <Gift key={id} id={id} />
    </Page>
  );
}

/** Asked for again while it is about to be paid or sent: before its day and after it was sent, nothing moves it soon. */
function Gift({ id }: { id: string }) {
  const { one: words } = useWords(sendingWords);
  const now = useClock();
  const isMoving = ({ sentGift }: SentGiftPageQuery): boolean => {
    const gift = readFragment(SentGift_StateFragmentDoc, sentGift);
    const isPaying = gift?.status === 'UNPAID' && gift.payment.status !== 'FAILED';
    const isLeaving = gift?.status === 'SCHEDULED' && Date.parse(gift.deliverAt) <= now();
    return isPaying || isLeaving;
  };
  return (
    <Followed query={SentGiftPageDocument} id={id} isMoving={isMoving} words={words}>
      {({ sentGift }, again) => {
        const gift = readFragment(SentGift_StateFragmentDoc, sentGift);
        if (!gift) return <EmptyState art="noMatch" text={words.unknown} />;
        return (
          <Flow
            key={gift.status === 'UNPAID' ? 'pay' : 'paid'}
            side={
              <>
                <Details gift={gift} />
                {gift.canReturn && <TakeBack gift={gift} />}
                {gift.canRecall && <ChangeOfMind gift={gift} />}
                <Preview {...gift} />
              </>
            }
          >
            <Standing gift={gift} {...again} />
            {gift.status !== 'UNPAID' && <WhereItIs gift={gift} />}
          </Flow>
        );
      }}
    </Followed>
  );
}

interface StandingProps {
  gift: SentGift_StateFragment;
  asking: boolean;
  onAsk: () => void;
}

/** How it stands, and what to do about it. */
function Standing({ gift, asking, onAsk }: StandingProps) {
  const { one: words, ended } = useWords(sendingWords);
  const { status, payment, amount } = gift;
  if (status === 'UNPAID') {
    return <PaymentStanding {...{ amount, payment, words, asking, onAsk }} againTo="/gifts/send" />;
  }
  const { title, text } = ended[status];
  const isOver = status === 'RECALLED' || status === 'RETURNED' || status === 'EXPIRED';
  return (
    <Outcome art={isOver || status === 'UNCLAIMED' ? 'unknown' : 'done'} title={title}>
      <p>{text}</p>
      {gift.refund !== null && <p>{words.refunds[gift.refund]}</p>}
    </Outcome>
  );
}

function Details({ gift }: { gift: SentGift_StateFragment }) {
  const { one: words, sent } = useWords(sendingWords);
  const { payment: paymentText } = useWords(paymentWords);
  const { payment, amount, toEmail, status, deliverAt, expiresAt } = gift;
  return (
    <Card title={words.details} action={<StatusBadge status={status} />}>
      <Facts>
        <Fact name={words.amount}>{formatMoney(amount)}</Fact>
        <Fact name={words.to}>{toEmail ?? sent.erased}</Fact>
        {status === 'UNPAID' && <Fact name={words.leaves}>{formatDateTime(deliverAt)}</Fact>}
        {expiresAt !== null && <Fact name={words.goodUntil}>{formatDate(expiresAt)}</Fact>}
        <Fact name={words.paidWith}>{paymentText.methods[payment.method]}</Fact>
        <ReferenceFact reference={payment.reference} />
      </Facts>
    </Card>
  );
}
