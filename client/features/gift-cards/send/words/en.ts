import { formatCount } from '../../../../format/number.ts';
import type { GiftStatus, RefundStatus } from '../../../../graphql/graphql.ts';

/** Sending gifts. */
export const sendingWords = {
  send: {
    title: 'Send a gift',
    howMuch: 'How much?',
    amount: 'Amount in rupees',
    notFromCredits: 'Paid by UPI or card, not from your credits.',
    limits: (least: string, most: string) => `${least} to ${most}.`,
    outside: (limits: string) => `Choose ${limits}`,
    forWhom: 'For whom',
    toEmail: 'Their email',
    noEmail: 'Enter an email address, such as neha@example.in.',
    fromName: 'Your name in the mail',
    noName: 'Enter the name that they know you by.',
    message: 'Message (optional)',
    written: (count: number, of: number) => `${formatCount(count)} of ${formatCount(of)} characters`,
    design: 'Design',
    when: 'When',
    rightAway: 'Right away',
    onADay: 'On a day',
    day: 'Day and time in India',
    dayFaults: {
      MISSING: 'Choose a day and a time.',
      PAST: 'Choose a time that is still to come.',
      FAR: 'Choose a day within 180 days.',
    },
    language: 'Language of the mail',
    preview: 'What they see',
    sent: (name: string, amount: string) => `${name} sent you ${amount}`,
    pay: (amount: string | null, method: string) =>
      amount === null ? `Pay with ${method}` : `Pay ${amount} with ${method}`,
    beginning: 'Starting…',
    unknown: 'We don’t know yet whether the gift has started.',
    notBegun: 'The gift did not start. Nothing was charged.',
    terms: 'You can recall it until it is claimed. Unclaimed after 90 days, it is offered back to you.',
  },

  sent: {
    title: 'Gifts you sent',
    none: 'Send somebody credits by email, with a few words of yours.',
    send: 'Send a gift',
    to: (email: string) => `To ${email}`,
    erased: 'an erased address',
    sentAt: (date: string) => `Sent ${date}`,
    leavesAt: (date: string) => `Goes out ${date}`,
  },

  statuses: {
    UNPAID: 'Not paid',
    SCHEDULED: 'Scheduled',
    SENT: 'Sent',
    CLAIMED: 'Claimed',
    UNCLAIMED: 'Unclaimed',
    RECALLED: 'Recalled',
    RETURNED: 'Back with you',
    EXPIRED: 'Expired',
  } satisfies Record<GiftStatus, string>,

  one: {
    title: 'Your gift',
    loading: 'Loading your gift',
    failed: 'Your gift didn’t load.',
    notFresh: 'Checking didn’t work. What you see is from before.',
    unknown: 'There is no such gift of yours.',
    mayClose: 'You can close this page; the gift goes out once the money is there.',
    notPaid: 'The payment didn’t go through',
    nothingCame:
      'Nothing was sent. If money left your account all the same, the gift goes out when it reaches us.',
    again: 'Send a gift again',
    details: 'Details',
    amount: 'Amount',
    to: 'To',
    leaves: 'Goes out',
    goodUntil: 'Good until',
    paidWith: 'Paid with',
    refunds: {
      PROCESSING: 'The money is on its way back; the bank needs some days.',
      DONE: 'The money went back to where it came from.',
      FAILED: 'The bank did not take the money back. The shop helps you.',
    } satisfies Record<RefundStatus, string>,
  },

  where: {
    title: 'Where it is',
    ordered: 'Ordered',
    paid: 'Paid',
    by: (amount: string, method: string) => `${amount} by ${method}`,
    leaves: (date: string) => `The mail goes out ${date}`,
    then: 'Then whoever opens its link can claim the gift',
    notYet: 'You see the day here. Nothing about what they buy with it.',
  },

  ended: {
    SCHEDULED: { title: 'Paid and scheduled', text: 'The mail goes out at its time.' },
    SENT: { title: 'Your gift is on its way', text: 'Whoever opens the link of the mail can claim it.' },
    CLAIMED: { title: 'Your gift was claimed', text: 'It is in the wallet of whoever opened it.' },
    UNCLAIMED: { title: 'Nobody has claimed it yet', text: 'The link still works, and you can recall it.' },
    RECALLED: { title: 'You recalled this gift', text: 'Its link opens nothing any more.' },
    RETURNED: { title: 'The gift is back with you', text: 'The money is in your wallet.' },
    EXPIRED: { title: 'The gift has expired', text: 'Nobody claimed it in time.' },
  } satisfies Record<Exclude<GiftStatus, 'UNPAID'>, { title: string; text: string }>,

  mind: {
    title: 'Change your mind?',
    paid: (amount: string) =>
      `Until it is claimed you can change what it says, or recall it: then ${amount} goes back to where you paid from.`,
    unpaid: 'It is not paid yet. You can change what it says, or recall it.',
    change: 'Change',
    recall: 'Recall',
  },

  change: {
    sure: 'Change your gift',
    elsewhere:
      'To another address goes a new mail with a link of its own, at once. The link in the mail before stops working.',
    now: 'Save',
    busy: 'Saving…',
    keep: 'Leave it as it is',
    unknown: 'We don’t know yet whether the gift was changed.',
    notDone: 'The gift was not changed.',
  },

  recall: {
    sure: 'Recall this gift?',
    paid: (amount: string) => `Its link stops working, and ${amount} goes back to where you paid from.`,
    unpaid: 'Recalled, it can no longer be paid, and nothing is sent.',
    now: 'Yes, recall it',
    busy: 'Recalling…',
    keep: 'Keep it',
    unknown: 'We don’t know yet whether the gift was recalled.',
    notDone: 'The gift was not recalled.',
  },

  takeBack: {
    title: 'Take it back',
    unclaimed: (amount: string) =>
      `Nobody has claimed it for 90 days. You can have the ${amount} in your own wallet.`,
    refused: (amount: string) =>
      `The bank did not take the money back. You can have the ${amount} in your own wallet.`,
    take: 'Move to my wallet',
    sure: 'Move this gift to your wallet?',
    leadsTo: (amount: string) =>
      `${amount} becomes credit in your wallet at once, and keeps its end date. The link of the gift stops working.`,
    otherwise:
      'Recalled instead, the money goes back to where you paid from, which takes the bank some days.',
    now: 'Yes, move it',
    busy: 'Moving…',
    keep: 'Not now',
    unknown: 'We don’t know yet whether the gift is back with you.',
    notDone: 'The gift was not moved to your wallet.',
  },
};

export type SendingWords = typeof sendingWords;
