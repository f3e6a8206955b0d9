import { Link } from 'react-router';
import { formatMoney } from '../../format/money.ts';
import type { MoneyValue } from '../../format/money.ts';
import { isZero } from '../../format/proportion.ts';
import { minus } from '../../format/sum.ts';
import type { SpendPreview_PreviewFragment } from '../../graphql/graphql.ts';
import { Banner } from '../../ui/banner.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { ActionBar, Consequence, PayBox } from '../../ui/flow.tsx';
import { TierBadge } from '../../wallet/tier/tier-badge.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { walletWords } from '../../wallet/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { isSameOrder, NOTHING, topUpFor, topUpPath } from './order.ts';
import type { Bill, Order, SpendPolicy, SpendWallet } from './order.ts';
import { PayButton } from './pay-button.tsx';
import { PaymentProblems } from './payment-problems.tsx';
import { Unsettled } from './unsettled.tsx';
import type { Consent, Payment } from './use-pay-order.ts';
import { spendWords } from './words/words.ts';
import styles from './spend.module.css';

export interface AfterProps {
  wallet: SpendWallet;
  bill: Bill;
  /** How much the credits pay; null while that is not chosen yet. */
  paid: MoneyValue | null;
  /** How much is paid by UPI at the same time; null for nothing. */
  byUpi: MoneyValue | null;
  /** The shop's word on it; null until it is there. */
  preview: SpendPreview_PreviewFragment | null;
  policy: SpendPolicy;
  payment: Payment;
  onPay: (order: Order, consent?: Consent) => void;
}

/** Balance and tier after the payment, and what is pressed to make it. */
export function After(props: AfterProps) {
  const { wallet, bill, paid, preview, policy } = props;
  const { spend } = useWords(spendWords);
  const { tier: words } = useWords(walletWords);
  const money = useMoneyText();
  const before = wallet.tier.tier;
  const after = preview?.tierAfter;
  const moves = after !== undefined && after.level !== before.level;
  const left = preview?.balanceAfter ?? minus(wallet.balance, paid ?? NOTHING);
  return (
    <PayBox
      label={spend.after}
      bar={
        <ActionBar>
          <Consequence
            left={
              <>
                {spend.newBalance} <b>{money(left)}</b>
              </>
            }
            right={after && (moves ? spend.movesTo(words.name(after)) : spend.stays(words.name(before)))}
            tone={moves ? 'warn' : 'plain'}
          />
          {isZero(wallet.balance) ? <AddFirst bill={bill} policy={policy} /> : <Act {...props} />}
        </ActionBar>
      }
    >
      <h2>{spend.after}</h2>
      <Facts>
        <Fact name={spend.balanceNow}>{money(wallet.balance)}</Fact>
        <Fact name={spend.fromCredits}>
          <span className={styles['minus']}>−{formatMoney(paid ?? NOTHING)}</span>
        </Fact>
        <Fact name={spend.newBalance}>
          <b className={styles['sum']}>{money(left)}</b>
        </Fact>
        {!moves && <Fact name={spend.tier}>{after ? spend.noChange(words.name(before)) : '…'}</Fact>}
      </Facts>
      {moves && (
        <Banner tone="warn" icon="tier">
          <p className={styles['row']}>
            <TierBadge level={before.level} name={before.name} />
            →
            <TierBadge level={after.level} name={after.name} />
          </p>
          <p>
            {spend.moves(words.name(after), words.lasts(after.creditLifetimeDays))}{' '}
            {wallet.tier.basis === 'BALANCE' && spend.keeping(money(before.threshold), words.name(before))}
          </p>
        </Banner>
      )}
    </PayBox>
  );
}

/** The button, or what became of a payment of this order that is on its way, or was before a reload: that comes first. */
function Act({ bill, paid, byUpi, preview, payment, onPay }: AfterProps) {
  const order = paid && { orderId: bill.orderId, amount: paid, byUpi };
  const open = payment.openFor(bill.orderId);
  if (open !== null && (payment.order === null || order === null || !isSameOrder(open, order))) {
    return (
      <>
        <Unsettled order={open} payment={payment} onPay={onPay} />
        {!payment.isOnItsWay(open) && <PaymentProblems payment={payment} onRetry={() => onPay(open)} />}
      </>
    );
  }
  return <PayButton order={order} payment={payment} preview={preview} onPay={onPay} />;
}

/** Nothing can be paid with an empty wallet: the way on is to fill it. */
function AddFirst({ bill, policy }: Pick<AfterProps, 'bill' | 'policy'>) {
  const { spend } = useWords(spendWords);
  const missing = topUpFor(bill.total, policy);
  return (
    <Link className={buttonClass('primary')} to={topUpPath(bill, missing)}>
      {spend.addShortfall(formatMoney(missing))}
    </Link>
  );
}
