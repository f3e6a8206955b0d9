import { defaultPolicy } from '../../api/domain/policy.ts';
import {
  claimIdOf,
  isOffered,
  used,
  usesLeft,
  whyNotClaimable,
  whyNotValid,
  type ClaimFacts,
  type Reward,
} from '../../api/domain/reward.ts';
import { india, rupees } from './wallet-story.ts';

const begins = india('2026-03-01 00:00');
const ends = india('2026-04-01 00:00');
const now = india('2026-03-10 09:00');

function reward(more: Partial<Reward> = {}): Reward {
  return {
    id: 'welcome',
    version: 1,
    name: 'Spring bonus',
    description: 'For orders in spring',
    creditAmount: rupees(50),
    minPurchaseAmount: rupees(500),
    maxUses: 10,
    totalUses: 9,
    status: 'ACTIVE',
    validFrom: begins,
    validUntil: ends,
    metadata: [],
    createdAt: begins,
    updatedAt: begins,
    intent: 'intent',
    ...more,
  };
}

function facts(more: Partial<ClaimFacts> = {}): ClaimFacts {
  return { now, claimed: null, largestPurchase: rupees(500), ...more };
}

const claimed = {
  id: 'welcome:asha',
  rewardId: 'welcome',
  customerId: 'asha',
  entryId: 'asha:1',
  claimedAt: 7,
};

describe('a reward', () => {
  it('can be claimed by whoever meets all of it, to the last use and the exact minimum', () => {
    expect(whyNotClaimable(reward(), facts())).toBeNull();
  });

  it('can be claimed from its first moment until just before its end', () => {
    expect(whyNotClaimable(reward(), facts({ now: begins }))).toBeNull();
    expect(whyNotClaimable(reward(), facts({ now: ends - 1 }))).toBeNull();
  });

  it('without minimum, cap and end asks for none of them', () => {
    const open = reward({ minPurchaseAmount: null, maxUses: null, validUntil: null, totalUses: 1_000_000 });
    expect(whyNotClaimable(open, facts({ now: ends * 2, largestPurchase: 0n }))).toBeNull();
  });

  it.each([
    ['twice', reward(), facts({ claimed }), { code: 'REWARD_ALREADY_CLAIMED', since: 7 }],
    ['while it is inactive', reward({ status: 'INACTIVE' }), facts(), { code: 'REWARD_NOT_ACTIVE' }],
    [
      'before it begins',
      reward(),
      facts({ now: begins - 1 }),
      { code: 'REWARD_NOT_YET_VALID', since: begins },
    ],
    ['from its end on', reward(), facts({ now: ends }), { code: 'REWARD_EXPIRED', since: ends }],
    ['when its uses are gone', reward({ totalUses: 10 }), facts(), { code: 'REWARD_EXHAUSTED' }],
    [
      'a paisa below its minimum purchase',
      reward(),
      facts({ largestPurchase: rupees(500) - 1n }),
      { code: 'MINIMUM_PURCHASE_NOT_MET', required: rupees(500), largest: rupees(500) - 1n },
    ],
  ] as const)('cannot be claimed %s', (_, of, given, refusal) => {
    expect(whyNotClaimable(of, given)).toEqual(refusal);
  });

  it('counts a use as a change of itself', () => {
    expect(used(reward(), now)).toEqual({ ...reward(), version: 2, totalUses: 10, updatedAt: now });
  });

  it('knows how often it can still be claimed', () => {
    expect([
      usesLeft(reward()),
      usesLeft(reward({ maxUses: null })),
      usesLeft(reward({ maxUses: 5 })),
    ]).toEqual([1, null, 0]);
  });

  it('is shown while it is active and in its time', () => {
    expect([begins, ends - 1].map((at) => isOffered(reward(), at))).toEqual([true, true]);
    expect([begins - 1, ends].map((at) => isOffered(reward(), at))).toEqual([false, false]);
    expect(isOffered(reward({ validUntil: null }), ends)).toBe(true);
    expect(isOffered(reward({ status: 'INACTIVE' }), now)).toBe(false);
  });

  it('has one claim for each customer, by name', () => {
    expect(claimIdOf('welcome', 'asha')).toBe('welcome:asha');
  });
});

describe('the description of a reward', () => {
  const { operation } = defaultPolicy;

  it.each([
    ['as it is usual', {}],
    ['without minimum, cap and end', { minPurchaseAmount: null, maxUses: null, validUntil: null }],
    ['with the smallest amounts', { creditAmount: operation.min, minPurchaseAmount: 1n, maxUses: 9 }],
    ['with the largest credit', { creditAmount: operation.max }],
    ['for a single moment', { validUntil: begins + 1 }],
  ])('is fine %s', (_, more) => {
    expect(whyNotValid(reward(more), operation)).toBeNull();
  });

  it.each([
    ['name', { name: ' ' }],
    ['description', { description: '' }],
    ['minPurchaseAmount', { minPurchaseAmount: 0n }],
    ['maxUses', { maxUses: 8 }],
    ['maxUses', { maxUses: 0, totalUses: 0 }],
    ['validUntil', { validUntil: begins }],
  ])('is not fine with a wrong %s', (field, more) => {
    expect(whyNotValid(reward(more), operation)).toMatchObject({ code: 'INVALID_INPUT', field });
  });

  it.each([operation.min - 1n, operation.max + 1n])(
    'is not fine with a credit of %s paise',
    (creditAmount) => {
      expect(whyNotValid(reward({ creditAmount }), operation)).toEqual({
        code: 'AMOUNT_OUT_OF_RANGE',
        ...operation,
      });
    },
  );
});
