import type { TopUpStatus } from '../../../graphql/graphql.ts';

/** How to reach the shop, and answers from the wallet itself. */
export const helpWords = {
  help: {
    title: 'Help',
    loading: 'Loading help',
    failed: 'Help didn’t load.',
    lost: 'Lost your phone, or see an entry you don’t know? Ask the shop to freeze your wallet.',
  },

  report: {
    title: 'Report a problem',
    back: 'Back to Help',
    loading: 'Loading the form',
    failed: 'The form didn’t load.',
    about: 'What is it about?',
    noEntry: 'Your wallet as a whole. If it is about one entry, open it from History.',
    choose: 'Choose an entry',
    chooseOther: 'Choose another entry',
    gone: 'The entry of this address isn’t there.',
    wrong: 'What went wrong?',
    problems: {
      AMOUNT: 'The amount is not right',
      UNKNOWN: 'I don’t know this entry',
      MONEY_BACK: 'I want my money back for this order',
      OTHER: 'Something else',
    },
    more: 'Tell the shop more (optional)',
    expected: 'What did you expect to see?',
    message: 'What is in the message',
    withEntry: 'The entry above and its reference',
    withName: (name: string) => `Your name, ${name}`,
    withoutCard: 'No card or bank details. We don’t have them.',
    write: 'Open in your mail app',
    copy: 'Copy the message',
    copied: 'Message copied',
    byMail: (email: string) => `Your mail app opens with it, addressed to ${email}. You send it there.`,
    byHand: 'The shop has named no address here. Copy the message and hand it on where you reach the shop.',
    hurry: (phone: string) => `In a hurry? Call ${phone}`,
    subject: 'My wallet',
    subjectOf: (reference: string) => `My wallet, entry ${reference}`,
    facts: { entry: 'Entry', date: 'Date', amount: 'Amount', name: 'Name' },
  },

  answers: {
    title: 'Answers from your wallet',
    asOf: (time: string) => `As of ${time}`,
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
