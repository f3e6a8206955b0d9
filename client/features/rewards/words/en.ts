import { formatCount } from '../../../format/number.ts';

/** The screen of rewards. */
export const rewardsWords = {
  rewards: {
    title: 'Rewards',
    loading: 'Loading rewards',
    failed: 'The rewards didn’t load.',
    refreshFailed: 'Refreshing didn’t work. What you see below is from before.',
    lists: 'Lists of rewards',
    tabs: { available: 'Available', claimed: 'Claimed', ended: 'Ended' },
    yours: 'Yours to claim',
    notYet: 'Not yet',
    claimedBadge: 'Claimed',
    gone: 'All claimed',
    noMinimum: 'No minimum order.',
    minimum: (amount: string) => `After one order of ${amount} or more.`,
    used: (used: number, of: number | null) =>
      of === null ? `${formatCount(used)} claimed` : `${formatCount(used)} of ${formatCount(of)} claimed`,
    usedLabel: 'Claimed so far, by everybody',
    until: (date: string) => `Until ${date}`,
    noEnd: 'No end date',
    progress: (largest: string, required: string) => `Your largest order: ${largest} of ${required}`,
    progressLabel: 'Your progress to the minimum order',
    claim: (amount: string) => `Claim ${amount}`,
    claiming: 'Claiming…',
    confirmTitle: (name: string) => `Claim “${name}”?`,
    confirm: (amount: string) => `${amount} goes into your wallet at once. Each reward can be claimed once.`,
    lasts: (date: string, tier: string, days: string) => `Lasts to ${date} (${tier}, ${days}).`,
    neverEnds: 'Never expires.',
    claimed: (amount: string, balance: string) => `${amount} added. New balance ${balance}`,
    seeIt: 'See it',
    unknown: 'We don’t know yet whether the reward was claimed.',
    claimFailed: 'The reward was not claimed.',
    credited: (date: string) => `Credited ${date}.`,
    seeEntry: 'See the entry',
    noneAvailable: 'No rewards right now. Look in again soon.',
    noneClaimed: 'Nothing claimed yet. What you claim is listed here with its entry.',
    noneEnded: 'No reward has ended lately.',
    how: 'How it works',
    steps: [
      ['Claim', 'One tap. Each reward can be claimed once.'],
      ['It becomes credit', 'It shows in History at once, with its expiry date.'],
      ['Spend it like any credit', 'What expires soonest is always used first.'],
    ] satisfies [string, string][],
  },

  vouchers: {
    title: 'Have a voucher code?',
    label: 'Voucher code',
    hint: 'From a card, a letter or an offer of the shop. Capitals and dashes make no difference.',
    use: 'Add to my wallet',
    using: 'Adding…',
    missing: 'Enter the code.',
    added: (amount: string, campaign: string) => `${amount} added to your wallet: ${campaign}.`,
    lasts: (date: string) => `Lasts to ${date}.`,
    unknown: 'We don’t know yet whether the code was used.',
    failed: 'The code was not used.',
    giftCards: 'Have a gift card?',
  },
};

export type RewardsWords = typeof rewardsWords;
