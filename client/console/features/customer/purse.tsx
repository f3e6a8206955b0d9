import { useState } from 'react';
import type { ReactNode } from 'react';
import { formatDate } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import type { MoneyValue } from '../../../format/money.ts';
import { formatCount } from '../../../format/number.ts';
import { isZero, paise, shareOf } from '../../../format/proportion.ts';
import { plus } from '../../../format/sum.ts';
import { useConnected } from '../../../session/use-connected.ts';
import { Button } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Key } from '../../ui/keys.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';
import { useActing } from './acts/acting.tsx';
import { actWords } from './acts/words.ts';
import { WhyNot } from './why-not.tsx';
import { Why } from './why.tsx';
import type { Wallet } from './customer-types.ts';
import { customerWords } from './words.ts';
import styles from './customer.module.css';

const words = customerWords.purse;

/** What can be spent and of what kind, what is owed, and what ends next. */
export function Purse({ customerId, wallet }: { customerId: string; wallet: Wallet }) {
  const [isAsking, setAsking] = useState(false);
  const [isAskingWhyNot, setAskingWhyNot] = useState(false);
  const ask = (): void => setAsking(true);
  useShortcut('w', customerWords.why.title, ask);
  const { balance, purchasedBalance, grantedBalance, receivable, transactionCount, lots } = wallet;
  const next = lots.find(({ expiresAt }) => expiresAt !== null);
  const isBalanced = paise(sumOf(wallet)) === paise(balance);
  return (
    <dl className={styles['purse']}>
      <div>
        <dt>{words.spendable}</dt>
        <dd>
          <span className={styles['spendable']}>
            <b>{formatMoney(balance)}</b>
            <Button small kind="quiet" icon="help" aria-keyshortcuts="w" onClick={ask}>
              {customerWords.why.button} <Key>W</Key>
            </Button>
            <Button small kind="quiet" onClick={() => setAskingWhyNot(true)}>
              {customerWords.whyNot.button}
            </Button>
          </span>
          {isAskingWhyNot && <WhyNot customerId={customerId} onClose={() => setAskingWhyNot(false)} />}
          {isAsking && <Why customerId={customerId} onClose={() => setAsking(false)} />}
          <Split purchased={purchasedBalance} whole={balance} />
          <small>{words.split(formatMoney(purchasedBalance), formatMoney(grantedBalance))}</small>
        </dd>
      </div>
      <Figure name={words.held} figure={formatMoney(wallet.held)} hint={heldFor(wallet)} />
      <Figure
        name={words.receivable}
        figure={formatMoney(receivable)}
        hint={isZero(receivable) ? words.notOwed : <Owed owed={receivable} />}
        isSoon={!isZero(receivable)}
      />
      <Figure
        name={words.next}
        figure={next ? formatMoney(next.remaining) : formatMoney({ ...balance, amount: '0.00' })}
        hint={next?.expiresAt ? words.inDays(next.daysLeft ?? 0, formatDate(next.expiresAt)) : words.never}
        isSoon={next?.daysLeft !== null && (next?.daysLeft ?? 99) <= 7}
      />
      <Figure
        name={words.entries}
        figure={formatCount(transactionCount)}
        hint={
          <span className={isBalanced ? styles['good'] : styles['late']}>
            {isBalanced ? words.balanced : words.unbalanced}
          </span>
        }
      />
    </dl>
  );
}

/** How what is owed may end: it was paid in the shop, or an admin gives it up. */
function Owed({ owed }: { owed: MoneyValue }) {
  const { account, open } = useActing();
  const connected = useConnected();
  const ways = account.role === 'ADMIN' ? (['PAID', 'WRITTEN_OFF'] as const) : (['PAID'] as const);
  return (
    <>
      {words.owed}{' '}
      {ways.map((how) => (
        <Button
          key={how}
          small
          kind="quiet"
          unavailable={!connected}
          onClick={() => open({ act: 'settle', how, owed })}
        >
          {actWords.settle[how].open}
        </Button>
      ))}
    </>
  );
}

/** What credits are set aside for: orders, the soonest deadline of the latest few first, and then payments in doubt. */
function heldFor({ holds }: Wallet): ReactNode {
  if (holds.nodes.length === 0) return words.notHeld;
  const soonest = holds.nodes.toSorted((a, b) => endOf(a.expiresAt) - endOf(b.expiresAt));
  return soonest
    .map(({ open, orderId, reason, expiresAt }) =>
      expiresAt === null
        ? words.heldForPayment[reason === 'DISPUTE' ? 'disputed' : 'goingBack'](formatMoney(open))
        : words.heldFor(formatMoney(open), orderId, formatDate(expiresAt)),
    )
    .join(' · ');
}

function endOf(expiresAt: string | null): number {
  return expiresAt === null ? Infinity : Date.parse(expiresAt);
}

/** What remains of all lots together: the balance, or something is wrong. */
function sumOf({ lots, balance }: Wallet): MoneyValue {
  let sum: MoneyValue = { ...balance, amount: '0.00' };
  for (const { remaining } of lots) sum = plus(sum, remaining);
  return sum;
}

/** Purchased and granted differ by pattern as well as by colour. */
function Split({ purchased, whole }: { purchased: MoneyValue; whole: MoneyValue }) {
  if (isZero(whole)) return null;
  const share = shareOf(purchased, whole);
  return (
    <span className={styles['duo']} aria-hidden="true">
      {share > 0 && <i style={{ flexGrow: share }} />}
      {share < 1 && <i className={styles['granted']} style={{ flexGrow: 1 - share }} />}
    </span>
  );
}

interface FigureProps {
  name: string;
  figure: string;
  hint: ReactNode;
  isSoon?: boolean;
}

function Figure({ name, figure, hint, isSoon = false }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b>{figure}</b>
        <small className={classes(isSoon && styles['soon'])}>{hint}</small>
      </dd>
    </div>
  );
}
