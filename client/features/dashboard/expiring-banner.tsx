import { useId, useState } from 'react';
import { formatNearDate, keptTogether } from '../../format/date.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { ExpiringBanner_WalletFragmentDoc, LotList_LotFragmentDoc } from '../../graphql/graphql.ts';
import type { ExpiringBanner_WalletFragment } from '../../graphql/graphql.ts';
import { Banner } from '../../ui/banner.tsx';
import type { BannerTone } from '../../ui/banner.tsx';
import { useClock } from '../../ui/clock.tsx';
import linkStyles from '../../ui/link.module.css';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { useWords } from '../../words/use-words.ts';
import { LotList } from './lot-list.tsx';
import { dashboardWords } from './words/words.ts';
import styles from './expiring-banner.module.css';

/** What is about to vanish within 30 days. Louder at seven days and on the last one; nothing when nothing expires. */
export function ExpiringBanner(props: { wallet: FragmentType<typeof ExpiringBanner_WalletFragmentDoc> }) {
  const wallet = readFragment(ExpiringBanner_WalletFragmentDoc, props.wallet);
  const { expiring } = useWords(dashboardWords);
  const sentence = useSentence(wallet.expiringCredits);
  const [open, setOpen] = useState(false);
  const listId = useId();
  if (sentence === null) return null;
  return (
    <Banner tone={toneAt(sentence.daysLeft)} icon="hourglass">
      <div className={styles['line']}>
        <p>
          <b>{sentence.text}</b> {wallet.status === 'ACTIVE' ? expiring.usedFirst : expiring.whileFrozen}
        </p>
        <button
          type="button"
          className={linkStyles['link']}
          aria-expanded={open}
          aria-controls={listId}
          onClick={() => setOpen(!open)}
        >
          {open ? expiring.hideDetails : expiring.details}
        </button>
      </div>
      <div id={listId} hidden={!open}>
        <LotList lots={wallet.expiringCredits.lots} label={expiring.lots} />
      </div>
    </Banner>
  );
}

function useSentence({ total, lots, nextExpiryAt }: ExpiringBanner_WalletFragment['expiringCredits']) {
  const { expiring } = useWords(dashboardWords);
  const money = useMoneyText();
  const now = useClock();
  const [first] = readFragment(LotList_LotFragmentDoc, lots);
  if (first === undefined || nextExpiryAt === null) return null;
  const daysLeft = first.daysLeft ?? 0;
  const say = lots.length === 1 ? expiring.one : expiring.several;
  return { daysLeft, text: say(money(total), daysLeft, keptTogether(formatNearDate(nextExpiryAt, now()))) };
}

function toneAt(daysLeft: number): BannerTone {
  if (daysLeft <= 1) return 'bad';
  return daysLeft <= 7 ? 'warn' : 'plain';
}
