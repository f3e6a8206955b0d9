import { isZero, shareOf } from '../../format/proportion.ts';
import type { Checkout_StateFragment } from '../../graphql/graphql.ts';
import { classes } from '../../ui/classes.ts';
import styles from './checkout.module.css';

export type Part = 'card' | 'credits' | 'rest';

/** What pays which part, as a picture: striped a gift card, solid credits, outlined what is paid by UPI or card. The lines below say the same. */
export function PartsBar({ checkout }: { checkout: Checkout_StateFragment }) {
  const { total, fromWallet, fromGiftCards, toPay } = checkout;
  const parts = [
    ...fromGiftCards.map(({ amount }) => ['card', amount] as const),
    ['credits', fromWallet] as const,
    ['rest', toPay] as const,
  ].filter(([, amount]) => !isZero(amount));
  return (
    <div className={styles['parts']} aria-hidden="true">
      {parts.map(([part, amount], index) => (
        <i key={index} className={styles[part]} style={{ flexGrow: shareOf(amount, total) }} />
      ))}
    </div>
  );
}

/** Which part of the picture a line tells of. */
export function PartMark({ part }: { part: Part }) {
  return <i className={classes(styles['mark'], styles[part])} aria-hidden="true" />;
}
