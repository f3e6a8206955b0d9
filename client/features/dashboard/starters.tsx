import { Link } from 'react-router';
import { formatNearDate, keptTogether } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { Starters_PolicyFragmentDoc, Starters_WalletFragmentDoc } from '../../graphql/graphql.ts';
import { useClock } from '../../ui/clock.tsx';
import { Disc } from '../../ui/disc.tsx';
import type { IconName } from '../../ui/icon-shapes.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import { dashboardWords } from './words/words.ts';
import styles from './starters.module.css';

const DAY_MS = 86_400_000;

export interface StartersProps {
  wallet: FragmentType<typeof Starters_WalletFragmentDoc>;
  policy: FragmentType<typeof Starters_PolicyFragmentDoc>;
}

/** For a wallet with nothing in it yet: first credits that cost nothing. */
export function Starters(props: StartersProps) {
  const { createdAt, referral } = readFragment(Starters_WalletFragmentDoc, props.wallet);
  const { referralWindowDays } = readFragment(Starters_PolicyFragmentDoc, props.policy);
  const { starters } = useWords(dashboardWords);
  const now = useClock();
  const codesEnd = Date.parse(createdAt) + referralWindowDays * DAY_MS;
  return (
    <section className={styles['starters']} aria-label={starters.title}>
      <h2>{starters.title}</h2>
      <ul>
        {referral.canApplyCode && (
          <Starter
            to="/refer"
            icon="people"
            title={starters.code}
            text={starters.codeText(
              formatMoney(referral.referredBonus),
              keptTogether(formatNearDate(codesEnd, now())),
            )}
          />
        )}
        <Starter to="/gift-cards" icon="card" title={starters.giftCode} text={starters.giftCodeText} />
        <Starter to="/rewards" icon="gift" title={starters.rewards} text={starters.rewardsText} />
      </ul>
    </section>
  );
}

function Starter({ to, icon, title, text }: { to: string; icon: IconName; title: string; text: string }) {
  return (
    <li>
      <Link to={to}>
        <Disc icon={icon} tone="brand" />
        <span className={styles['text']}>
          <b>{title}</b>
          <small>{text}</small>
        </span>
        <Icon name="right" size="sm" className={styles['way']} />
      </Link>
    </li>
  );
}
