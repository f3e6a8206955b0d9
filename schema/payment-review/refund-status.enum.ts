import { registerEnumType } from 'type-graphql';

export const RefundStatus = { PROCESSING: 'PROCESSING', DONE: 'DONE', FAILED: 'FAILED' } as const;
export type RefundStatus = keyof typeof RefundStatus;

registerEnumType(RefundStatus, {
  name: 'RefundStatus',
  description: 'How far a refund to its source has come.',
  valuesConfig: {
    PROCESSING: {
      description: 'Asked for. The provider works on it, or is asked again until it answers.',
    },
    DONE: { description: 'The money is on its way to where it came from.' },
    FAILED: { description: 'The provider did not refund it.' },
  },
});
