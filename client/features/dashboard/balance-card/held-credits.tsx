import { Link } from 'react-router';
import { formatNearDate, formatTime, indiaDay, keptTogether } from '../../../format/date.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../../graphql/fragment-masking.ts';
import { HeldCredits_WalletFragmentDoc } from '../../../graphql/graphql.ts';
import type { HeldCredits_WalletFragment } from '../../../graphql/graphql.ts';
import { useClock } from '../../../ui/clock.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useMoneyText } from '../../../wallet/use-money-text.ts';
import { useWords } from '../../../words/use-words.ts';
import { dashboardWords } from '../words/words.ts';
import styles from './held-credits.module.css';

/** So many stand in the card; all of them stand in the history. */
const SHOWN = 2;
const ALL_HELD = '/history?type=hold';

type Hold = HeldCredits_WalletFragment['holds']['nodes'][number];

/** What stands beside the balance, and how that ends: each leads to where it is ended, or else to all that is held. */
export function HeldCredits(props: { wallet: FragmentType<typeof HeldCredits_WalletFragmentDoc> }) {
  const { holds } = readFragment(HeldCredits_WalletFragmentDoc, props.wallet);
  const { activity } = useWords(dashboardWords);
  const { nodes } = holds;
  if (nodes.length === 0) return null;
  return (
    <ul className={styles['held']}>
      {nodes.slice(0, SHOWN).map((hold) => (
        <Held key={hold.id} hold={hold} />
      ))}
      {nodes.length > SHOWN && (
        <li>
          <Link to={ALL_HELD}>
            <span>{activity.all}</span>
            <Icon name="right" size="sm" />
          </Link>
        </li>
      )}
    </ul>
  );
}

function Held({ hold }: { hold: Hold }) {
  const { held: words } = useWords(dashboardWords);
  const money = useMoneyText();
  const { orderId, open, checkout } = hold;
  const amount = money(open);
  return (
    <li>
      <Link to={isUnderWay(checkout) ? checkout.payUrl : ALL_HELD}>
        <Icon name="clock" />
        <span>
          <b>{orderId === null ? words.amount(amount) : words.forOrder(amount, orderId)}</b>
          <small>{useEnd(hold)}</small>
        </span>
        <Icon name="right" size="sm" />
      </Link>
    </li>
  );
}

/** What ends it, and by when. */
function useEnd({ reason, expiresAt, checkout }: Hold): string {
  const { held: words, pendingTopUps } = useWords(dashboardWords);
  const money = useMoneyText();
  const now = useClock();
  if (expiresAt === null) return reason === 'DISPUTE' ? words.disputed : words.goingBack;
  const until = keptTogether(untilText(expiresAt, now()));
  if (!isUnderWay(checkout)) return words.waits(until);
  return checkout.payment?.status === 'CONFIRMING'
    ? `${words.confirming} ${pendingTopUps.dontPayAgain}`
    : words.payRest(money(checkout.toPay), until);
}

function isUnderWay(checkout: Hold['checkout']): checkout is NonNullable<Hold['checkout']> {
  return checkout?.status === 'OPEN' || checkout?.status === 'PAYING';
}

/** Most of it ends within the hour: a day alone would say nothing of today. */
function untilText(expiresAt: string, now: number): string {
  return indiaDay(expiresAt) === indiaDay(now) ? formatTime(expiresAt) : formatNearDate(expiresAt, now);
}
