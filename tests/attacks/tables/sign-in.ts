import type { Attack, HttpCall } from '../attack.ts';

const ASHA = 'asha@example.com';
const RAVI = 'ravi@example.com';

const post = (path: string, body: unknown, headers: Record<string, string> = {}): HttpCall => ({
  path: `/auth/${path}`,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers,
});

/** Against the doors below `/auth`: getting in, setting up what is not one's own, and finding out who has an account. */
export function signInAttacks(): Attack[] {
  const malformed: [string, unknown][] = [
    ['nothing', {}],
    ['a list', []],
    ['a condition', { email: { $ne: null }, code: { $ne: null }, ticket: { $gt: '' } }],
    ['numbers', { email: 1, code: 12345678, ticket: 7 }],
    ['a text without end', { email: ASHA, code: '1'.repeat(500), ticket: 'x' }],
    ['more than is asked for', { email: ASHA, code: '1', ticket: 'x', role: 'ADMIN' }],
    ['a prototype', '{"email":"asha@example.com","code":"1","ticket":"x","__proto__":{"role":"ADMIN"}}'],
    ['no JSON', '{"email":'],
  ];
  const doors = ['code/verify', 'second-factor/verify', 'second-factor/confirm', 'second-factor/disable'];
  const tickets: [string, string][] = [
    ['of words', 'let me in'],
    ['without signature', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJzdGFmZl9yYXZpIn0.'],
    ['as long as it may be', 'x'.repeat(2_000)],
    ['with three dots', '...'],
    ['that breaks lines', 'a\r\nset-cookie: early_bird_session=x'],
  ];
  const codes = ['000000', '00000000', "' OR 1=1 --", '%00', '१२३४५६', 'aaaa-bbbb-cccc-dddd', '-1', '1e5'];
  return [
    ...doors.flatMap((door) =>
      malformed.map(([what, body]): Attack => ({
        name: `${what} at /auth/${door}`,
        expects: 'BAD_USER_INPUT',
        request: post(door, body),
      })),
    ),
    ...tickets.map(([what, ticket]): Attack => ({
      name: `a ticket ${what}`,
      expects: 'TICKET_NOT_USABLE',
      request: post('second-factor/verify', { ticket, code: '123456' }),
    })),
    ...tickets.map(([what, ticket]): Attack => ({
      name: `setting up a second step with a ticket ${what}`,
      expects: 'TICKET_NOT_USABLE',
      request: post('second-factor/begin', { ticket }),
    })),
    ...['begin', 'confirm', 'disable'].map((step): Attack => ({
      name: `the second step of nobody: ${step}`,
      expects: 'UNAUTHENTICATED',
      request: post(`second-factor/${step}`, step === 'begin' ? {} : { code: '123456' }),
    })),
    ...codes.map((code, index): Attack => ({
      name: `the guess ${JSON.stringify(code)} at a code that was never asked for`,
      expects: 'INVALID_CODE',
      request: post('code/verify', { email: `guess-${index}@example.com`, code }),
    })),
    {
      name: 'guesses at the code of a customer, all at once',
      expects: 'INVALID_CODE|TOO_MANY_ATTEMPTS',
      request: post('code/verify', { email: ASHA, code: '12345678' }),
      times: 12,
    },
    {
      name: 'codes for the address of staff, who need a password',
      expects: '202|TOO_MANY_ATTEMPTS',
      request: post('code', { email: RAVI }),
      times: 6,
    },
    ...['code', 'code/verify', 'second-factor/verify', 'second-factor/begin'].flatMap((door): Attack[] => [
      {
        name: `/auth/${door} from another site`,
        expects: 'FORBIDDEN',
        request: post(door, { email: ASHA, code: '1', ticket: 'x' }, { origin: 'https://evil.example' }),
      },
      {
        name: `/auth/${door} as a form`,
        expects: 'FORBIDDEN|415',
        request: post(door, 'email=asha', { 'content-type': 'application/x-www-form-urlencoded' }),
      },
    ]),
  ];
}
