import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatDateTime } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { isZero } from '../../format/proportion.ts';
import type { Checkout_StateFragment } from '../../graphql/graphql.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Banner } from '../../ui/banner.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { CopyIconButton } from '../../ui/copy-button.tsx';
import { ActionBar, Flow } from '../../ui/flow.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Outcome } from '../../ui/outcome.tsx';
import { Paper, PaperLine, PaperLines } from '../../ui/paper.tsx';
import text from '../../ui/text.module.css';
import { ReceiptActions } from '../../wallet/entry/receipt-actions.tsx';
import { paymentWords } from '../../wallet/payment/words/words.ts';
import { walletWords } from '../../wallet/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { useByLink } from './by-link/by-link.ts';
import { CameBack } from './came-back.tsx';
import { meansOf } from './means.ts';
import { OrderCard } from './order-card.tsx';
import { PartsBar } from './parts-bar.tsx';
import { checkoutWords } from './words/words.ts';

/** Paid in whole: what paid which part of it, to keep, what came back of it since, and the way back to the shop. */
export function Paid({ checkout }: { checkout: Checkout_StateFragment }) {
  const { checkout: words } = useWords(checkoutWords);
  const { payment: paymentText } = useWords(paymentWords);
  const { reference } = useWords(walletWords);
  const { total, fromWallet, fromGiftCards, toPay, payment, endedAt } = checkout;
  const title = words.paid(checkout.orderId);
  const heading = useSaid(title);
  const amount = formatMoney(total);
  const when = endedAt === null ? '' : formatDateTime(endedAt);
  const facts: [name: string, value: string][] = fromGiftCards.map((part) => [
    words.giftCard(part.maskedCode),
    formatMoney(part.amount),
  ]);
  if (!isZero(fromWallet)) facts.push([words.credits, formatMoney(fromWallet)]);
  if (payment !== null) facts.push([paymentText.methods[payment.method], formatMoney(toPay)]);
  facts.push([words.total, amount]);
  if (payment !== null) facts.push([reference.label, payment.reference]);
  return (
    <Flow
      side={
        <WayBack checkout={checkout}>
          <ReceiptActions title={when === '' ? title : `${title}, ${when}`} facts={facts} />
        </WayBack>
      }
    >
      <Paper title={title} titleRef={heading} amount={amount} note={when}>
        {meansOf(checkout) !== null && <PartsBar checkout={checkout} />}
        <PaperLines>
          {fromGiftCards.map((part) => (
            <PaperLine key={part.maskedCode} name={words.giftCard(part.maskedCode)}>
              {formatMoney(part.amount)}
            </PaperLine>
          ))}
          {!isZero(fromWallet) && <PaperLine name={words.credits}>{formatMoney(fromWallet)}</PaperLine>}
          {payment !== null && (
            <PaperLine name={paymentText.methods[payment.method]}>{formatMoney(toPay)}</PaperLine>
          )}
          <PaperLine total name={words.total}>
            {amount}
          </PaperLine>
          {payment !== null && (
            <PaperLine name={reference.label}>
              <span className={text['mono']}>{payment.reference}</span>
              <CopyIconButton text={payment.reference} label={reference.copy} done={reference.copied} />
            </PaperLine>
          )}
        </PaperLines>
      </Paper>
      <CameBack checkout={checkout} />
    </Flow>
  );
}

export type Unpaid = 'FAILED' | 'EXPIRED' | 'CANCELLED';

/** Ended without being paid: what that means for the order, for the credits, and for money that arrives after all. */
export function NotPaid({ checkout, end }: { checkout: Checkout_StateFragment; end: Unpaid }) {
  const { checkout: words } = useWords(checkoutWords);
  const { payment: paymentText } = useWords(paymentWords);
  const { payment } = checkout;
  const byLink = useByLink();
  const title = words.ends[end];
  const heading = useSaid(title);
  return (
    <Flow
      side={
        <>
          <OrderCard checkout={checkout} said={words.givenBack} />
          <WayBack checkout={checkout}>
            {byLink === null && (
              <Link className={buttonClass('quiet')} to="/help">
                {words.help}
              </Link>
            )}
          </WayBack>
        </>
      }
    >
      <Outcome art="failed" title={title} titleRef={heading}>
        <p>
          {payment !== null && payment.failureReason !== null && (
            <span lang="en">{payment.failureReason} </span>
          )}
          {words.orderNotPaid(checkout.orderId)}
        </p>
      </Outcome>
      {payment !== null && (
        <Banner tone="info" icon="shield">
          <p>
            <b>{paymentText.moneyLeft}</b>
          </p>
          <p className={text['small']}>{end === 'CANCELLED' ? words.lateAfterCancel : words.late}</p>
        </Banner>
      )}
    </Flow>
  );
}

interface WayBackProps {
  checkout: Checkout_StateFragment;
  /** What else can be done. */
  children: ReactNode;
}

/** Nobody is sent anywhere: the way back is a link that is pressed. Whoever came by a link has no wallet to go to. */
function WayBack({ checkout: { returnTo }, children }: WayBackProps) {
  const { checkout: words } = useWords(checkoutWords);
  const byLink = useByLink();
  const hasWallet = byLink === null;
  if (returnTo === null && !hasWallet && !children) return null;
  return (
    <ActionBar>
      {returnTo === null ? (
        hasWallet && (
          <Link className={buttonClass('primary')} to="/">
            {words.home}
          </Link>
        )
      ) : (
        <a className={buttonClass('primary')} href={returnTo}>
          {words.backToShop}
          <Icon name="external" size="sm" />
        </a>
      )}
      {children}
    </ActionBar>
  );
}

/** Brings the outcome to whoever waited for it. */
function useSaid(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const announce = useAnnounce();
  useEffect(() => {
    heading.current?.focus();
    announce.politely(title);
  }, [announce, title]);
  return heading;
}
