import { registerEnumType } from 'type-graphql';

export const JobKind = {
  BULK_CREDIT: 'BULK_CREDIT',
  CUSTOMER_IMPORT: 'CUSTOMER_IMPORT',
  VOUCHER_CODES: 'VOUCHER_CODES',
  GIFT_CARD_BATCH: 'GIFT_CARD_BATCH',
} as const;
export type JobKind = keyof typeof JobKind;

registerEnumType(JobKind, {
  name: 'JobKind',
  description: 'What a job does with each row of its file.',
  valuesConfig: {
    BULK_CREDIT: { description: 'It adds a credit to a wallet.' },
    CUSTOMER_IMPORT: {
      description:
        'It makes a customer known and opens the wallet, with an opening balance where the row has one.',
    },
    VOUCHER_CODES: { description: 'There is no file: it makes codes for a campaign.' },
    GIFT_CARD_BATCH: { description: 'There is no file: it issues gift cards.' },
  },
});
