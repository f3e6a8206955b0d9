import { useQuery } from '@apollo/client/react';
import { formatDate } from '../../../../format/date.ts';
import { formatMoney } from '../../../../format/money.ts';
import { ConsoleReferralsOfCustomerDocument } from '../../../../graphql/graphql.ts';
import { Card } from '../../../../ui/card.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { Answered } from '../../../ui/answered.tsx';
import { Cell, Table } from '../../../ui/table.tsx';
import { customerWords } from '../words.ts';
import { ListSkeleton } from './listed.tsx';
import styles from './tabs.module.css';

const { referrals: words } = customerWords;
const { columns } = words;
const COLUMNS = [{ name: columns.person }, { name: columns.when }, { name: columns.bonus, isNumber: true }];

/** Who joined with the code of this customer. */
export function Referrals({ customerId }: { customerId: string }) {
  const query = useQuery(ConsoleReferralsOfCustomerDocument, {
    variables: { customerId },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Card flush title={words.title}>
      <Answered
        operationName="ConsoleReferralsOfCustomer"
        query={query}
        failed={words.failed}
        skeleton={<ListSkeleton label={words.loading} />}
      >
        {({ wallet }) =>
          wallet &&
          (wallet.referral.people.length === 0 ? (
            <EmptyState art="nothingYet" title={words.none} text={words.noneText} />
          ) : (
            <>
              <Table cards caption={words.title} columns={COLUMNS}>
                {wallet.referral.people.map(({ displayName, joinedAt, bonus }) => (
                  <tr key={`${displayName} ${joinedAt}`}>
                    <Cell>
                      <b>{displayName}</b>
                    </Cell>
                    <Cell label={columns.when}>{formatDate(joinedAt)}</Cell>
                    <Cell isNumber label={columns.bonus}>
                      {formatMoney(bonus)}
                    </Cell>
                  </tr>
                ))}
              </Table>
              <p className={styles['foot']}>{words.earned(formatMoney(wallet.referral.earned))}</p>
            </>
          ))
        }
      </Answered>
    </Card>
  );
}
