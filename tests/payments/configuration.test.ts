import { randomBytes } from 'node:crypto';
import { ConfigurationProblem, readConfig } from '../../api/server/config.ts';
import { openPayments } from '../../api/server/payments.ts';
import { testConfig } from '../support/server.ts';

const PRODUCTION = {
  NODE_ENV: 'production',
  MONGODB_URI: 'mongodb://shop:secret@db1/?replicaSet=rs0&tls=true',
};
const RAZORPAY = {
  ...{ ...PRODUCTION, PAYMENT_PROVIDER: 'razorpay', RAZORPAY_KEY_ID: 'rzp_live_1' },
  ...{ RAZORPAY_KEY_SECRET: 'a-key-secret', RAZORPAY_WEBHOOK_SECRETS: 'a-secret-of-the-webhook' },
};
const parts = { randomBytes, ownUrl: () => '', onError: () => {} };

function problemsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigurationProblem) return error.message;
    throw error;
  }
  return '';
}

describe('payments', () => {
  it('are off in production until they are set up, and played by the mock provider elsewhere', () => {
    expect(openPayments(readConfig(PRODUCTION), parts).provider).toBeNull();
    expect(openPayments(testConfig(), parts).provider?.name).toBe('MOCK');
  });

  it('go through Razorpay with its key and secrets', () => {
    expect(openPayments(readConfig(RAZORPAY), parts).provider?.name).toBe('RAZORPAY');
  });

  it('are never the mock provider in production, whoever asks', () => {
    const mock = { ...readConfig(PRODUCTION).payments, provider: 'mock' as const };

    expect(problemsOf({ ...PRODUCTION, PAYMENT_PROVIDER: 'mock' })).toMatch(/credits what nobody has paid/);
    expect(() => openPayments({ ...readConfig(PRODUCTION), payments: mock }, parts)).toThrow(
      /not for production/,
    );
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['without a key', { RAZORPAY_KEY_ID: '' }, /needs RAZORPAY_KEY_ID/],
    ['without a webhook secret', { RAZORPAY_WEBHOOK_SECRETS: '' }, /needs RAZORPAY_WEBHOOK_SECRETS/],
    ['with a short secret', { RAZORPAY_WEBHOOK_SECRETS: 'short' }, /at least 16 characters/],
    ['with three secrets', { RAZORPAY_WEBHOOK_SECRETS: `${'a'.repeat(16)},`.repeat(3) }, /one or two/],
    ['with an expiry that links cannot have', { TOP_UP_EXPIRY_MINUTES: '10' }, /at least 16 with razorpay/],
    ['over an address that is not on https', { RAZORPAY_URL: 'http://razorpay.example' }, /https address/],
  ])('by Razorpay do not start %s', (_, changes, sentence) => {
    expect(problemsOf({ ...RAZORPAY, ...changes })).toMatch(sentence);
  });
});
