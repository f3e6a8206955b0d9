import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { formatDate } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Card } from '../../ui/card.tsx';
import { CodeForm } from '../../wallet/code-form.tsx';
import { entryPath } from '../../wallet/entry/transaction-title.ts';
import { useWords } from '../../words/use-words.ts';
import { useRedeemVoucher, type Redeemed } from './use-redeem-voucher.ts';
import { rewardsWords } from './words/words.ts';
import linkStyles from '../../ui/link.module.css';
import styles from './rewards.module.css';

/** Credits for a code that the shop gave out: on a card, in a letter, in an advertisement. */
export function VoucherCode() {
  const { vouchers } = useWords(rewardsWords);
  const [redeemed, setRedeemed] = useState<Redeemed | null>(null);
  return (
    <Card title={vouchers.title}>
      <div className={styles['voucher']}>
        {redeemed && <Thanks redeemed={redeemed} />}
        <Form onDone={setRedeemed} />
        <Link className={linkStyles['link']} to="/gift-cards">
          {vouchers.giftCards}
        </Link>
      </div>
    </Card>
  );
}

function Thanks({ redeemed: { id, amount, reason, expiresAt } }: { redeemed: Redeemed }) {
  const { vouchers, rewards } = useWords(rewardsWords);
  return (
    <Banner tone="info" icon="ok">
      <p>
        {vouchers.added(formatMoney(amount), reason ?? '')}{' '}
        {typeof expiresAt === 'string' ? vouchers.lasts(formatDate(expiresAt)) : rewards.neverEnds}{' '}
        <Link to={entryPath(id)}>{rewards.seeEntry}</Link>
      </p>
    </Banner>
  );
}

function Form({ onDone }: { onDone: (redeemed: Redeemed) => void }) {
  const { vouchers } = useWords(rewardsWords);
  const announce = useAnnounce();
  const [params] = useSearchParams();
  const { redeem, ...intent } = useRedeemVoucher();
  const use = async (code: string): Promise<boolean> => {
    const redeemed = await redeem(code);
    if (redeemed === null) return false;
    announce.politely(vouchers.added(formatMoney(redeemed.amount), redeemed.reason ?? ''));
    onDone(redeemed);
    return true;
  };
  return <CodeForm words={vouchers} initial={params.get('voucher')} intent={intent} onCode={use} />;
}
