import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { formatDateTime } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import { ReferralsPageDocument } from '../../../graphql/graphql.ts';
import type { ReferralsPageQuery } from '../../../graphql/graphql.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Columns } from '../../../ui/columns.tsx';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { Meter } from '../../../ui/meter.tsx';
import text from '../../../ui/text.module.css';
import { TableCardSkeleton } from '../../parts/table-card-skeleton.tsx';
import { Answered } from '../../ui/answered.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { referralsWords as words } from './words.ts';

const percent = new Intl.NumberFormat('en-IN', { style: 'percent', maximumFractionDigits: 1 });

/** How the referral programme does, and its rules. */
export function ReferralsPage() {
  const query = useQuery(ReferralsPageDocument, { fetchPolicy: useReadPolicy() });
  return (
    <ConsolePage heading={words.title} sub={words.sub} busy={query.loading && query.data === undefined}>
      <Answered
        operationName="ReferralsPage"
        query={query}
        failed={words.failed}
        skeleton={<TableCardSkeleton label={words.loading} />}
      >
        {({ programmeStatistics, walletPolicy }) => (
          <Columns side={<Rules policy={walletPolicy} />}>
            <Usage statistics={programmeStatistics} />
            <Card title={words.find}>
              <p>{words.findText}</p>
              <p>
                <Link className={buttonClass('secondary')} to="/admin/wallets">
                  {words.findLink}
                </Link>
              </p>
            </Card>
          </Columns>
        )}
      </Answered>
    </ConsolePage>
  );
}

function Usage({
  statistics: { asOf, referralUsage },
}: {
  statistics: ReferralsPageQuery['programmeStatistics'];
}) {
  const { numerator, denominator, value, target } = referralUsage;
  const share = words.of(percent.format(value), target === null ? null : percent.format(target));
  return (
    <Card title={words.usage}>
      <p>{words.usageText(numerator, denominator)}</p>
      <Meter label={words.share} text={share} share={Math.min(1, value)} />
      <p className={text['note']}>
        {share}. {words.asOf(formatDateTime(asOf))}
      </p>
    </Card>
  );
}

function Rules({ policy }: { policy: ReferralsPageQuery['walletPolicy'] }) {
  return (
    <Card title={words.rules}>
      <Facts>
        <Fact name={words.referrer}>{formatMoney(policy.referrerBonus)}</Fact>
        <Fact name={words.referred}>{formatMoney(policy.referredBonus)}</Fact>
        <Fact name={words.window}>{words.windowDays(policy.referralWindowDays)}</Fact>
        <Fact name={words.validity}>{words.days(policy.referralValidityDays)}</Fact>
      </Facts>
    </Card>
  );
}
