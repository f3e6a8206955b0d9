import { formatMoney } from '../../../format/money.ts';
import { Card } from '../../../ui/card.tsx';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { personName } from '../../parts/person-name.ts';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { audienceOf, windowOf } from './standing.ts';
import type { Campaign } from './standing.ts';
import { campaignsWords as words } from './words.ts';

const { page } = words;

/** Its terms as they are now. */
export function CampaignRules({ campaign }: { campaign: Campaign }) {
  const me = useOwnAccount()?.id;
  const { value, sharedCode, codeCount, usesPerCustomer, maxUses, creditLifetimeDays, createdBy } = campaign;
  return (
    <Card title={page.rules}>
      <Facts>
        <Fact name={page.value}>{formatMoney(value)}</Fact>
        <Fact name={page.code}>
          {sharedCode === null ? words.uniqueCodes(codeCount) : `${words.sharedCode}, ${sharedCode}`}
        </Fact>
        <Fact name={page.audience}>{audienceOf(campaign)}</Fact>
        <Fact name={page.perCustomer}>{page.times(usesPerCustomer)}</Fact>
        <Fact name={page.inAll}>{maxUses === null ? page.noLimit : page.times(maxUses)}</Fact>
        <Fact name={page.window}>{windowOf(campaign)}</Fact>
        <Fact name={page.lasts}>
          {creditLifetimeDays === null ? page.asTier : page.days(creditLifetimeDays)}
        </Fact>
        <Fact name={page.funding}>{page.granted}</Fact>
        <Fact name={page.by}>{personName(createdBy, me)}</Fact>
      </Facts>
    </Card>
  );
}
