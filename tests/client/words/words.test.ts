import type { GraphQLEnumType } from 'graphql';
import { dashboardWords } from '../../../client/features/dashboard/words/en.ts';
import { historyWords } from '../../../client/features/history/words/en.ts';
import { signInWords } from '../../../client/features/sign-in/words/en.ts';
import { formatCount, plural } from '../../../client/format/number.ts';
import { initials } from '../../../client/ui/avatar.tsx';
import { walletWords } from '../../../client/wallet/words/en.ts';
import { schema } from '../support/schema.ts';

describe('counts', () => {
  it('are grouped the Indian way', () => {
    expect(formatCount(123456)).toBe('1,23,456');
  });

  it('choose the word that goes with them', () => {
    expect(plural(1, { one: 'entry', other: 'entries' })).toBe('entry');
    expect(plural(0, { one: 'entry', other: 'entries' })).toBe('entries');
    expect(historyWords.history.showing(1, 1)).toBe('Showing 1 of 1 entry');
    expect(dashboardWords.expiring.one('₹5.00', 1, '24 Nov')).toBe('₹5.00 expires in 1 day – 24 Nov.');
    expect(signInWords.signIn.tooMany(30)).toBe('Too many tries. Wait 30 seconds, then try again.');
    expect(signInWords.signIn.tooMany(61)).toBe('Too many tries. Wait 2 minutes, then try again.');
  });
});

describe('refusals', () => {
  const codes = Object.keys((schema.getType('ErrorCode') as GraphQLEnumType).toConfig().values);

  it.each(codes)('%s is said in words', (code) => {
    const words = (walletWords.refusals as Record<string, string>)[code];
    expect(words).toMatch(/^[A-Z].+\.$/);
    expect(words).not.toContain(code);
  });
});

describe('initials', () => {
  it('take the first and the last name', () => {
    expect(initials('Asha Rao')).toBe('AR');
    expect(initials(' Meera  Anand Iyer ')).toBe('MI');
    expect(initials('Asha')).toBe('A');
    expect(initials('')).toBe('');
  });
});
