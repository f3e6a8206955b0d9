import { GraphQLScalarType, Kind } from 'graphql';
import { badUserInput } from './bad-user-input.ts';

const EXPECTED =
  'A DateTime is a string such as "2026-11-30T18:30:00+05:30": date, time and offset, by ISO 8601.';
const ISO = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Outside ISO 8601 with an offset, inside epoch milliseconds. */
export const DateTime = new GraphQLScalarType<number, string>({
  name: 'DateTime',
  description:
    'A moment by ISO 8601 with an offset, such as `"2026-11-30T18:30:00+05:30"`. Answers are in UTC. A date alone is refused, since it is not one moment.',
  serialize: (value) => {
    if (typeof value !== 'number') throw new TypeError('Moments are presented in epoch milliseconds.');
    return new Date(value).toISOString();
  },
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : null),
});

function read(value: unknown): number {
  const day = typeof value === 'string' ? ISO.exec(value)?.[1] : undefined;
  const at = day === undefined ? NaN : Date.parse(value as string);
  if (day === undefined || Number.isNaN(at) || !exists(day)) throw badUserInput(EXPECTED);
  return at;
}

/** The platform reads 30 February as 2 March instead of refusing it. */
function exists(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
