import { Link } from 'react-router';
import { formatNearDate, formatTime, indiaDay, keptTogether } from '../../format/date.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { HeldCredits_WalletFragmentDoc } from '../../graphql/graphql.ts';
import { Banner } from '../../ui/banner.tsx';
import { useClock } from '../../ui/clock.tsx';
import linkStyles from '../../ui/link.module.css';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { useWords } from '../../words/use-words.ts';
import { dashboardWords } from './words/words.ts';

/** What stands beside the balance: credits that wait for an order, and until when; or for what becomes of their payment. */
export function HeldCredits(props: { wallet: FragmentType<typeof HeldCredits_WalletFragmentDoc> }) {
  const { holds } = readFragment(HeldCredits_WalletFragmentDoc, props.wallet);
  const { held: words, heldForPayment, activity } = useWords(dashboardWords);
  const money = useMoneyText();
  const now = useClock();
  if (holds.nodes.length === 0) return null;
  return (
    <Banner tone="plain" icon="clock">
      <div>
        {holds.nodes.map(({ id, orderId, reason, expiresAt, open }) => (
          <p key={id}>
            {expiresAt === null
              ? heldForPayment[reason === 'DISPUTE' ? 'disputed' : 'goingBack'](money(open))
              : words(money(open), orderId ?? '', keptTogether(untilText(expiresAt, now())))}
          </p>
        ))}
      </div>
      <Link className={linkStyles['link']} to="/history?type=hold">
        {activity.all}
      </Link>
    </Banner>
  );
}

/** Most of it ends within the hour: a day alone would say nothing of today. */
function untilText(expiresAt: string, now: number): string {
  return indiaDay(expiresAt) === indiaDay(now) ? formatTime(expiresAt) : formatNearDate(expiresAt, now);
}
