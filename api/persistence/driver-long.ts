import { mongoose } from '@typegoose/typegoose';

const { Long } = mongoose.mongo.BSON;

/**
 * Makes `Long.fromNumber` take bigints too. With `useBigInt64` the driver reads a refused command's `topologyVersion` as a
 * bigint, remembers it, and hands it to that function when it next looks at the server: it would throw in a timer and end the
 * process, just when a new primary is elected (record 0029).
 */
export function acceptBigintsInLongs(): void {
  const fromNumber = Long.fromNumber.bind(Long);
  Long.fromNumber = (value: number | bigint, unsigned?: boolean) =>
    typeof value === 'bigint' ? Long.fromBigInt(value, unsigned) : fromNumber(value, unsigned);
}
