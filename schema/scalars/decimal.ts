import { GraphQLScalarType, Kind } from 'graphql';
import { formatRupees, parseRupees, type Paise } from '../../api/domain/money.ts';
import { badLiteral, badUserInput } from './bad-user-input.ts';

const EXPECTED = 'A Decimal is a string such as "499.50", with at most two places and no exponent.';

/** Outside an exact decimal string, inside whole paise: no amount is ever a float on the way. */
export const Decimal = new GraphQLScalarType<Paise, string>({
  name: 'Decimal',
  description:
    'An exact decimal number, written as a string such as `"499.50"`. At most two places for INR; numbers without quotes, exponents and a third decimal are refused.',
  serialize: (value) => {
    if (typeof value !== 'bigint') throw new TypeError('Amounts are presented in paise, as bigint.');
    return formatRupees(value);
  },
  parseValue: (value) => {
    const paise = typeof value === 'string' ? parseRupees(value) : null;
    if (paise === null) throw badUserInput(EXPECTED);
    return paise;
  },
  parseLiteral: (node) => {
    const paise = node.kind === Kind.STRING ? parseRupees(node.value) : null;
    if (paise === null) throw badLiteral(EXPECTED, node);
    return paise;
  },
});
