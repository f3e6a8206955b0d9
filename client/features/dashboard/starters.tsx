import { Link } from 'react-router';
import { formatMoney } from '../../format/money.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { Starters_WalletFragmentDoc } from '../../graphql/graphql.ts';
import type { IconName } from '../../ui/icon-shapes.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import { dashboardWords } from './words/words.ts';
import styles from './starters.module.css';

/** For a wallet with nothing in it yet: ways to put the first credits in. */
export function Starters(props: { wallet: FragmentType<typeof Starters_WalletFragmentDoc> }) {
  const wallet = readFragment(Starters_WalletFragmentDoc, props.wallet);
  const { starters } = useWords(dashboardWords);
  if (wallet.transactionCount > 0 || wallet.status !== 'ACTIVE') return null;
  const { canApplyCode, referredBonus } = wallet.referral;
  return (
    <section className={styles['starters']} aria-label={starters.title}>
      <h2>{starters.title}</h2>
      <ul>
        <Starter to="/add" icon="plus" title={starters.add} text={starters.addText} />
        {canApplyCode && (
          <Starter
            to="/refer"
            icon="people"
            title={starters.code}
            text={starters.codeText(formatMoney(referredBonus))}
          />
        )}
        <Starter to="/rewards" icon="gift" title={starters.rewards} text={starters.rewardsText} />
      </ul>
    </section>
  );
}

function Starter({ to, icon, title, text }: { to: string; icon: IconName; title: string; text: string }) {
  return (
    <li>
      <Link to={to}>
        <span className={styles['disc']}>
          <Icon name={icon} size="sm" />
        </span>
        <span className={styles['text']}>
          <b>{title}</b>
          <small>{text}</small>
        </span>
        <Icon name="right" size="sm" />
      </Link>
    </li>
  );
}
