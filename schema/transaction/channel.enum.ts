import { registerEnumType } from 'type-graphql';

export const Channel = {
  WEB: 'WEB',
  MOBILE: 'MOBILE',
  API: 'API',
  PLAYGROUND: 'PLAYGROUND',
  CONSOLE: 'CONSOLE',
  JOB: 'JOB',
  PAYMENT: 'PAYMENT',
} as const;
export type Channel = keyof typeof Channel;

registerEnumType(Channel, {
  name: 'Channel',
  description: 'Through what somebody acted.',
  valuesConfig: {
    WEB: { description: 'The web app.' },
    MOBILE: { description: 'A mobile app.' },
    API: { description: 'Another program.' },
    PLAYGROUND: { description: 'The GraphQL playground.' },
    CONSOLE: { description: 'The staff console.' },
    JOB: { description: 'Scheduled work, such as expiry.' },
    PAYMENT: { description: 'A notification of the payment provider.' },
  },
});
