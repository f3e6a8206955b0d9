import { registerEnumType } from 'type-graphql';

export const SearchMatch = {
  TRANSACTION_REFERENCE: 'TRANSACTION_REFERENCE',
  TOP_UP_REFERENCE: 'TOP_UP_REFERENCE',
  PROVIDER_REFERENCE: 'PROVIDER_REFERENCE',
  ORDER: 'ORDER',
  REFERRAL_CODE: 'REFERRAL_CODE',
  CUSTOMER_ID: 'CUSTOMER_ID',
  PHONE: 'PHONE',
  EMAIL: 'EMAIL',
  NAME: 'NAME',
} as const;
export type SearchMatch = keyof typeof SearchMatch;

registerEnumType(SearchMatch, {
  name: 'SearchMatch',
  description: 'What of something matches what was typed.',
  valuesConfig: {
    TRANSACTION_REFERENCE: { description: 'The reference of a transaction, such as `EB-7K9QX-2R4`.' },
    TOP_UP_REFERENCE: { description: 'The reference of a top-up, as the customer quotes it.' },
    PROVIDER_REFERENCE: {
      description: 'What the payment provider calls a payment, or the order that it made for it.',
    },
    ORDER: { description: 'The number of an order that was paid with credits or reported by the shop.' },
    REFERRAL_CODE: { description: "The referral code of the customer's wallet." },
    CUSTOMER_ID: { description: "The shop's own id of the customer." },
    PHONE: { description: 'The phone number, with or without the country.' },
    EMAIL: { description: 'The email address.' },
    NAME: { description: 'The name, or a word of it and what follows.' },
  },
});
