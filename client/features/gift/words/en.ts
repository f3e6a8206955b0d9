import type { GiftStatus } from '../../../graphql/graphql.ts';

interface End {
  title: string;
  text: string;
}

/** A gift that somebody was sent. */
export const giftWords = {
  gift: {
    title: 'A gift for you',
    loading: 'Loading your gift',
    failed: 'The gift didn’t load.',
    steps: (until: string | null): [string, string][] => [
      ['Sign in', 'If you have no wallet yet, you open one with one tap.'],
      ['The gift moves in', until === null ? 'As a whole, with one more tap.' : `It lasts to ${until}.`],
      ['Spend it like any credit', 'In the shop or online.'],
    ],
    signInToClaim: 'Sign in to claim it',
    toSignIn: 'Sign in',
    once: 'The link works once: keep it to yourself until the gift is in your wallet.',
    claimBy: (date: string, name: string) => `Claim it by ${date}, after that ${name} may take it back.`,
    offeredBack: (name: string) => `It has waited for long: ${name} may take it back at any time.`,
    signedInAs: (name: string) => `Signed in as ${name}.`,
    notYou: 'Not you?',
    whenClaimed: 'When you claim it',
    balanceNow: 'Balance now',
    from: (name: string) => `From ${name}`,
    newBalance: 'New balance',
    stays: (tier: string) => `${tier} stays`,
    reaches: (tier: string) => `Reaches ${tier}`,
    lasts: (amount: string, date: string) => `The ${amount} lasts to ${date}`,
    claim: (amount: string) => `Add ${amount} to my wallet`,
    claiming: 'Adding…',
    unknown: 'We don’t know yet whether the gift was added.',
    notClaimed: 'The gift was not added.',
    yours: (amount: string, name: string) => `${amount} from ${name} is yours`,
    balanceNowIs: 'Your balance is',
    thisGift: 'This gift',
    added: 'Added',
    when: 'When',
    tier: 'Tier',
    sender: 'From',
    lastsTo: 'Lasts to',
    noEnd: 'No expiry',
    useCredits: 'Use credits',
    home: 'Go to my wallet',
    toHistory: 'See my history',
  },

  thanks: {
    title: 'Say thank you',
    text: (name: string) => `Share a line with ${name} your own way. We don’t send anything for you.`,
    message: (name: string, amount: string) => `Thank you for the ${amount}, ${name}!`,
    share: 'Share',
    copied: 'Your thanks are copied',
  },

  noSuch: {
    title: 'This link doesn’t open a gift',
    text: 'Open it from the newest mail, as a whole: an older link stops working when the sender corrects the address. After several wrong links, wait some minutes and try again.',
  } satisfies End,

  ends: {
    CLAIMED: {
      title: 'This gift was claimed',
      text: 'Its link works once. If it was you, the money is in your wallet and stands in your history.',
    },
    RECALLED: {
      title: 'This gift was recalled',
      text: 'Whoever sent it took it back before it was claimed. Nothing was added to your wallet.',
    },
    RETURNED: {
      title: 'This gift went back',
      text: 'Nobody claimed it in time, so it went back to whoever sent it.',
    },
    EXPIRED: {
      title: 'This gift has expired',
      text: 'Its time is over, and nothing is left of it.',
    },
    UNPAID: {
      title: 'This gift isn’t ready',
      text: 'It is not paid yet. Try the link again later.',
    },
  } satisfies Partial<Record<GiftStatus, End>>,
};

export type GiftWords = typeof giftWords;
