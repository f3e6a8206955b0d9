import type { Reward, RewardClaim } from '../domain/reward.ts';
import { claimIdOf } from '../domain/reward.ts';
import type { Entry } from '../domain/wallet/entries.ts';
import type { AuditSnapshot } from '../persistence/stores/audit.store.ts';
import type { Findings } from './findings.ts';
import { moment, rupees } from './words.ts';

/** I15: rewards beside their claims, and claims beside the credits they brought. A shop has few rewards: they are held together. */
export async function checkRewards(snapshot: AuditSnapshot, findings: Findings): Promise<void> {
  const rewards = new Map<string, Reward>();
  const uses = new Map<string, number>();
  for await (const page of snapshot.rewards()) {
    findings.shapes(page);
    for (const { id, value } of page) if (value) rewards.set(id, value);
  }
  for await (const page of snapshot.claims()) {
    findings.shapes(page);
    findings.checked('I15', page.length);
    const entries = await snapshot.entriesById(page.flatMap(({ value }) => value?.entryId ?? []));
    for (const { id, value } of page) {
      if (!value) continue;
      uses.set(value.rewardId, (uses.get(value.rewardId) ?? 0) + 1);
      const problem = claimFault(value, rewards.get(value.rewardId), entries.get(value.entryId));
      if (problem) findings.violated('I15', { record: id }, problem);
    }
  }
  findings.checked('I15', rewards.size);
  for (const reward of rewards.values()) {
    const problem = usesFault(reward, uses.get(reward.id) ?? 0);
    if (problem) findings.violated('I15', { record: reward.id }, problem);
  }
}

function usesFault({ totalUses, maxUses }: Reward, claims: number): string | null {
  if (totalUses !== claims) return `it counts ${totalUses} uses, its claims are ${claims}`;
  return maxUses !== null && claims > maxUses ? `its claims are ${claims}, it allows ${maxUses}` : null;
}

function claimFault(claim: RewardClaim, reward: Reward | undefined, entry: Entry | undefined): string | null {
  const { id, rewardId, customerId, claimedAt } = claim;
  if (id !== claimIdOf(rewardId, customerId)) return `it is the claim of ${customerId} on ${rewardId}`;
  if (!reward) return `there is no reward ${rewardId}`;
  if (entry?.kind !== 'CREDIT' || entry.walletId !== customerId)
    return `there is no credit ${claim.entryId} of ${customerId}`;
  const isOfReward = entry.origin?.kind === 'REWARD' && entry.origin.rewardId === rewardId;
  if (!isOfReward) return `credit ${entry.id} came from something else`;
  if (entry.amount !== reward.creditAmount)
    return `credit ${entry.id} is ${rupees(entry.amount)}, the reward ${rupees(reward.creditAmount)}`;
  if (entry.at !== claimedAt) return `credit ${entry.id} is of ${moment(entry.at)}`;
  return isWithin(claim, reward) ? null : `it was claimed on ${moment(claimedAt)}, outside of its time`;
}

/** When a reward ends may have been changed since, but every change and every use counts its version up. */
function isWithin({ claimedAt }: RewardClaim, reward: Reward): boolean {
  const { validFrom, validUntil, version, totalUses } = reward;
  const isUnchanged = version === totalUses + 1;
  return claimedAt >= validFrom && !(isUnchanged && validUntil !== null && claimedAt >= validUntil);
}
