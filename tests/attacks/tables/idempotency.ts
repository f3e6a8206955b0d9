import { graphql, type Attack, type Shop } from '../attack.ts';

const KEYS: readonly unknown[] = [
  ...[
    '',
    ' ',
    'short',
    'x'.repeat(15),
    'x'.repeat(129),
    'x'.repeat(10_000),
    'with spaces in between',
    'key\u0000key\u0000key\u0000key',
    '../../../../etc/passwd',
  ],
  ...[
    '{"$gt":"aaaaaaaaaaaaaaaa"}',
    'schlüssel-schlüssel',
    '😀'.repeat(16),
    'attack;key;attack;key',
    'attack.key.attack.key',
    'attack:key:attack:key',
  ],
  ...[
    '-'.repeat(15),
    '\u202eattack-key-attack-key',
    'attack-key-attack-key\n',
    null,
    7,
    true,
    [],
    ['attack-key-attack-key'],
    {},
    { $ne: '' },
  ],
];
const INPUTS: Readonly<Record<string, { as: 'asha' | 'admin'; input: object }>> = {
  DeductCredits: { as: 'asha', input: { amount: { amount: '1' }, orderId: 'order-1' } },
  AddCredits: { as: 'admin', input: { customerId: 'asha', amount: { amount: '1' }, reason: 'Gift' } },
  ClaimReward: { as: 'asha', input: { rewardId: 'nothing' } },
};

/** Keys that are none, and keys that were used for something else. */
export function idempotencyAttacks({ tokens }: Shop): Attack[] {
  const send = (name: string, as: 'asha' | 'admin', input: object) => {
    const field = `${name[0]?.toLowerCase()}${name.slice(1)}`;
    const document = `mutation Attack($input: ${name}Input!) { ${field}(input: $input) { replayed userErrors { code } } }`;
    return graphql(tokens[as], document, { input });
  };
  const bad = Object.entries(INPUTS).flatMap(([name, { as, input }]) =>
    KEYS.map((idempotencyKey, index): Attack => ({
      name: `${name} under the key ${JSON.stringify(idempotencyKey).slice(0, 40)} (${index + 1})`,
      expects: 'BAD_USER_INPUT|INVALID_INPUT',
      request: send(name, as, { ...input, idempotencyKey }),
    })),
  );
  const used = { idempotencyKey: 'attack-shop-debit-1', orderId: 'order-1' };
  const others = [
    { ...used, amount: { amount: '1000' } },
    { ...used, amount: { amount: '50.01' } },
    { ...used, amount: { amount: '50' }, orderId: 'order-2' },
  ].map((input, index): Attack => ({
    name: `a key that was used, for something else (${index + 1})`,
    expects: 'IDEMPOTENCY_CONFLICT',
    request: send('DeductCredits', 'asha', input),
  }));
  const again: Attack = {
    name: 'the same debit twenty times more',
    expects: '200',
    times: 20,
    request: send('DeductCredits', 'asha', { ...used, amount: { amount: '50' } }),
  };
  return [...bad, ...others, again];
}
