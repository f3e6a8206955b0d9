/** Gift cards. */
export const giftCardsWords = {
  screen: {
    title: 'Gift cards',
    loading: 'Loading your gift cards',
    loadFailed: 'Your gift cards didn’t load.',
    refreshFailed: 'Refreshing didn’t work. What you see below is from before.',
    how: 'How it works',
    steps: [
      ['Enter the code', '17 letters and digits, as they are on the card or in the letter.'],
      ['It becomes credit', 'All that is on the card goes into your wallet and keeps its end date.'],
      ['Spend it like any credit', 'It counts for your tier from then on.'],
    ] as [string, string][],
  },

  claim: {
    title: 'Have a gift card?',
    hint: '17 letters and digits. Small letters and spaces are fine.',
    label: 'Gift card code',
    missing: 'Enter the code of the gift card.',
    use: 'Move to my wallet',
    using: 'Moving…',
    unknown: 'We don’t know yet whether the gift card was claimed.',
    failed: 'The gift card was not claimed.',
    added: (amount: string) => `${amount} added to your wallet.`,
    lasts: (date: string) => `Use it until ${date}.`,
    seeEntry: 'See the entry',
    another: 'Enter another code',
  },

  look: {
    see: 'See what is on it',
    looking: 'Looking…',
    failed: 'The card was not shown.',
    title: 'On this gift card',
    left: 'On it',
    ends: 'Ends',
    stands: 'How it stands',
    notNow: 'Not now',
  },

  cards: {
    title: 'Claimed gift cards',
    gift: 'A gift',
    ending: (code: string) => `Card ending ${code}`,
    claimedOn: (date: string) => `Claimed ${date}`,
    claimed: 'Claimed',
  },
};

export type GiftCardsWords = typeof giftCardsWords;
