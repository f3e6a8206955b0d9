import { isFirstUse, type Campaign, type VoucherCode, type VoucherUse } from '../domain/campaign.ts';
import { sum } from '../domain/money.ts';
import type { Entry } from '../domain/wallet/entries.ts';
import type { AuditSnapshot } from '../persistence/stores/audit.store.ts';
import type { Findings } from './findings.ts';
import { moment, rupees } from './words.ts';

interface Counted {
  uses: number;
  spent: bigint;
  customers: number;
  codes: number;
}

/** I38: campaigns beside the uses of their codes, and uses beside the credits they brought. A shop has few campaigns. */
export async function checkCampaigns(snapshot: AuditSnapshot, findings: Findings): Promise<void> {
  const campaigns = new Map<string, Campaign>();
  const counted = new Map<string, Counted>();
  const countOf = (id: string) => {
    const count = counted.get(id) ?? { uses: 0, spent: 0n, customers: 0, codes: 0 };
    counted.set(id, count);
    return count;
  };
  for await (const page of snapshot.campaigns()) {
    findings.shapes(page);
    for (const { id, value } of page) if (value) campaigns.set(id, value);
  }
  for await (const page of snapshot.voucherUses()) {
    findings.shapes(page);
    findings.checked('I38', page.length);
    const uses = page.flatMap(({ value }) => value ?? []);
    const entries = await snapshot.entriesById(uses.map(({ entryId }) => entryId));
    const codes = await snapshot.voucherCodesById(uses.flatMap(({ codeId }) => codeId ?? []));
    for (const use of uses) {
      const count = countOf(use.campaignId);
      count.uses += 1;
      count.spent = sum([count.spent, use.amount]);
      count.customers += isFirstUse(use) ? 1 : 0;
      const code = use.codeId === null ? null : codes.get(use.codeId);
      const problem = useFault(use, campaigns.get(use.campaignId), entries.get(use.entryId), code);
      if (problem) findings.violated('I38', { record: use.id }, problem);
    }
  }
  for await (const page of snapshot.voucherCodes()) {
    findings.shapes(page);
    findings.checked('I38', page.length);
    const codes = page.flatMap(({ value }) => value ?? []);
    const uses = await snapshot.voucherUsesById(codes.flatMap(({ usedBy }) => usedBy ?? []));
    for (const code of codes) {
      countOf(code.campaignId).codes += 1;
      const problem = codeFault(code, code.usedBy === null ? null : uses.get(code.usedBy));
      if (problem) findings.violated('I38', { record: code.id }, problem);
    }
  }
  findings.checked('I38', campaigns.size);
  for (const campaign of campaigns.values()) {
    const problem = countsFault(campaign, countOf(campaign.id));
    if (problem) findings.violated('I38', { record: campaign.id }, problem);
  }
}

function countsFault(campaign: Campaign, { uses, spent, customers, codes }: Counted): string | null {
  if (campaign.uses !== uses) return `it counts ${campaign.uses} uses, there are ${uses}`;
  if (campaign.spent !== spent) return `it has spent ${rupees(campaign.spent)}, its uses ${rupees(spent)}`;
  if (campaign.customers !== customers)
    return `it counts ${campaign.customers} customers, there are ${customers}`;
  if (campaign.codeCount !== codes) return `it counts ${campaign.codeCount} codes, there are ${codes}`;
  const { budget, maxUses } = campaign;
  if (budget !== null && spent > budget) return `its uses came to ${rupees(spent)} of ${rupees(budget)}`;
  return maxUses !== null && uses > maxUses ? `it was used ${uses} times of ${maxUses}` : null;
}

function useFault(
  { id, campaignId, customerId, amount, entryId, termsVersion, usedAt }: VoucherUse,
  campaign: Campaign | undefined,
  entry: Entry | undefined,
  code: VoucherCode | null | undefined,
): string | null {
  if (!campaign) return `there is no campaign ${campaignId}`;
  if (termsVersion > campaign.termsVersion) return `there are no terms ${termsVersion} of ${campaignId}`;
  if (entry?.kind !== 'CREDIT' || entry.walletId !== customerId)
    return `there is no credit ${entryId} of ${customerId}`;
  const { origin } = entry;
  if (origin?.kind !== 'VOUCHER' || origin.campaignId !== campaignId)
    return `credit ${entry.id} came from something else`;
  if (entry.amount !== amount) return `credit ${entry.id} is ${rupees(entry.amount)}, not ${rupees(amount)}`;
  if (entry.at !== usedAt) return `credit ${entry.id} is of ${moment(entry.at)}`;
  if (code === undefined) return 'there is no such code';
  return code !== null && (code.usedBy !== id || code.campaignId !== campaignId)
    ? 'its code was used by another'
    : null;
}

function codeFault({ id, usedBy }: VoucherCode, use: VoucherUse | null | undefined): string | null {
  if (use === null) return null;
  if (use === undefined) return `there is no use ${usedBy ?? ''}`;
  return use.codeId === id ? null : `use ${use.id} is of another code`;
}
