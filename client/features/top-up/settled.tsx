import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { formatMoney } from '../../format/money.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { WalletChange_WalletFragmentDoc } from '../../graphql/graphql.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { SuccessMark } from '../../ui/success-mark.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { Reference } from './reference.tsx';
import type { ShownTopUp } from './reference.tsx';
import { useWayBack } from './use-way-back.ts';
import { topUpWords } from './words/words.ts';
import styles from './top-up.module.css';

/** The money is there. */
export function Settled({ topUp }: { topUp: ShownTopUp }) {
  const { add } = useWords(topUpWords);
  const { actions } = useWords(sharedWords);
  const money = useMoneyText();
  const announce = useAnnounce();
  const { back } = useWayBack();
  const heading = useRef<HTMLHeadingElement>(null);
  const wallet = readFragment(WalletChange_WalletFragmentDoc, topUp.transaction?.wallet);
  const said = add.settled(formatMoney(topUp.amount));
  useEffect(() => {
    heading.current?.focus();
    announce.politely(said);
  }, [announce, said]);
  return (
    <div className={styles['state']}>
      <SuccessMark />
      <h2 ref={heading} tabIndex={-1}>
        {said}
      </h2>
      {wallet && <p>{add.balanceNow(money(wallet.balance))}</p>}
      <div className={styles['choices']}>
        <Link className={buttonClass('primary')} to={back}>
          {back === '/' ? actions.done : add.backToOrder}
        </Link>
        {back === '/' && (
          <Link className={buttonClass('secondary')} to="/use">
            {add.useCredits}
          </Link>
        )}
      </div>
      <Reference topUp={topUp} />
    </div>
  );
}
