import { record, text } from '../json-schema.ts';

/** Who bought a gift card and by which payment, as it stands on the card and on the entry that issued it. */
export const boughtSchema = record({ by: text, paymentId: text, isGift: { bsonType: 'bool' } }, ['isGift']);
