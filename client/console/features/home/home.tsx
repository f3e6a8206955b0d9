import { useQuery } from '@apollo/client/react';
import { useUpdatedAt } from '../../../apollo/freshness-provider.tsx';
import { dayPart, formatTime } from '../../../format/date.ts';
import { ConsoleHomeDocument } from '../../../graphql/graphql.ts';
import type { Account } from '../../../session/auth-api.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { Columns } from '../../../ui/columns.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Link } from 'react-router';
import { Answered } from '../../ui/answered.tsx';
import { ConsoleIcon } from '../../ui/console-icon.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { formatLongDay } from '../../ui/dates.ts';
import { uiWords } from '../../ui/ui-words.ts';
import { Figures } from './figures.tsx';
import { NewestCustomers } from './newest-customers.tsx';
import { NextUp } from './next-up.tsx';
import { Queues } from './queues.tsx';
import { homeWords as words } from './words.ts';

/** What waits, most urgent first, and how the shop does. */
export function HomePage({ account }: { account: Account }) {
  const now = useClock()();
  const isAdmin = account.role === 'ADMIN';
  const query = useQuery(ConsoleHomeDocument, { variables: { isAdmin }, fetchPolicy: useReadPolicy() });
  const updatedAt = useUpdatedAt('ConsoleHome');
  const [firstName = account.name] = account.name.split(' ');
  return (
    <ConsolePage
      heading={words.greet(words.greeting[dayPart(now)], firstName)}
      busy={query.loading && query.data === undefined}
      sub={
        <>
          <span>{formatLongDay(now)}</span>
          {updatedAt !== null && <span>{uiWords.updated(formatTime(updatedAt))}</span>}
        </>
      }
      actions={
        <Link className={buttonClass('primary')} to="/admin/wallets">
          <ConsoleIcon name="search" />
          {words.find}
        </Link>
      }
    >
      <Answered operationName="ConsoleHome" query={query} failed={words.failed} skeleton={<HomeSkeleton />}>
        {(data) => (
          <>
            <Queues data={data} />
            <Columns
              side={
                <>
                  {isAdmin && <Figures />}
                  <NewestCustomers data={data} />
                </>
              }
            >
              <NextUp data={data} />
            </Columns>
          </>
        )}
      </Answered>
    </ConsolePage>
  );
}

function HomeSkeleton() {
  return (
    <div role="status" aria-label={words.loading}>
      <Skeleton width="100%" height="7rem" />
      <Columns side={<Skeleton width="100%" height="16rem" />}>
        <Skeleton width="100%" height="24rem" />
      </Columns>
    </div>
  );
}
