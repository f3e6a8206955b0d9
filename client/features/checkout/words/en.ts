import type { RefundStatus } from '../../../graphql/graphql.ts';

/** Paying an order of the shop with gift cards, credits and a payment for the rest. */
export const checkoutWords = {
  checkout: {
    title: 'Pay your order',
    loading: 'Loading your order',
    failed: 'Your order didn’t load.',
    notFresh: 'This page could not be brought up to date.',
    notFound:
      'There is no such checkout in your account. If you ordered with another account, sign in with that one.',
    home: 'To my wallet',
    order: (orderId: string) => `Order ${orderId}`,
    payFor: (orderId: string) => `Pay for order ${orderId}`,
    total: 'Total',
    orderTotal: 'Order total',
    aside: (amount: string) => `${amount} set aside`,
    credits: 'Credits',
    left: 'Left to pay',
    leftBy: (method: string) => `Left to pay, by ${method}`,
    unpaid: 'Not paid',
    giftCard: (maskedCode: string) => `Gift card ${maskedCode}`,
    held: {
      credits: 'These credits are set aside for the order while you pay the rest.',
      cards: 'This is set aside on the gift card for the order while you pay the rest.',
      both: 'Gift card and credits are set aside for the order while you pay the rest.',
    },
    givenBack: {
      credits: 'These credits are back in your wallet.',
      cards: 'This is back on the gift card.',
      both: 'Both are back where they were, on the gift card and in your wallet.',
    },
    rest: (amount: string) => `The rest, ${amount}`,
    choose: 'Choose how to pay',
    inTime: {
      credits: 'Not paid in time, the credits set aside come back by themselves.',
      cards: 'Not paid in time, what is set aside is back on the gift card by itself.',
      both: 'Not paid in time, gift card and credits come back by themselves.',
    },
    pay: (amount: string, method: string) => `Pay ${amount} with ${method}`,
    andAside: {
      credits: (amount: string) => `and ${amount} from credits`,
      cards: (amount: string) => `and ${amount} from the gift card`,
      both: (amount: string) => `and ${amount} from credits and card`,
    },
    balanceAfter: 'Balance after it',
    anew: 'Choose other amounts',
    anewTitle: (orderId: string) => `Pay order ${orderId} with other amounts?`,
    anewText:
      'This payment is cancelled, and you choose again. An order to which the shop led you is begun again there.',
    anewNow: 'Yes, choose again',
    starting: 'Starting…',
    notStarted: 'The payment did not start.',
    notChanged: 'The way to pay was not changed.',
    unknownPay: 'We don’t know yet whether the payment has started.',
    mayClose: 'You can close this page; the order is paid as soon as the money is there.',
    unknownYet: 'We don’t know yet',
    noAnswer: (amount: string) => `We have no answer about your ${amount} yet. It may have worked or not.`,
    cancel: 'Cancel this payment',
    cancelTitle: (orderId: string) => `Don’t pay order ${orderId}?`,
    cancelText: 'The order is then not paid.',
    cancelCredits: (amount: string) => `Your ${amount} credits come back at once.`,
    cancelCards: 'What was set aside of a gift card is back on it at once.',
    cancelPaid: 'If you have approved the payment already, wait for it here instead.',
    cancelNow: 'Yes, cancel',
    cancelling: 'Cancelling…',
    keep: 'Keep paying',
    notCancelled: 'It was not cancelled.',
    unknownCancel: 'We don’t know yet whether it was cancelled.',
    paid: (orderId: string) => `Order ${orderId} is paid`,
    ends: {
      FAILED: 'The payment didn’t go through',
      EXPIRED: 'The time to pay ran out',
      CANCELLED: 'The payment was cancelled',
    },
    orderNotPaid: (orderId: string) => `Order ${orderId} is not paid.`,
    late: 'Don’t pay again yet. If the payment reaches us, it pays this order where that is still possible; if not, the shop decides with you. It is never lost.',
    lateAfterCancel:
      'The order was called off, so nothing is paid with it by itself: the shop settles it with you. It is never lost.',
    backToShop: 'Back to the shop',
    help: 'Get help',
  },

  byLink: {
    titles: {
      WAS_OPENED: 'You opened this order by a link of the shop.',
      LINK_NOT_USABLE: 'This link doesn’t work any more.',
      TOO_MANY: 'Too many links were tried from here.',
      UNKNOWN: 'The order didn’t open.',
    },
    problems: {
      WAS_OPENED:
        'A link opens it once, so it can’t be shown again here. If you have approved the payment, don’t pay again: the order is paid as soon as the money is there. To go on, go back to the shop for another link, or sign in.',
      LINK_NOT_USABLE:
        'It was used before, or its time is over. Go back to the shop for another one, or sign in to pay.',
      TOO_MANY: 'Wait a moment, then try again.',
      UNKNOWN:
        'The shop can’t be reached, or could not answer. Try again, go back to the shop for another link, or sign in.',
    },
    again: 'Try again',
    signIn: 'Sign in to pay',
    until: (time: string) =>
      `You pay by a link of the shop. It is for this order alone, and can be used until ${time}.`,
    isOver: 'The time of this link is over.',
    afterwards:
      'What you see is not brought up to date any more. If you have approved the payment, don’t pay again: the order is paid as soon as the money is there. To go on, go back to the shop for another link, or sign in.',
  },

  cameBack: {
    title: 'What came back',
    inAll: 'In all, with what is on its way',
    source: {
      PROCESSING: 'On its way to where you paid from',
      DONE: 'Back where you paid from',
      FAILED: 'Could not be sent back; the shop looks at it',
    } satisfies Record<RefundStatus, string>,
    onCards: 'Back on the gift card',
    inWallet: 'Back in your wallet',
  },

  giftCardField: {
    title: 'Have a gift card?',
    hint: 'What is on it is set aside for this order. Where it covers all that is left, the order is paid at once.',
    label: 'Gift card code',
    missing: 'Enter the code of the gift card.',
    use: 'Use the card',
    using: 'Adding the card…',
    unknown: 'We don’t know yet whether the gift card was added.',
    failed: 'The gift card was not added.',
    added: 'The gift card was added.',
  },
};

export type CheckoutWords = typeof checkoutWords;
