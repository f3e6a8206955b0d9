import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { formatMoney } from '../../../format/money.ts';
import { ConsoleSettingsDocument } from '../../../graphql/graphql.ts';
import type { ConsoleSettingsQuery } from '../../../graphql/graphql.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { Card } from '../../../ui/card.tsx';
import { Columns } from '../../../ui/columns.tsx';
import { Fact, Facts } from '../../../ui/facts.tsx';
import text from '../../../ui/text.module.css';
import { TableCardSkeleton } from '../../parts/table-card-skeleton.tsx';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { Answered } from '../../ui/answered.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { Cell, Table } from '../../ui/table.tsx';
import { settingsWords as words } from './words.ts';

type Policy = ConsoleSettingsQuery['walletPolicy'];

/** The limits and rules that hold for every wallet, to be read. */
export function SettingsPage() {
  const query = useQuery(ConsoleSettingsDocument, { fetchPolicy: useReadPolicy() });
  return (
    <ConsolePage heading={words.title} sub={words.sub} busy={query.loading && query.data === undefined}>
      <Answered
        operationName="ConsoleSettings"
        query={query}
        failed={words.failed}
        skeleton={<TableCardSkeleton label={words.loading} />}
      >
        {({ walletPolicy, shop }) => (
          <Columns
            side={
              <>
                <People />
                <Shop shop={shop} />
              </>
            }
          >
            <Limits policy={walletPolicy} />
            <Rules policy={walletPolicy} />
            <Tiers tiers={walletPolicy.tiers} />
          </Columns>
        )}
      </Answered>
    </ConsolePage>
  );
}

function Limits({ policy: { maxBalance, maxOperation, minTopUp, maxTopUp } }: { policy: Policy }) {
  return (
    <Card title={words.limits}>
      <Facts>
        <Fact name={words.maxBalance}>{formatMoney(maxBalance)}</Fact>
        <Fact name={words.maxOperation}>{formatMoney(maxOperation)}</Fact>
        <Fact name={words.topUp}>{words.range(formatMoney(minTopUp), formatMoney(maxTopUp))}</Fact>
      </Facts>
      <p className={text['note']}>{words.approvals}</p>
    </Card>
  );
}

function Rules({ policy }: { policy: Policy }) {
  const { orderOfUse, refundRule, refundGraceDays, tierBasis, timeZone } = policy;
  return (
    <Card title={words.policy}>
      <Facts>
        <Fact name={words.order}>{orderOfUse}</Fact>
        <Fact name={words.refund}>{refundRule}</Fact>
        <Fact name={words.grace}>{words.days(refundGraceDays)}</Fact>
        <Fact name={words.basis}>{words.bases[tierBasis]}</Fact>
        <Fact name={words.zone}>{timeZone}</Fact>
      </Facts>
    </Card>
  );
}

function Tiers({ tiers }: Pick<Policy, 'tiers'>) {
  const { tier, from, lasts, benefits } = words.columns;
  const columns = [{ name: tier }, { name: from, isNumber: true }, { name: lasts }, { name: benefits }];
  return (
    <Card title={words.tiers} flush>
      <Table cards caption={words.tierTable} columns={columns}>
        {tiers.map((one) => (
          <tr key={one.level}>
            <Cell>
              <b>{one.name}</b>
            </Cell>
            <Cell label={from} isNumber>
              {formatMoney(one.threshold)}
            </Cell>
            <Cell label={lasts}>{words.lasts(one.creditLifetimeDays)}</Cell>
            <Cell label={benefits}>{one.benefits.join('. ')}</Cell>
          </tr>
        ))}
      </Table>
    </Card>
  );
}

function People() {
  const isAdmin = useOwnAccount()?.role === 'ADMIN';
  return (
    <Card title={words.accounts}>
      <p className={text['note']}>{words.accountsText}</p>
      <p>
        <Link to="/admin/account">{words.own}</Link>
      </p>
      {isAdmin && (
        <p>
          <Link to="/admin/audit?act=addAccount">{words.acts}</Link>
        </p>
      )}
    </Card>
  );
}

function Shop({ shop: { name, phone, email, hours } }: { shop: ConsoleSettingsQuery['shop'] }) {
  return (
    <Card title={words.shop}>
      <p>{name}</p>
      <Facts>
        {phone !== null && <Fact name={words.phone}>{phone}</Fact>}
        {email !== null && <Fact name={words.email}>{email}</Fact>}
        {hours !== null && <Fact name={words.hours}>{hours}</Fact>}
      </Facts>
    </Card>
  );
}
