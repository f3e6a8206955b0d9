import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { formatDate } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { EnterCode_WalletFragmentDoc } from '../../graphql/graphql.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Card } from '../../ui/card.tsx';
import { CodeForm } from '../../wallet/code-form.tsx';
import { useWords } from '../../words/use-words.ts';
import { useApplyReferral } from './use-apply-referral.ts';
import { referralWords } from './words/words.ts';
import styles from './referral.module.css';

export interface EnterCodeProps {
  wallet: FragmentType<typeof EnterCode_WalletFragmentDoc>;
  windowDays: number;
}

/** For new customers, once: a friend's code. For all others, why there is no field. */
export function EnterCode(props: EnterCodeProps) {
  const { referral, createdAt } = readFragment(EnterCode_WalletFragmentDoc, props.wallet);
  const { refer } = useWords(referralWords);
  const [thanks, setThanks] = useState<string | null>(null);
  return (
    <Card title={refer.haveCode}>
      {thanks !== null && (
        <Banner tone="info" icon="ok">
          <p>{thanks}</p>
        </Banner>
      )}
      {thanks === null && referral.canApplyCode && <Form onDone={setThanks} />}
      {!referral.canApplyCode && (
        <p className={styles['note']}>
          {referral.referredBy === null
            ? refer.tooLate(props.windowDays, formatDate(createdAt))
            : refer.broughtBy(referral.referredBy)}
        </p>
      )}
    </Card>
  );
}

function Form({ onDone }: { onDone: (thanks: string) => void }) {
  const { refer, friendsCode } = useWords(referralWords);
  const announce = useAnnounce();
  const [params] = useSearchParams();
  const { apply, ...intent } = useApplyReferral();
  const use = async (code: string): Promise<boolean> => {
    const bonus = await apply(code);
    if (bonus === null) return false;
    const thanks = refer.applied(formatMoney(bonus));
    announce.politely(thanks);
    onDone(thanks);
    return true;
  };
  const initial = params.get('code') ?? params.get('ref');
  return <CodeForm words={friendsCode} initial={initial} intent={intent} onCode={use} />;
}
