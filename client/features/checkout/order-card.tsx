import { useQuery } from '@apollo/client/react';
import { formatMoney } from '../../format/money.ts';
import type { MoneyValue } from '../../format/money.ts';
import { isZero } from '../../format/proportion.ts';
import { CheckoutPageDocument } from '../../graphql/graphql.ts';
import type { Checkout_StateFragment } from '../../graphql/graphql.ts';
import { Card } from '../../ui/card.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import text from '../../ui/text.module.css';
import { ReferenceFact } from '../../wallet/entry/reference-fact.tsx';
import { paymentWords } from '../../wallet/payment/words/words.ts';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { useWords } from '../../words/use-words.ts';
import { useByLink } from './by-link/by-link.ts';
import { meansOf, type Means } from './means.ts';
import { PartMark, PartsBar, type Part } from './parts-bar.tsx';
import { checkoutWords } from './words/words.ts';

export interface OrderCardProps {
  checkout: Checkout_StateFragment;
  /** What became of what is set aside, or becomes, by what that is. */
  said: Record<Means, string>;
}

/** The order, what it comes to, and what pays which part of it. */
export function OrderCard({ checkout, said }: OrderCardProps) {
  const { checkout: words } = useWords(checkoutWords);
  const { payment: paymentText } = useWords(paymentWords);
  const money = useMoneyText();
  const { orderId, total, fromWallet, fromGiftCards, toPay, payment, endedAt } = checkout;
  const balance = useBalance(checkout);
  const open = payment === null ? words.left : words.leftBy(paymentText.methods[payment.method]);
  const means = meansOf(checkout);
  // Where one thing pays all of it there is no picture to explain.
  const named = (part: Part, name: string) =>
    means === null ? (
      name
    ) : (
      <>
        <PartMark part={part} />
        {name}
      </>
    );
  return (
    <Card title={words.order(orderId)}>
      {means !== null && <PartsBar checkout={checkout} />}
      <Facts>
        <Fact name={words.total}>{formatMoney(total)}</Fact>
        {fromGiftCards.map(({ maskedCode, amount }) => (
          <Fact key={maskedCode} name={named('card', words.giftCard(maskedCode))}>
            {formatMoney(amount)}
          </Fact>
        ))}
        {!isZero(fromWallet) && <Fact name={named('credits', words.credits)}>{formatMoney(fromWallet)}</Fact>}
        {!isZero(toPay) && (
          <Fact name={named('rest', endedAt === null ? open : words.unpaid)}>{formatMoney(toPay)}</Fact>
        )}
        {balance !== null && <Fact name={words.balanceAfter}>{money(balance)}</Fact>}
        {payment !== null && <ReferenceFact reference={payment.reference} />}
      </Facts>
      {means !== null && <p className={text['note']}>{said[means]}</p>}
    </Card>
  );
}

/** What the wallet has left beside what is set aside of it; null where it gives nothing, and for whoever came by a link. */
function useBalance({ id, fromWallet, endedAt }: Checkout_StateFragment): MoneyValue | null {
  const skip = useByLink() !== null || isZero(fromWallet) || endedAt !== null;
  const { data } = useQuery(CheckoutPageDocument, {
    ...{ variables: { id, own: true }, fetchPolicy: 'cache-only', skip },
  });
  return data?.viewer?.wallet?.balance ?? null;
}
