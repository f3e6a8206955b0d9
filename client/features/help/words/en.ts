import type { TopUpStatus } from '../../../graphql/graphql.ts';

/** How to reach the shop, and answers from the wallet itself. */
export const helpWords = {
  help: {
    title: 'Help',
    loading: 'Loading help',
    failed: 'Help didn’t load.',
    lost: 'Lost your phone, or see an entry you don’t know? Ask the shop to freeze your wallet.',
    about: 'Your question is about this entry',
    quote: 'Tell the shop this reference, and they see the entry at once:',
  },

  answers: {
    title: 'Answers from your wallet',
    changed: 'Why did my balance change?',
    changedTo: (balance: string) => `The last entry made it ${balance}:`,
    neverChanged: 'Nothing has happened in your wallet yet.',
    ends: 'When do my credits end?',
    endsNext: (amount: string, date: string) =>
      `The next to end are ${amount}, on ${date}. They are used first.`,
    neverEnds: 'None of your credits has an end.',
    topUpStates: {
      CREATED: 'is being prepared',
      AWAITING_PAYMENT: 'waits for your payment',
      CONFIRMING: 'is being confirmed by the bank',
      SETTLED: 'was added to your wallet',
      FAILED: 'was not paid',
      EXPIRED: 'was not paid in time',
    } satisfies Record<TopUpStatus, string>,
    topUp: 'Where is my top-up?',
    topUpIs: (amount: string, moment: string, state: string) =>
      `Your last one, ${amount} of ${moment}, ${state}.`,
    noTopUp: 'You have not topped up yet.',
    refund: 'How do I get money back for an order?',
    refundRule: 'Ask the shop. It goes back to the credits that paid, with their old dates.',
    lastRefund: (amount: string, orderId: string, date: string) =>
      `Your last refund: ${amount} of order ${orderId} on ${date}.`,
    why: (tier: string) => `Why am I ${tier}?`,
    tiers: 'Tier and benefits',
  },
};

export type HelpWords = typeof helpWords;
