import { freshAttackKey, graphql, type Attack, type Shop } from '../attack.ts';

/** Twenty at once, of what not one may do. */
export function raceAttacks({ tokens, asha, bala }: Shop): Attack[] {
  const many = (name: string, expects: string, token: string, call: (key: string) => string): Attack => ({
    name: `twenty times at once: ${name}`,
    expects,
    times: 20,
    request: graphql(
      token,
      `mutation Race { ${call(`idempotencyKey: "${freshAttackKey()}"`)} { replayed userErrors { code } } }`,
    ),
  });
  return [
    many(
      'more than the balance',
      'INSUFFICIENT_FUNDS',
      tokens.asha,
      (key) => `deductCredits(input: { amount: { amount: "9000" }, orderId: "race", ${key} })`,
    ),
    many(
      "from another's wallet",
      'FORBIDDEN',
      tokens.asha,
      (key) =>
        `deductCredits(input: { customerId: "${bala.customerId}", amount: { amount: "1" }, orderId: "race", ${key} })`,
    ),
    many(
      'more than was debited',
      'REFUND_EXCEEDS_DEBIT|REFUND_TOO_LARGE',
      tokens.staff,
      (key) =>
        `refundCredits(input: { debitId: "${asha.debitId}", amount: { amount: "51" }, reason: "Race", ${key} })`,
    ),
    many('a second wallet', 'WALLET_EXISTS', tokens.asha, (key) => `createWallet(input: { ${key} })`),
    many(
      'a code that is nobody’s',
      'REFERRAL_CODE_UNKNOWN|BAD_USER_INPUT',
      tokens.asha,
      (key) => `applyReferral(input: { code: "AAAAAAAA", ${key} })`,
    ),
    many(
      'a suspension by staff',
      'FORBIDDEN',
      tokens.staff,
      (key) =>
        `setWalletStatus(input: { customerId: "${bala.customerId}", status: SUSPENDED, reason: "Race", ${key} })`,
    ),
  ];
}
