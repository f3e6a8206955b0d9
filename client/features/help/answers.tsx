import { Link } from 'react-router';
import { useUpdatedAt } from '../../apollo/freshness-provider.tsx';
import { formatDate, formatDateTime, formatTime } from '../../format/date.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { Answers_WalletFragmentDoc } from '../../graphql/graphql.ts';
import type { Answers_WalletFragment } from '../../graphql/graphql.ts';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import link from '../../ui/link.module.css';
import { TransactionRow } from '../../wallet/entry/transaction-row.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { walletWords } from '../../wallet/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { helpWords } from './words/words.ts';
import styles from './help.module.css';

/** The questions that are asked most, answered by what stands in this very wallet. */
export function Answers(props: { wallet: FragmentType<typeof Answers_WalletFragmentDoc> }) {
  const wallet = readFragment(Answers_WalletFragmentDoc, props.wallet);
  const { answers } = useWords(helpWords);
  const { tier } = useWords(walletWords);
  const updatedAt = useUpdatedAt('Help');
  const asOf = updatedAt !== null && (
    <span className={styles['note']}>{answers.asOf(formatTime(updatedAt))}</span>
  );
  return (
    <Card title={answers.title} action={asOf} flush>
      <div className={styles['list']}>
        <Disclosure title={answers.changed} open>
          <LastChange wallet={wallet} />
        </Disclosure>
        <Disclosure title={answers.ends}>
          <NextEnd wallet={wallet} />
        </Disclosure>
        <Disclosure title={answers.topUp}>
          <LastTopUp wallet={wallet} />
        </Disclosure>
        <Disclosure title={answers.refund}>
          <LastRefund wallet={wallet} />
        </Disclosure>
        <Disclosure title={answers.why(tier.name(wallet.tier.tier))}>
          <Tier wallet={wallet} />
        </Disclosure>
      </div>
    </Card>
  );
}

interface Props {
  wallet: Answers_WalletFragment;
}

function LastChange({ wallet }: Props) {
  const { answers } = useWords(helpWords);
  const money = useMoneyText();
  const [latest] = wallet.latest.nodes;
  if (latest === undefined) return <p>{answers.neverChanged}</p>;
  return (
    <>
      <p>{answers.changedTo(money(latest.balanceAfter))}</p>
      <ul className={styles['entry']}>
        <TransactionRow transaction={latest} />
      </ul>
    </>
  );
}

function NextEnd({ wallet }: Props) {
  const { answers } = useWords(helpWords);
  const money = useMoneyText();
  const [next] = wallet.expiringCredits.lots;
  if (next === undefined || next.expiresAt === null) return <p>{answers.neverEnds}</p>;
  return <p>{answers.endsNext(money(next.remaining), formatDate(next.expiresAt))}</p>;
}

function LastTopUp({ wallet }: Props) {
  const { answers } = useWords(helpWords);
  const money = useMoneyText();
  const [topUp] = wallet.topUps.nodes;
  if (topUp === undefined) return <p>{answers.noTopUp}</p>;
  const state = answers.topUpStates[topUp.status];
  return <p>{answers.topUpIs(money(topUp.amount), formatDateTime(topUp.createdAt), state)}</p>;
}

function LastRefund({ wallet }: Props) {
  const { answers } = useWords(helpWords);
  const money = useMoneyText();
  const [refund] = wallet.refunds.nodes;
  return (
    <p>
      {answers.refundRule}{' '}
      {refund && answers.lastRefund(money(refund.amount), refund.orderId ?? '', formatDate(refund.createdAt))}
    </p>
  );
}

function Tier({ wallet }: Props) {
  const { answers } = useWords(helpWords);
  const { tier: words } = useWords(walletWords);
  const money = useMoneyText();
  const { tier, next, toNext } = wallet.tier;
  const text = next && toNext ? words.toNext(money(toNext), words.name(next)) : words.top(words.name(tier));
  return (
    <>
      <p>{text}</p>
      <Link className={link['link']} to="/tier">
        {answers.tiers}
      </Link>
    </>
  );
}
