import { registerEnumType } from 'type-graphql';

export const BacklogKind = {
  EXPIRIES: 'EXPIRIES',
  PAYMENTS: 'PAYMENTS',
  NOTIFICATIONS: 'NOTIFICATIONS',
  REVIEWS: 'REVIEWS',
  APPROVALS: 'APPROVALS',
  JOBS: 'JOBS',
} as const;
export type BacklogKind = keyof typeof BacklogKind;

registerEnumType(BacklogKind, {
  name: 'BacklogKind',
  description: 'What may wait to be done.',
  valuesConfig: {
    EXPIRIES: { description: 'Wallets in which something fell due that is not booked yet.' },
    PAYMENTS: { description: 'Top-ups of which the provider is to be asked what became of them.' },
    NOTIFICATIONS: { description: 'Notifications of the provider that are stored and not dealt with.' },
    REVIEWS: { description: 'Payments that a person is to look at.' },
    APPROVALS: { description: 'Acts that wait for another person.' },
    JOBS: { description: 'Files of rows that the server works through.' },
  },
});
