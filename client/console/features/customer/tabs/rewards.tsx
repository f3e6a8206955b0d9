import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { formatDate, formatDateTime } from '../../../../format/date.ts';
import { formatMoney } from '../../../../format/money.ts';
import { ConsoleRewardsOfCustomerDocument } from '../../../../graphql/graphql.ts';
import type { ConsoleRewardsOfCustomerQuery, ListOrder } from '../../../../graphql/graphql.ts';
import { Button } from '../../../../ui/button.tsx';
import { Card } from '../../../../ui/card.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { Fact, Facts } from '../../../../ui/facts.tsx';
import { BY_TIME, orderOf } from '../../../parts/place.ts';
import { sortedBy, TurnRound } from '../../../parts/sorting.tsx';
import { Answered } from '../../../ui/answered.tsx';
import { Cell, Table } from '../../../ui/table.tsx';
import { customerWords } from '../words.ts';
import { ListSkeleton } from './listed.tsx';
import { WhyNotReward } from './why-not-reward.tsx';
import styles from './tabs.module.css';

const { rewards: words, whyNot } = customerWords;
const { columns } = words;
const COLUMNS = [
  { name: columns.amount, isNumber: true },
  { name: columns.left, isNumber: true },
  { name: columns.expires },
];

type RewardsWallet = NonNullable<ConsoleRewardsOfCustomerQuery['wallet']>;

/** What the customer has claimed, and what they could claim now. */
export function Rewards({ customerId }: { customerId: string }) {
  const [params] = useSearchParams();
  const orderBy = orderOf(params, BY_TIME);
  const { previousData, ...query } = useQuery(ConsoleRewardsOfCustomerDocument, {
    variables: { customerId, orderBy },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Answered
      operationName="ConsoleRewardsOfCustomer"
      query={{ ...query, data: query.data ?? previousData }}
      failed={words.failed}
      skeleton={<ListSkeleton label={words.loading} />}
    >
      {({ wallet }) =>
        wallet && (
          <>
            <Claims claims={wallet.claims} orderBy={orderBy} />
            <Offers customerId={customerId} offers={wallet.availableRewards} />
          </>
        )
      }
    </Answered>
  );
}

interface ClaimsProps extends Pick<RewardsWallet, 'claims'> {
  orderBy: ListOrder;
}

function Claims({ claims, orderBy }: ClaimsProps) {
  const shown = [{ name: columns.reward }, sortedBy({ name: columns.when }, BY_TIME, orderBy), ...COLUMNS];
  return (
    <Card flush title={words.title}>
      {claims.length === 0 ? (
        <EmptyState art="nothingYet" title={words.none} text={words.noneText} />
      ) : (
        <>
          <Table cards caption={words.title} columns={shown}>
            {claims.map(({ id, claimedAt, reward, transaction }) => (
              <tr key={id}>
                <Cell>
                  <span>
                    <b>{reward.name}</b>
                    <small>{transaction.reference}</small>
                  </span>
                </Cell>
                <Cell label={columns.when}>{formatDateTime(claimedAt)}</Cell>
                <Cell isNumber label={columns.amount}>
                  {formatMoney(transaction.amount)}
                </Cell>
                <Cell isNumber label={columns.left}>
                  {formatMoney(transaction.remaining)}
                </Cell>
                <Cell label={columns.expires}>
                  {transaction.expiresAt === null
                    ? customerWords.lots.never
                    : formatDate(transaction.expiresAt)}
                </Cell>
              </tr>
            ))}
          </Table>
          <div className={styles['foot']}>
            <TurnRound />
          </div>
        </>
      )}
    </Card>
  );
}

interface OffersProps {
  customerId: string;
  offers: RewardsWallet['availableRewards'];
}

function Offers({ customerId, offers }: OffersProps) {
  const [asked, setAsked] = useState<OffersProps['offers'][number]['reward'] | null>(null);
  return (
    <Card title={words.open}>
      {offers.length === 0 && <p>{words.openNone}</p>}
      <Facts>
        {offers.map(({ reward }) => (
          <Fact key={reward.id} name={reward.name}>
            {formatMoney(reward.creditAmount)}{' '}
            <Button
              small
              kind="quiet"
              icon="help"
              aria-label={whyNot.rewardButton(reward.name)}
              onClick={() => setAsked(reward)}
            >
              {whyNot.rewardShort}
            </Button>
          </Fact>
        ))}
      </Facts>
      {asked && <WhyNotReward customerId={customerId} reward={asked} onClose={() => setAsked(null)} />}
    </Card>
  );
}
