import type { Referral } from '../domain/referral.ts';
import type { Entry } from '../domain/wallet/entries.ts';
import type { Wallet } from '../domain/wallet/wallet.ts';
import type { AuditSnapshot, Stored } from '../persistence/stores/audit.store.ts';
import { referrerBonusId } from '../services/idempotency.ts';
import type { Findings } from './findings.ts';

/** I14: referrals beside both wallets and the referrer's bonus. */
export async function checkReferrals(snapshot: AuditSnapshot, findings: Findings): Promise<void> {
  for await (const page of snapshot.referrals()) {
    findings.checked('I14', page.length);
    findings.shapes(page);
    await checkPage(page, snapshot, findings);
  }
}

async function checkPage(page: readonly Stored<Referral>[], snapshot: AuditSnapshot, findings: Findings) {
  const referrals = page.flatMap(({ value }) => value ?? []);
  const wallets = await snapshot.walletsById(referrals.flatMap(({ id, referrerId }) => [id, referrerId]));
  const bonuses = await snapshot.entriesById(referrals.map(bonusIdOf));
  for (const { id, value } of page) {
    if (!value) continue;
    const problem = referralFault(value, wallets, bonuses.get(bonusIdOf(value)));
    if (problem) findings.violated('I14', { record: id }, problem);
  }
}

function bonusIdOf({ id, referrerId }: Referral): string {
  return referrerBonusId(referrerId, id);
}

function referralFault(
  { id, referrerId }: Referral,
  wallets: ReadonlyMap<string, Wallet>,
  bonus: Entry | undefined,
): string | null {
  if (id === referrerId) return 'the customer referred itself';
  if (wallets.get(referrerId)?.referredBy === id) return `it and ${referrerId} referred each other`;
  const referredBy = wallets.get(id)?.referredBy ?? null;
  if (referredBy !== referrerId)
    return `${referrerId} referred it, its wallet says ${referredBy ?? 'nobody did'}`;
  const isBonus =
    bonus?.kind === 'CREDIT' && bonus.origin?.kind === 'REFERRAL' && bonus.origin.otherId === id;
  return isBonus ? null : `${referrerId} has no bonus for it`;
}
