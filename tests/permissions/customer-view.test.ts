import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';
import { executableSchema } from '../../api/server/executable-schema.ts';
import { openTestApi } from '../support/api.ts';

const api = openTestApi();
const schema = executableSchema();

/** Every type that a customer can get to see. One more is a decision: may customers read all of its fields? */
const SEEN_BY_CUSTOMERS = [
  // The acts about a customer are for staff: `Customer.acts` is null for anybody else.
  // Of those who sign in here only the name and the role, and only as what an act was done to.
  'Account',
  'Act',
  'ActConnection',
  'ActEdge',
  'AddGiftCardToCheckoutPayload',
  'ApplyReferralPayload',
  // As what an act was done to, and so for staff.
  'Approval',
  'AvailableReward',
  'BalancePoint',
  // Of an approval, and so for staff.
  'BulkPreview',
  'BuyGiftCardPayload',
  // As what an act was done to, and so for staff.
  'Campaign',
  'CancelCheckoutPayload',
  'ChangeGiftPayload',
  // Of their own wallet, of a debit that they look at before.
  'ChangePreview',
  'Checkout',
  'CheckoutRefund',
  'ClaimGiftCardPayload',
  'ClaimGiftPayload',
  'ClaimRewardPayload',
  'CreateWalletPayload',
  'CreditLot',
  'CreditTransaction',
  'Customer',
  'DebitTransaction',
  'DeductCreditsPayload',
  'Draw',
  'EndSessionPayload',
  'ExpiringCredits',
  'ExpiryTransaction',
  // Of a job, as what an act was done to, and so for staff.
  'FailedRow',
  'FailedRowConnection',
  'FailedRowEdge',
  'Gift',
  'GiftCard',
  // Of a gift card, and empty for customers.
  'GiftCardEntry',
  'GiftCardEntryConnection',
  'GiftCardEntryEdge',
  'GiftCardFigures',
  'GiftCardLook',
  'GiftCardLookPayload',
  'GiftCardPart',
  'GiftCardPurchase',
  'GiftLook',
  'Hold',
  'HoldConnection',
  'HoldEdge',
  'HoldTransaction',
  'Job',
  'KindTotal',
  'LotChange',
  'MetadataEntry',
  'Money',
  'MonthlyMovement',
  'Node',
  // Of an approval, and so for staff.
  'OrderRefundPreview',
  'PageInfo',
  'PayCheckoutPayload',
  'Payment',
  'PaymentReview',
  'PlaceHoldPayload',
  'Quote',
  'RecallGiftPayload',
  'RedeemVoucherPayload',
  'ReferralStanding',
  'ReferredPerson',
  'RefundSplit',
  'RefundTransaction',
  'ReleaseTransaction',
  'ReturnGiftPayload',
  'ReversalTransaction',
  'Reward',
  'RewardClaim',
  'RewardConnection',
  'RewardEdge',
  'SendGiftPayload',
  'Session',
  'Shop',
  'ShowGiftCardCodePayload',
  'SourceTotal',
  'SpendPreview',
  'StartCheckoutPayload',
  'StartTopUpPayload',
  'Statement',
  'Tier',
  'TierStanding',
  'TopUp',
  'TopUpConnection',
  'TopUpEdge',
  'TopUpRefund',
  'Transaction',
  'TransactionActor',
  'TransactionConnection',
  'TransactionEdge',
  'TransactionMonth',
  'TransactionSummary',
  'UserError',
  'Viewer',
  // Of a campaign, as what an act was done to, and so for staff.
  'VoucherUse',
  'VoucherUseConnection',
  'VoucherUseEdge',
  'Wallet',
  'WalletGlance',
  // What staff note is for staff: `Wallet.notes` is null for anybody else.
  'WalletNote',
  'WalletNoteConnection',
  'WalletNoteEdge',
  'WalletPolicy',
  'WalletStatistics',
];

const ROOTS_OF_CUSTOMERS = {
  Query: [
    ...[
      'viewer',
      'wallet',
      'transaction',
      'transactionByReference',
      'tiers',
      'walletPolicy',
      'reward',
      'rewards',
    ],
    ...['topUp', 'checkout', 'giftCardPurchase', 'gift', 'sentGift', 'shop'],
  ],
  Mutation: [
    'createWallet',
    'deductCredits',
    'placeHold',
    'claimReward',
    'redeemVoucher',
    'claimGiftCard',
    'giftCardLook',
    'buyGiftCard',
    'showGiftCardCode',
    ...(['sendGift', 'changeGift', 'recallGift', 'returnGift', 'claimGift'] as const),
    'applyReferral',
    'startTopUp',
    ...(['startCheckout', 'addGiftCardToCheckout', 'payCheckout', 'cancelCheckout'] as const),
    'endSession',
  ],
} as const;

function typesSeenByCustomers(): string[] {
  const seen = new Set<string>();
  const visit = (type: GraphQLNamedType): void => {
    if (seen.has(type.name) || !(isObjectType(type) || isInterfaceType(type))) return;
    seen.add(type.name);
    if (isInterfaceType(type)) schema.getPossibleTypes(type).forEach(visit);
    for (const field of Object.values(type.getFields())) visit(getNamedType(field.type));
  };
  for (const [root, fields] of Object.entries(ROOTS_OF_CUSTOMERS)) {
    const type = schema.getType(root);
    if (!isObjectType(type)) throw new Error(`There is no ${root}.`);
    for (const field of fields) visit(typeOf(type, field));
  }
  return [...seen].sort();
}

describe('what customers can see', () => {
  it('is made of these types and no others', () => {
    expect(typesSeenByCustomers()).toEqual(SEEN_BY_CUSTOMERS);
  });

  it('holds nothing of another customer, whichever fields they select', async () => {
    const other = {
      customerId: 'zubin',
      name: 'SECRET-NAME',
      email: 'secret@example.com',
      phone: '+91 99999 11111',
    };
    await api.staff.act('saveCustomer', other, 'customer { id }');
    await api.admin.act('createWallet', { customerId: 'zubin' }, 'replayed');
    await api.grant('zubin', '777.77', { reason: 'SECRET-REASON' });
    await api.fundedWallet('asha', '500');
    const debit = await api.spend('asha', '100');
    const refund = { debitId: debit.transaction.id, amount: { amount: '10' }, reason: 'Returned' };
    await api.staff.act('refundCredits', refund, 'replayed');

    const query = `query Everything { viewer { ${selection(typeOf(schema.getQueryType(), 'viewer'), 5)} } }`;
    const { data, errors } = await api.customer('asha').ask(query);

    const text = JSON.stringify(data);
    expect(errors).toEqual([]);
    expect(text).toContain('asha');
    for (const secret of ['SECRET', 'secret@', '99999', 'zubin', '777.77'])
      expect(text).not.toContain(secret);
  });
});

function needsNoArgument({ args }: GraphQLField<unknown, unknown>): boolean {
  return !args.some(isRequiredArgument);
}

function typeOf(type: GraphQLObjectType | null | undefined, fieldName: string): GraphQLNamedType {
  const field = type?.getFields()[fieldName];
  if (!field) throw new Error(`There is no field ${fieldName}.`);
  return getNamedType(field.type);
}

/** Every field of a type that needs no argument, and of what it leads to, so many steps deep. */
function selection(type: GraphQLNamedType, depth: number): string {
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const fields = Object.values(type.getFields())
    .filter(needsNoArgument)
    .map((field) => {
      const inner = getNamedType(field.type);
      if (!isObjectType(inner) && !isInterfaceType(inner)) return field.name;
      return depth === 0 ? '' : `${field.name} { ${selection(inner, depth - 1)} }`;
    });
  // Anything may be a node, and two of them have fields of one name and different types.
  const kinds = isInterfaceType(type) && type.name !== 'Node' ? schema.getPossibleTypes(type) : [];
  const byKind = kinds.map((kind) => `... on ${kind.name} { ${selection(kind, depth)} }`);
  return ['__typename', ...fields, ...byKind].join(' ');
}
