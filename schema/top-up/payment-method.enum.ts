import { registerEnumType } from 'type-graphql';

export const PaymentMethod = { CARD: 'CARD', UPI: 'UPI' } as const;
export type PaymentMethod = keyof typeof PaymentMethod;

registerEnumType(PaymentMethod, {
  name: 'PaymentMethod',
  description: 'How a top-up is paid.',
  valuesConfig: {
    CARD: { description: "A card, on the payment provider's own page." },
    UPI: { description: 'A UPI app, by a link or a QR code.' },
  },
});
