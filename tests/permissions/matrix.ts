/** What a call may come to: answered, answered as if nothing were there, or refused with a code. */
export type Verdict = 'answered' | 'null' | 'FORBIDDEN' | 'UNAUTHENTICATED';

export interface Row {
  readonly field: string;
  /** What of the field this row is about, where one row is not enough. */
  readonly about?: string;
  /** The call, on the wallet of this customer. */
  call(target: Target): string;
  readonly customerOnOwn: Verdict;
  readonly customerOnOthers: Verdict;
  readonly staff: Verdict;
  readonly admin: Verdict;
}

export interface Target {
  readonly customerId: string;
  readonly creditId: string;
  readonly debitId: string;
  readonly key: string;
}

const everybody = {
  customerOnOwn: 'answered',
  customerOnOthers: 'answered',
  staff: 'answered',
  admin: 'answered',
} as const;
const lookUp = { ...everybody, customerOnOthers: 'null' } as const;
const staffOnly = { ...everybody, customerOnOwn: 'FORBIDDEN', customerOnOthers: 'FORBIDDEN' } as const;
const adminOnly = { ...staffOnly, staff: 'FORBIDDEN' } as const;
const ownOnly = { ...everybody, customerOnOthers: 'FORBIDDEN' } as const;

/** The table "who may call what" of the contract, one row per root field and case. Anonymous callers may call nothing. */
export const matrix: readonly Row[] = [
  { field: 'viewer', ...everybody, call: () => 'viewer { id role wallet { id } }' },
  { field: 'tiers', ...everybody, call: () => 'tiers { level }' },
  { field: 'walletPolicy', ...everybody, call: () => 'walletPolicy { timeZone }' },
  {
    field: 'wallet',
    ...lookUp,
    call: ({ customerId }) => `wallet(customerId: "${customerId}") { balance { amount } }`,
  },
  { field: 'transaction', ...lookUp, call: ({ creditId }) => `transaction(id: "${creditId}") { id }` },
  { field: 'customer', ...staffOnly, call: ({ customerId }) => `customer(id: "${customerId}") { name }` },
  {
    field: 'createWallet',
    ...ownOnly,
    staff: 'FORBIDDEN',
    call: ({ customerId, key }) =>
      `createWallet(input: { customerId: "${customerId}", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'addCredits',
    ...adminOnly,
    call: ({ customerId, key }) =>
      `addCredits(input: { customerId: "${customerId}", amount: { amount: "5" }, reason: "Gift", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'deductCredits',
    ...ownOnly,
    call: ({ customerId, key }) =>
      `deductCredits(input: { customerId: "${customerId}", amount: { amount: "1" }, orderId: "o", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'refundCredits',
    ...staffOnly,
    call: ({ debitId, key }) =>
      `refundCredits(input: { debitId: "${debitId}", amount: { amount: "1" }, reason: "Returned", idempotencyKey: "${key}" }) { replayed }`,
  },
  ...(['FROZEN', 'ACTIVE', 'SUSPENDED'] as const).map((status) => ({
    field: 'setWalletStatus',
    about: status,
    ...(status === 'SUSPENDED' ? adminOnly : staffOnly),
    call: ({ customerId, key }: Target) =>
      `setWalletStatus(input: { customerId: "${customerId}", status: ${status}, reason: "Test", idempotencyKey: "${key}" }) { replayed }`,
  })),
  {
    field: 'saveCustomer',
    ...staffOnly,
    call: ({ customerId }) =>
      `saveCustomer(input: { customerId: "${customerId}", name: "Changed" }) { customer { id } }`,
  },
];
