import { registerEnumType } from 'type-graphql';

export const ApprovalVerdict = { APPROVE: 'APPROVE', REFUSE: 'REFUSE' } as const;
export type ApprovalVerdict = keyof typeof ApprovalVerdict;

registerEnumType(ApprovalVerdict, {
  name: 'ApprovalVerdict',
  description: 'What is decided on an approval.',
  valuesConfig: {
    APPROVE: { description: 'It is done, exactly as it was asked for.' },
    REFUSE: { description: 'It is not done. Takes a note.' },
  },
});
