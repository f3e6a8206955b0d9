import { money, tell, tiers } from './sample-wallet.ts';
import type { Line, RewardStory, SampleTopUp, Story } from './sample-wallet.ts';

/** What happened since a moment, by kind. */
export function summaryOf(lines: readonly Line[], from: string | null) {
  const counted = lines.filter((line) => from === null || Date.parse(line.at) >= Date.parse(from));
  const kinds = [...new Set(counted.map((line) => line.kind))];
  return {
    count: counted.length,
    byKind: kinds.map((kind) => {
      const same = counted.filter((line) => line.kind === kind);
      return { kind, count: same.length, total: money(same.reduce((sum, line) => sum + line.paise, 0n)) };
    }),
  };
}

function rewardOf({ name, paise, used, of, minimum, endedAt }: RewardStory) {
  return {
    __typename: 'Reward',
    id: name,
    name,
    description: `About ${name}.`,
    creditAmount: money(paise),
    minPurchaseAmount: minimum === undefined ? null : money(minimum),
    maxUses: of,
    totalUses: used,
    usesLeft: of === null ? null : of - used,
    status: 'ACTIVE',
    validFrom: '2026-11-01T00:00:00+05:30',
    validUntil: endedAt ?? '2026-11-30T23:59:59+05:30',
    metadata: [],
  };
}

/** All rewards of the shop, also those whose time is over. */
export function rewardsOf(story: Story | null) {
  return (story?.rewards ?? []).map(rewardOf);
}

export function offersOf(story: Story | null) {
  const offered = (story?.rewards ?? []).filter(({ endedAt }) => endedAt === undefined);
  return offered.map((reward) => {
    const notClaimable = refusalOf(reward);
    return {
      reward: rewardOf(reward),
      canClaim: notClaimable === null,
      notClaimable,
      largestPurchase: reward.minimum === undefined ? null : money(reward.largest ?? 0n),
    };
  });
}

function refusalOf({ claimedAt, used, of, minimum, largest = 0n }: RewardStory) {
  if (claimedAt !== undefined) return { code: 'REWARD_ALREADY_CLAIMED', message: 'Claimed.' };
  if (of !== null && used >= of) return { code: 'REWARD_EXHAUSTED', message: 'Gone.' };
  if (minimum === undefined || largest >= minimum) return null;
  return {
    code: 'MINIMUM_PURCHASE_NOT_MET',
    message: 'Not yet.',
    required: money(minimum),
    largest: money(largest),
    since: '2026-11-01T00:00:00+05:30',
  };
}

export function claimsOf(story: Story | null) {
  if (story === null) return [];
  const { entries } = tell(story);
  return (story.rewards ?? []).flatMap((reward) => {
    const transaction = entries.find((entry) => entry.reason === reward.name);
    if (reward.claimedAt === undefined || transaction === undefined) return [];
    return [
      { id: `claim-${reward.name}`, claimedAt: reward.claimedAt, reward: rewardOf(reward), transaction },
    ];
  });
}

export function referralOf(story: Story | null) {
  const people = story?.people ?? [];
  return {
    code: 'A7KQ9WPM',
    shareText: 'Join me at Early Bird with the code A7KQ9WPM.',
    referrerBonus: money(100_00n),
    referredBonus: money(50_00n),
    count: people.length,
    earned: money(people.reduce((sum, person) => sum + person.paise, 0n)),
    referredBy: null,
    canApplyCode: story?.canApplyCode ?? false,
    people: people.map(({ paise, ...person }) => ({ ...person, bonus: money(paise) })),
  };
}

export function spend(orderId: string, amount: string): Line {
  return { kind: 'DEBIT', paise: paiseOf(amount), at: '2026-11-23T09:42:00+05:30', orderId };
}

export function spendPreviewOf(story: Story | null, amount: string) {
  const now = tell(story ?? { lines: [] });
  const short = paiseOf(amount) - paiseOf(now.balance.amount);
  if (short > 0n) {
    const refusal = { code: 'INSUFFICIENT_FUNDS', message: 'Not enough.', shortBy: money(short) };
    return {
      amount: money(paiseOf(amount)),
      canSpend: false,
      refusal,
      draws: [],
      balanceAfter: now.balance,
      tierAfter: now.tier.tier,
      quote: { seq: now.entries.length },
      shortBy: money(short),
    };
  }
  const after = tell({ ...story, lines: [...(story?.lines ?? []), spend('preview', amount)] });
  return {
    amount: money(paiseOf(amount)),
    canSpend: true,
    refusal: null,
    draws: after.entries[0]?.['draws'],
    balanceAfter: after.balance,
    quote: { seq: now.entries.length },
    tierAfter: after.tier.tier ?? tiers[0],
    shortBy: null,
  };
}

export function paiseOf(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}

export function topUpOf(topUp: SampleTopUp, wallet: () => object | null) {
  const { id, paise, method, status, failureReason = null, note = null } = topUp;
  const payable = status === 'AWAITING_PAYMENT';
  return {
    __typename: 'TopUp',
    id,
    amount: money(paise),
    method,
    status,
    note,
    failureReason,
    reference: 'TOP-7K2M9QXZ4A6B',
    checkoutUrl: payable && method === 'CARD' ? '/pay/mock' : null,
    upiIntent:
      payable && method === 'UPI' ? 'upi://pay?pa=shop@bank&pn=Early%20Bird%20Stores&am=500.00' : null,
    expiresAt: '2026-11-23T09:46:00+05:30',
    createdAt: '2026-11-23T09:41:00+05:30',
    settledAt: status === 'SETTLED' ? '2026-11-23T09:43:00+05:30' : null,
    transaction:
      status === 'SETTLED'
        ? {
            __typename: 'CreditTransaction',
            id: `entry-of-${id}`,
            reference: 'EB-7K9QX-2R4',
            createdAt: '2026-11-23T09:43:00+05:30',
            expiresAt: '2028-11-22T23:59:59+05:30',
            // Asha had ₹4,250.00 before.
            balanceAfter: money(4_250_00n + paise),
            wallet,
          }
        : null,
  };
}
