import type { PaymentMethod } from '../../../graphql/graphql.ts';

/** Paying with a bank's help, whatever it is for. */
export const paymentWords = {
  payment: {
    methods: { UPI: 'UPI', CARD: 'Card' } satisfies Record<PaymentMethod, string>,
    methodHints: {
      UPI: 'Any UPI app',
      CARD: 'On the bank’s page',
    } satisfies Record<PaymentMethod, string>,
    payWith: 'Pay with',
    payNow: (amount: string) => `Pay ${amount}`,
    qr: (amount: string) => `UPI QR code for ${amount}`,
    scan: (amount: string) => `Scan with any UPI app and pay ${amount}.`,
    openUpi: 'Open my UPI app',
    onProvidersPage: 'You pay on the bank’s own page. We never see your card.',
    openPage: 'Open the payment page',
    timeLeft: (time: string) => `${time} left to pay`,
    timeOver: 'The time to pay is over.',
    waiting: 'Waiting for the payment',
    confirming: (amount: string) => `Waiting for your bank to confirm ${amount}`,
    to: (payee: string) => `To ${payee}`,
    checkName: (payee: string, amount: string) =>
      `Your UPI app must show ${payee} and ${amount}. If it shows anything else, don’t pay.`,
    otherPhone: 'Pay from another phone',
    scanSteps: [
      'Open any UPI app on your phone',
      'Scan this code',
      'Check the name and approve',
    ] as readonly string[],
    dontPayAgain: 'Please don’t pay twice.',
    checkAgain: 'Check again',
    moneyLeft: 'If your bank shows that money left',
    pretend: 'Demo shop: payments are pretend. No real money moves.',
    otherMethod: (method: string) => `Use ${method} instead`,
  },
};

export type PaymentWords = typeof paymentWords;
