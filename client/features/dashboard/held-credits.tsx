import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { formatNearDate, keptTogether } from '../../format/date.ts';
import { HeldCreditsDocument } from '../../graphql/graphql.ts';
import { useReadPolicy } from '../../session/use-read-policy.ts';
import { Banner } from '../../ui/banner.tsx';
import { useClock } from '../../ui/clock.tsx';
import linkStyles from '../../ui/link.module.css';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { useWords } from '../../words/use-words.ts';
import { dashboardWords } from './words/words.ts';

/** What stands beside the balance: credits that wait for an order, and until when; or for what becomes of their payment. */
export function HeldCredits() {
  const { held: words, heldForPayment, activity } = useWords(dashboardWords);
  const money = useMoneyText();
  const now = useClock();
  const { data } = useQuery(HeldCreditsDocument, { fetchPolicy: useReadPolicy() });
  const holds = data?.viewer.wallet?.holds.nodes ?? [];
  if (holds.length === 0) return null;
  return (
    <Banner tone="plain" icon="clock">
      <div>
        {holds.map(({ id, orderId, reason, expiresAt, open }) => (
          <p key={id}>
            {expiresAt === null
              ? heldForPayment[reason === 'DISPUTE' ? 'disputed' : 'goingBack'](money(open))
              : words(money(open), orderId ?? '', keptTogether(formatNearDate(expiresAt, now())))}
          </p>
        ))}
      </div>
      <Link className={linkStyles['link']} to="/history?type=hold">
        {activity.all}
      </Link>
    </Banner>
  );
}
