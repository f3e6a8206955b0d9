import { registerEnumType } from 'type-graphql';

export const GiftStatus = {
  UNPAID: 'UNPAID',
  SCHEDULED: 'SCHEDULED',
  SENT: 'SENT',
  UNCLAIMED: 'UNCLAIMED',
  CLAIMED: 'CLAIMED',
  RECALLED: 'RECALLED',
  RETURNED: 'RETURNED',
  EXPIRED: 'EXPIRED',
} as const;
export type GiftStatus = keyof typeof GiftStatus;

registerEnumType(GiftStatus, {
  name: 'GiftStatus',
  description: 'How it stands with a gift.',
  valuesConfig: {
    UNPAID: { description: 'Nothing was collected for it yet, and nothing is sent.' },
    SCHEDULED: { description: 'Paid; its mail leaves at its time.' },
    SENT: { description: 'Its mail has left. Whoever has the link can claim it.' },
    UNCLAIMED: { description: 'Nobody claimed it for 90 days: its sender may take it back, or leave it.' },
    CLAIMED: { description: 'It is in the wallet of whoever opened it.' },
    RECALLED: { description: 'Its sender recalled it; what was paid goes back to where it came from.' },
    RETURNED: { description: 'It is in the wallet of its sender.' },
    EXPIRED: { description: 'Its time is over, and nothing is left of it.' },
  },
});
