import { GraphQLScalarType, Kind } from 'graphql';
import { badLiteral, badUserInput } from './bad-user-input.ts';
import { momentText } from './moment-text.ts';

const EXPECTED =
  'A DateTime is a string such as "2026-11-30T18:30:00+05:30": date, time and offset, by ISO 8601, in the years 1 to 9999.';
const ISO = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Outside ISO 8601 with an offset, inside epoch milliseconds. */
export const DateTime = new GraphQLScalarType<number, string>({
  name: 'DateTime',
  description:
    'A moment by ISO 8601 with an offset, such as `"2026-11-30T18:30:00+05:30"`, in the years 1 to 9999 of the shop\'s time zone. Answers are in UTC. A date alone is refused, since it is not one moment.',
  serialize: (value) => {
    if (typeof value !== 'number') throw new TypeError('Moments are presented in epoch milliseconds.');
    return momentText(value);
  },
  parseValue: (value) => {
    const at = typeof value === 'string' ? parseMoment(value) : null;
    if (at === null) throw badUserInput(EXPECTED);
    return at;
  },
  parseLiteral: (node) => {
    const at = node.kind === Kind.STRING ? parseMoment(node.value) : null;
    if (at === null) throw badLiteral(EXPECTED, node);
    return at;
  },
});

function parseMoment(text: string): number | null {
  const day = ISO.exec(text)?.[1];
  if (day === undefined || !isOnCalendar(day)) return null;
  const at = Date.parse(text);
  return at >= EARLIEST && at <= LATEST ? at : null;
}

/**
 * The years 1 to 9999 in the shop's time zone: the days, months and last moments that are made of such a moment can all be
 * written again.
 */
const EARLIEST = Date.parse('0001-01-01T00:00:00+05:30');
const LATEST = Date.parse('9999-12-31T23:59:59.999+05:30');

/** The platform reads 30 February as 2 March instead of refusing it. */
function isOnCalendar(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}
