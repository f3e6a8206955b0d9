import type { CSSProperties, ReactNode } from 'react';
import { useId } from 'react';
import { usePreferences } from '../../../preferences/preferences-provider.tsx';
import { classes } from '../../../ui/classes.ts';
import { Dawn } from '../../../ui/dawn.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useWords } from '../../../words/use-words.ts';
import { dashboardWords } from '../words/words.ts';
import styles from './balance-card.module.css';

export interface BalanceFrameProps {
  /** The gradient loses its colour. */
  frozen?: boolean;
  /** There is an amount that somebody may want to hide. */
  hidable?: boolean;
  badges: ReactNode;
  amount: ReactNode;
  children: ReactNode;
}

/** Loading and loaded share it, so that nothing jumps. */
export function BalanceFrame({
  frozen = false,
  hidable = true,
  badges,
  amount,
  children,
}: BalanceFrameProps) {
  const { balance } = useWords(dashboardWords);
  const headingId = useId();
  return (
    <DawnCard frozen={frozen} headingId={headingId}>
      <div className={styles['top']}>
        <div className={styles['label']}>
          <h2 id={headingId}>{balance.label}</h2>
          {hidable && <HideAmounts />}
        </div>
        <span className={styles['badges']}>{badges}</span>
      </div>
      <p className={styles['amount']}>{amount}</p>
      {children}
    </DawnCard>
  );
}

export interface DawnCardProps {
  frozen?: boolean;
  headingId: string;
  children: ReactNode;
}

/** The one gradient of the app. */
export function DawnCard({ frozen = false, headingId, children }: DawnCardProps) {
  return (
    <section className={classes(styles['card'], frozen && styles['frozen'])} aria-labelledby={headingId}>
      <Dawn />
      {children}
    </section>
  );
}

export interface BalanceSplitProps {
  /** Between 0 and 1; null while it is not known. */
  purchasedShare: number | null;
  purchased: ReactNode;
  granted: ReactNode;
}

/** What was paid for and what was given. The two differ by the shape of their dot as well as by colour. */
export function BalanceSplit({ purchasedShare, purchased, granted }: BalanceSplitProps) {
  const { balance } = useWords(dashboardWords);
  return (
    <div className={styles['split']}>
      <div className={styles['bar']} aria-hidden="true">
        {purchasedShare !== 0 && <i style={grow(purchasedShare ?? 1)} />}
        {purchasedShare !== null && purchasedShare !== 1 && (
          <i className={styles['granted']} style={grow(1 - purchasedShare)} />
        )}
      </div>
      <dl className={styles['key']}>
        <div>
          <dt>{balance.purchased}</dt>
          <dd>{purchased}</dd>
        </div>
        <div>
          <dt className={styles['granted']}>{balance.granted}</dt>
          <dd>{granted}</dd>
        </div>
      </dl>
    </div>
  );
}

function HideAmounts() {
  const { balance } = useWords(dashboardWords);
  const [{ hideAmounts }, update] = usePreferences();
  return (
    <IconButton
      onGradient
      icon={hideAmounts ? 'eyeOff' : 'eye'}
      label={balance.hide}
      aria-pressed={hideAmounts}
      onClick={() => update({ hideAmounts: !hideAmounts })}
    />
  );
}

function grow(share: number): CSSProperties {
  return { flexGrow: share };
}
