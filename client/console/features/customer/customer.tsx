import { useQuery } from '@apollo/client/react';
import { Link, useParams, useSearchParams } from 'react-router';
import { ConsoleCustomerDocument } from '../../../graphql/graphql.ts';
import type { Account } from '../../../session/auth-api.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { Columns } from '../../../ui/columns.tsx';
import { CopyIconButton } from '../../../ui/copy-button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useWideScreen } from '../../../ui/use-media-query.ts';
import { TierBadge } from '../../../wallet/tier/tier-badge.tsx';
import { Answered } from '../../ui/answered.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { About } from './about.tsx';
import { Acting, ActButtons } from './acts/acting.tsx';
import type { Customer } from './customer-types.ts';
import { NoWallet } from './no-wallet.tsx';
import { Purse } from './purse.tsx';
import { StatusLine } from './status-line.tsx';
import { readTab, Tabs } from './tabs/tabs.tsx';
import { customerWords as words } from './words.ts';

/** All that the shop knows of one customer, and all that may be done for them. */
export function CustomerPage({ account }: { account: Account }) {
  const { customerId = '' } = useParams();
  const query = useQuery(ConsoleCustomerDocument, {
    variables: { customerId },
    fetchPolicy: useReadPolicy(),
  });
  const customer = query.data?.customer;
  const wallet = customer?.wallet ?? null;
  const isComing = query.loading && query.data === undefined;
  return (
    <Acting account={account} customer={customer ?? null}>
      <ConsolePage
        heading={customer?.name ?? customerId}
        busy={isComing}
        lead={
          customer ? (
            <Avatar name={customer.name} large />
          ) : (
            isComing && <Skeleton round width="3rem" height="3rem" />
          )
        }
        badges={
          wallet ? (
            <>
              <StatusBadge status={wallet.status} />
              <TierBadge {...wallet.tier.tier} />
            </>
          ) : (
            isComing && <Skeleton width="9rem" height="1.5rem" />
          )
        }
        sub={customer || isComing ? <Sub customerId={customerId} customer={customer} /> : null}
        actions={wallet ? <ActButtons wallet={wallet} /> : isComing && <ActsOnTheirWay />}
      >
        <Answered
          operationName="ConsoleCustomer"
          query={query}
          failed={words.failed}
          skeleton={<CustomerSkeleton />}
        >
          {(data) =>
            data.customer === null ? <Missing /> : <Known customer={data.customer} account={account} />
          }
        </Answered>
      </ConsolePage>
    </Acting>
  );
}

/** Who it is, the address says; how to call them comes with the rest. */
function Sub({ customerId, customer }: { customerId: string; customer: Customer | null | undefined }) {
  return (
    <>
      <span>{customerId}</span>
      {customer?.phone !== null && <span>{customer?.phone ?? <Skeleton width="7rem" />}</span>}
      <CopyIconButton text={customerId} label={words.copyId} done={words.copied} />
      {/* A page of its own: what is seen there and what is known here do not mix. The slash lets an id end as a file would. */}
      <a href={`/view-as/${customerId}/`}>{words.viewAs}</a>
    </>
  );
}

/** As wide as what may be done, so that the page below stands where it will. */
function ActsOnTheirWay() {
  const height = useWideScreen() ? '2.5rem' : '3rem';
  return ['9.5rem', '7.25rem', '8.25rem'].map((width) => <Skeleton key={width} {...{ width, height }} />);
}

function Known({ customer, account }: { customer: Customer; account: Account }) {
  const [params] = useSearchParams();
  const { wallet } = customer;
  if (wallet === null) return <NoWallet customerId={customer.customerId} role={account.role} />;
  return (
    <>
      <StatusLine wallet={wallet} />
      <Purse customerId={customer.customerId} wallet={wallet} />
      <Columns side={<About customer={customer} wallet={wallet} />}>
        <Tabs tab={readTab(params)} customer={customer} wallet={wallet} role={account.role} />
      </Columns>
    </>
  );
}

function Missing() {
  return (
    <EmptyState
      art="noMatch"
      title={words.missing}
      text={words.missingText}
      action={
        <Link className={buttonClass('primary')} to="/admin/wallets">
          {words.search}
        </Link>
      }
    />
  );
}

function CustomerSkeleton() {
  return (
    <div role="status" aria-label={words.loading}>
      <Skeleton width="100%" height="6rem" />
      <Columns side={<Skeleton width="100%" height="16rem" />}>
        <Skeleton width="100%" height="24rem" />
      </Columns>
    </div>
  );
}
