import { isZero } from '../../format/proportion.ts';
import { formatMoney } from '../../format/money.ts';
import { minus } from '../../format/sum.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { TierCards_TierFragmentDoc } from '../../graphql/graphql.ts';
import type { TierCard_WalletFragment, TierCards_TierFragment } from '../../graphql/graphql.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { TierBadge } from '../../wallet/tier/tier-badge.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { walletWords } from '../../wallet/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { tierWords } from './words/words.ts';
import styles from './tier-cards.module.css';

type Standing = TierCard_WalletFragment['tier'];

export interface TierCardsProps {
  tiers: readonly FragmentType<typeof TierCards_TierFragmentDoc>[];
  standing: Standing;
}

/** What each tier asks and brings, and how far it is from here. What all of them bring is said once. */
export function TierCards({ standing, ...props }: TierCardsProps) {
  const tiers = readFragment(TierCards_TierFragmentDoc, props.tiers);
  const { tiers: words } = useWords(tierWords);
  const current = tiers.findIndex(({ level }) => level === standing.tier.level);
  const [first, ...others] = tiers;
  const shared = (first?.benefits ?? []).filter((benefit) =>
    others.every(({ benefits }) => benefits.includes(benefit)),
  );
  return (
    <section className={styles['tiers']} aria-label={words.all}>
      <h2>{words.all}</h2>
      <ul className={styles['cards']}>
        {tiers.map((tier, index) => (
          <Tier
            key={tier.level}
            tier={tier}
            standing={standing}
            place={index - current}
            own={tier.benefits.filter((benefit) => !shared.includes(benefit))}
          />
        ))}
      </ul>
      {shared.length > 0 && (
        <p className={styles['shared']}>{words.inEvery(shared.map(words.said).join(', '))}</p>
      )}
    </section>
  );
}

interface TierProps {
  tier: TierCards_TierFragment;
  standing: Standing;
  /** From the customer's own tier: below it, at it, above it. */
  place: number;
  own: string[];
}

function Tier({ tier, standing, place, own }: TierProps) {
  const { tiers: words } = useWords(tierWords);
  const { tier: shared } = useWords(walletWords);
  return (
    <li className={classes(styles['card'], place === 0 && styles['own'])}>
      <p className={styles['head']}>
        <TierBadge level={tier.level} name={tier.name} />
        {place === 0 && <b>{words.here}</b>}
      </p>
      <dl>
        <div>
          <dt>{words.needed[standing.basis]}</dt>
          <dd>{formatMoney(tier.threshold)}</dd>
        </div>
        <div>
          <dt>{words.lifetime}</dt>
          <dd>{shared.lasts(tier.creditLifetimeDays)}</dd>
        </div>
      </dl>
      {own.length > 0 && (
        <ul className={styles['benefits']}>
          {own.map((benefit) => (
            <li key={benefit}>
              <Icon name="check" size="xs" />
              {words.said(benefit)}
            </li>
          ))}
        </ul>
      )}
      <Distance tier={tier} standing={standing} place={place} />
    </li>
  );
}

function Distance({ tier, standing, place }: Omit<TierProps, 'own'>) {
  const { tiers: words } = useWords(tierWords);
  const money = useMoneyText();
  const { qualifyingAmount, basis } = standing;
  if (place > 0) return <p>{words.away(money(minus(tier.threshold, qualifyingAmount)))}</p>;
  if (isZero(tier.threshold)) return <p>{words.start}</p>;
  if (place < 0) return <p>{words.passed}</p>;
  // Only a balance is spent below a line.
  return basis === 'BALANCE' ? <p>{words.stay(money(minus(qualifyingAmount, tier.threshold)))}</p> : null;
}
