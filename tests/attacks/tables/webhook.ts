import { createHmac } from 'node:crypto';
import type { Attack, Shop } from '../attack.ts';

const PATH = '/webhooks/payments';

/** Notifications that the payment provider has not signed. */
export function webhookAttacks({ asha }: Shop): Attack[] {
  const body = JSON.stringify({
    event: 'payment.captured',
    topUpId: asha.topUpId,
    amount: '100000',
    currency: 'INR',
  });
  const by = (secret: string, text = body, algorithm = 'sha256') =>
    createHmac(algorithm, secret).update(text).digest('hex');
  const signatures: Record<string, string> = {
    ...{
      none: '',
      short: 'ab',
      zeroes: '0'.repeat(64),
      capitals: 'A'.repeat(64),
      'no hex': 'z'.repeat(64),
      long: 'a'.repeat(4_000),
    },
    ...{
      'by an empty secret': by(''),
      'by a guess': by('secret'),
      'by the key id': by('rzp_test_key'),
      'by SHA-1': by('secret', body, 'sha1'),
    },
    ...{
      'of another body': by('secret', '{}'),
      base64: Buffer.from(by('secret')).toString('base64'),
      'with a prefix': `sha256=${by('secret')}`,
      null: 'null',
      'an operator': '{"$ne":""}',
    },
  };
  const headers = ['x-mock-signature', 'x-razorpay-signature'];
  const signed = headers.flatMap((header) =>
    Object.entries(signatures).map(([name, signature]): Attack => ({
      name: `a notification with ${header} ${name}`,
      expects: 'UNAUTHENTICATED',
      request: { path: PATH, body, headers: { [header]: signature } },
    })),
  );
  const bodies = ['', '{}', '[]', 'null', '{', '\u0000', 'x'.repeat(10_000), '{"__proto__":{"a":1}}'].map(
    (text): Attack => ({
      name: `a notification of ${JSON.stringify(text).slice(0, 30)}`,
      expects: 'UNAUTHENTICATED',
      request: { path: PATH, body: text, headers: { 'x-mock-signature': by('secret', text) } },
    }),
  );
  const methods = ['GET', 'PUT', 'DELETE'].map((method): Attack => ({
    name: `${method} of the notifications`,
    // Where the web app is built, it answers for every page that is asked for.
    expects: 'BAD_USER_INPUT|NOT_FOUND',
    request: { path: PATH, method },
  }));
  const large: Attack = {
    name: 'a notification of a megabyte',
    expects: '413|BAD_USER_INPUT',
    request: { path: PATH, body: 'x'.repeat(1_000_000) },
  };
  return [...signed, ...bodies, ...methods, large];
}
