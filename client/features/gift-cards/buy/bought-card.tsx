import { useParams } from 'react-router';
import { formatDate, formatDateTime } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import { isZero } from '../../../format/proportion.ts';
import { minus } from '../../../format/sum.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import {
  BoughtCard_CardFragmentDoc,
  BoughtCard_StateFragmentDoc,
  BoughtCardPageDocument,
} from '../../../graphql/graphql.ts';
import type {
  BoughtCard_CardFragment,
  BoughtCard_StateFragment,
  BoughtCardPageQuery,
} from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
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
import { useMoneyText } from '../../../wallet/use-money-text.ts';
import { sharedWords } from '../../../words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { CardBadge } from './card-badge.tsx';
import { CardCode } from './card-code.tsx';
import { CardEntries } from './card-entries.tsx';
import { buyingWords } from './words/words.ts';

/** One gift card that was bought: paid here, and once it is there looked at here, with its code. */
export function BoughtCardScreen() {
  const { one: words } = useWords(buyingWords);
  const { app, actions } = useWords(sharedWords);
  const { id = '' } = useParams();
  return (
    <Page
      flow
      heading={words.title}
      documentTitle={app.title(words.title)}
      back={<BackLink to="/gift-cards" icon="close" label={actions.close} />}
    >
      <Purchase key={id} id={id} />
    </Page>
  );
}

/** Asked for again until the card is there: after that only whoever has its code moves it. */
function Purchase({ id }: { id: string }) {
  const { one: words } = useWords(buyingWords);
  return (
    <Followed query={BoughtCardPageDocument} id={id} isMoving={isMoving} words={words}>
      {({ giftCardPurchase }, again) => {
        const purchase = readFragment(BoughtCard_StateFragmentDoc, giftCardPurchase);
        if (!purchase) return <EmptyState art="noMatch" text={words.unknown} />;
        const card = cardOf(purchase);
        const { amount, payment, giftCard } = purchase;
        return (
          <Flow key={card === null ? 'pay' : 'paid'} side={<Details purchase={purchase} card={card} />}>
            {card === null ? (
              <PaymentStanding {...{ amount, payment, words, ...again }} againTo="/gift-cards/buy" />
            ) : (
              <Standing card={card} />
            )}
            {giftCard !== null && <CardEntries card={giftCard} />}
          </Flow>
        );
      }}
    </Followed>
  );
}

function cardOf({ giftCard }: BoughtCard_StateFragment): BoughtCard_CardFragment | null {
  return readFragment(BoughtCard_CardFragmentDoc, giftCard);
}

function isMoving({ giftCardPurchase }: BoughtCardPageQuery): boolean {
  const purchase = readFragment(BoughtCard_StateFragmentDoc, giftCardPurchase);
  return purchase !== null && cardOf(purchase) === null && purchase.payment.status !== 'FAILED';
}

/** What can be done with the card now, and its code as long as it is worth something. */
function Standing({ card }: { card: BoughtCard_CardFragment }) {
  const { ends, stoppedText } = useWords(buyingWords);
  const money = useMoneyText();
  const { title, text } = ends[card.status];
  const isOpen = card.status === 'ACTIVE' || card.status === 'PART_USED';
  return (
    <>
      <Outcome art={isOpen && !card.isStopped ? 'done' : 'unknown'} title={title(money(card.remaining))}>
        <p>{card.isStopped ? stoppedText : text}</p>
      </Outcome>
      {isOpen && <CardCode giftCardId={card.id} />}
    </>
  );
}

interface DetailsProps {
  purchase: BoughtCard_StateFragment;
  card: BoughtCard_CardFragment | null;
}

function Details({ purchase, card }: DetailsProps) {
  const { one: words } = useWords(buyingWords);
  const { payment: paymentText } = useWords(paymentWords);
  const money = useMoneyText();
  const { createdAt, amount, payment } = purchase;
  return (
    <Card title={words.details} action={<CardBadge payment={payment} giftCard={card} />}>
      <Facts>
        {card !== null && <Fact name={words.card}>{card.maskedCode}</Fact>}
        <Fact name={words.amount}>{formatMoney(amount)}</Fact>
        {card !== null && <WhatBecameOfIt card={card} />}
        {card !== null && <Fact name={words.left}>{money(card.remaining)}</Fact>}
        {card !== null && <Fact name={words.until}>{formatDate(card.expiresAt)}</Fact>}
        {card !== null && card.endedAt !== null && (
          <Fact name={words.endedOn}>{formatDateTime(card.endedAt)}</Fact>
        )}
        <Fact name={words.begun}>{formatDateTime(createdAt)}</Fact>
        <Fact name={words.paidWith}>{paymentText.methods[payment.method]}</Fact>
        <ReferenceFact reference={payment.reference} />
      </Facts>
    </Card>
  );
}

/** Where the rest of it is: with orders, paid or still open. What went into a wallet or was lost is not told apart here. */
function WhatBecameOfIt({ card: { status, initial, remaining, held } }: { card: BoughtCard_CardFragment }) {
  const { one: words } = useWords(buyingWords);
  const used = minus(minus(initial, remaining), held);
  const isKnown = status === 'PART_USED' || status === 'USED';
  return (
    <>
      {isKnown && !isZero(used) && <Fact name={words.used}>{formatMoney(used)}</Fact>}
      {!isZero(held) && <Fact name={words.held}>{formatMoney(held)}</Fact>}
    </>
  );
}
