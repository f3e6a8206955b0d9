import { registerEnumType } from 'type-graphql';

export const GiftDesign = {
  SUNRISE: 'SUNRISE',
  FESTIVAL: 'FESTIVAL',
  THANKS: 'THANKS',
  BIRTHDAY: 'BIRTHDAY',
} as const;
export type GiftDesign = keyof typeof GiftDesign;

registerEnumType(GiftDesign, {
  name: 'GiftDesign',
  description: 'How the mail and the page of a gift look.',
  valuesConfig: {
    SUNRISE: { description: 'For any day.' },
    FESTIVAL: { description: 'For a festival.' },
    THANKS: { description: 'To say thanks.' },
    BIRTHDAY: { description: 'For a birthday.' },
  },
});
