import { mongoose } from '@typegoose/typegoose';
import fc from 'fast-check';
import { readAlike, readPlain } from '../../api/persistence/plain-bson.ts';
import { propertySeed } from '../support/seed.ts';

const { BSON } = mongoose.mongo;

function read(document: object): unknown {
  return readPlain(Buffer.from(BSON.serialize(document)));
}

/** What the driver reads, with moments as the domain counts them. */
function byDriver(document: object): unknown {
  return JSON.parse(
    JSON.stringify(BSON.deserialize(BSON.serialize(document), { useBigInt64: true }), write),
    revive,
  );
}

/** Texts stand for what JSON has no words for. */
function write(this: unknown, key: string, _shown: unknown): unknown {
  const value = (this as Record<string, unknown>)[key];
  if (value instanceof Date) return { $number: String(value.getTime()) };
  if (typeof value === 'bigint') return { $bigint: String(value) };
  return typeof value === 'number' ? { $number: Object.is(value, -0) ? '-0' : String(value) } : value;
}

function revive(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$number' in value) return Number(value.$number);
  return '$bigint' in value ? BigInt(String(value.$bigint)) : value;
}

const name = fc
  .string({ unit: 'binary', maxLength: 12 })
  .filter((text) => !/^(_id|id|__proto__|\$.*)$/.test(text) && !text.includes('\0'));
const leaf = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.bigInt({ min: -(2n ** 54n), max: 2n ** 54n }),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
);
const { document } = fc.letrec<{ value: unknown; document: Record<string, unknown> }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, leaf, tie('document'), fc.array(tie('value'), { maxLength: 12 })),
  document: fc.dictionary(name, tie('value'), { maxKeys: 8 }),
}));

test('reads what the driver reads, whatever is written', () => {
  fc.assert(
    fc.property(document, (written) => {
      expect(read(written)).toEqual(byDriver(written));
    }),
    { seed: propertySeed, numRuns: 500 },
  );
});

test('reads documents that are alike as it reads each by itself', () => {
  const actor = fc.constantFrom({ id: 'asha' }, { id: 'ashb' }, { id: 'asha', role: 'ADMIN' }, {}, null);
  const draws = fc.array(fc.record({ lot: fc.record({ id: fc.nat({ max: 2 }) }), amount: leaf }), {
    maxLength: 3,
  });
  fc.assert(
    fc.property(fc.array(fc.record({ actor, draws, more: document }), { maxLength: 6 }), (written) => {
      const documents = written.map((one) => Buffer.from(BSON.serialize(one)));
      expect(readAlike(documents)).toEqual(documents.map((bytes) => readPlain(bytes)));
    }),
    { seed: propertySeed, numRuns: 300 },
  );
});

test('makes once what two documents share', () => {
  const actor = { id: 'asha', role: 'CUSTOMER' };
  const [first, second] = readAlike([1, 2].map((seq) => Buffer.from(BSON.serialize({ seq, actor }))));
  expect(first).toEqual({ seq: 1, actor });
  expect(second?.['actor']).toBe(first?.['actor']);
});

test('calls `_id` `id`', () => {
  expect(read({ _id: 'asha', inner: { _id: 1 } })).toEqual({ id: 'asha', inner: { id: 1 } });
});

test('tells names apart that come to the same sum', () => {
  const document = { Aa: 1, BB: 2, AaAa: 3, BBBB: 4, AaBB: 5 };
  expect(read(document)).toEqual(document);
  expect(read(document)).toEqual(document);
});

test('reads a document that lies within more bytes', () => {
  const bytes = Buffer.from(BSON.serialize({ amount: 7n }));
  const more = Buffer.concat([Buffer.from('before'), bytes, Buffer.from('after')]);
  expect(readPlain(more.subarray(6, 6 + bytes.length))).toEqual({ amount: 7n });
});

test('refuses what none of our documents holds', () => {
  expect(() => read({ at: /x/ })).toThrow('BSON type 11');
  expect(() => read(JSON.parse('{ "__proto__": 1 }') as object)).toThrow('change what an object is');
});
