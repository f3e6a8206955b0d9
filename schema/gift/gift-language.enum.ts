import { registerEnumType } from 'type-graphql';

export const GiftLanguage = { EN: 'EN', HI: 'HI' } as const;
export type GiftLanguage = keyof typeof GiftLanguage;

registerEnumType(GiftLanguage, {
  name: 'GiftLanguage',
  description: 'The language of the mail that brings a gift.',
  valuesConfig: { EN: { description: 'English.' }, HI: { description: 'Hindi.' } },
});
