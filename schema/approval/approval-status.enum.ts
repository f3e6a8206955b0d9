import { registerEnumType } from 'type-graphql';

export const ApprovalStatus = {
  PENDING: 'PENDING',
  CHANGED: 'CHANGED',
  APPROVED: 'APPROVED',
  REFUSED: 'REFUSED',
  WITHDRAWN: 'WITHDRAWN',
  EXPIRED: 'EXPIRED',
} as const;
export type ApprovalStatus = keyof typeof ApprovalStatus;

registerEnumType(ApprovalStatus, {
  name: 'ApprovalStatus',
  description: 'How far an approval is.',
  valuesConfig: {
    PENDING: { description: 'It waits for another person.' },
    CHANGED: {
      description: 'It waits on: when it was to be approved it was no longer what had been shown.',
    },
    APPROVED: { description: 'Another person approved it, and it was done.' },
    REFUSED: { description: 'Another person refused it.' },
    WITHDRAWN: { description: 'Who asked for it took it back.' },
    EXPIRED: { description: 'Nobody decided on it in time.' },
  },
});
