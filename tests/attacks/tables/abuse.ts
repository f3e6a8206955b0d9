import { freshAttackKey, graphql, type Attack, type Shop } from '../attack.ts';

/** What is in order each time and means harm by its number or its aim. */
export function abuseAttacks({ tokens, asha, bala }: Shop): Attack[] {
  const mutate = (token: string, call: string) =>
    graphql(token, `mutation Attack { ${call} { replayed userErrors { code } } }`);
  const key = () => `idempotencyKey: "${freshAttackKey()}"`;
  const codes = [
    'AAAAAAAA',
    'ZZZZZZZZ',
    '22222222',
    'ABCDEFGH',
    'ASHAASHA',
    'BALABALA',
    '00000000',
    'A'.repeat(64),
  ];
  return [
    ...codes.map((code): Attack => ({
      name: `the guess that ${code} is somebody's code`,
      expects: 'REFERRAL_CODE_UNKNOWN|INVALID_INPUT|REFERRAL_SELF|BAD_USER_INPUT',
      request: mutate(tokens.asha, `applyReferral(input: { code: "${code}", ${key()} })`),
    })),
    ...['1000000', '10000.01', '99999999'].map((amount): Attack => ({
      name: `a debit of ${amount}`,
      expects: 'INSUFFICIENT_FUNDS|AMOUNT_OUT_OF_RANGE',
      request: mutate(
        tokens.asha,
        `deductCredits(input: { amount: { amount: "${amount}" }, orderId: "o", ${key()} })`,
      ),
    })),
    ...['450.01', '500', '10000'].map((amount): Attack => ({
      name: `a refund of ${amount} for a debit of 50`,
      expects: 'REFUND_EXCEEDS_DEBIT|AMOUNT_OUT_OF_RANGE|BAD_USER_INPUT|REFUND_TOO_LARGE',
      request: mutate(
        tokens.staff,
        `refundCredits(input: { debitId: "${asha.debitId}", amount: { amount: "${amount}" }, reason: "Returned", ${key()} })`,
      ),
    })),
    {
      name: 'a refund of a credit',
      expects: 'NOT_A_DEBIT|DEBIT_NOT_FOUND|INVALID_INPUT|TRANSACTION_NOT_FOUND',
      request: mutate(
        tokens.staff,
        `refundCredits(input: { debitId: "${bala.creditId}", amount: { amount: "1" }, reason: "Returned", ${key()} })`,
      ),
    },
    ...['asha', 'nobody', "' OR 1=1"].map((customerId): Attack => ({
      name: `a credit by a customer to ${customerId}`,
      expects: 'FORBIDDEN',
      request: mutate(
        tokens.asha,
        `addCredits(input: { customerId: "${customerId}", amount: { amount: "5" }, reason: "Gift", ${key()} })`,
      ),
    })),
  ];
}
