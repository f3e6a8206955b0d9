export type PossibleTypesResultData = {
  possibleTypes: {
    Node: [
      'Account',
      'Act',
      'Approval',
      'Campaign',
      'Checkout',
      'CreditTransaction',
      'Customer',
      'DebitTransaction',
      'ExpiryTransaction',
      'GiftCard',
      'Hold',
      'HoldTransaction',
      'Job',
      'PaymentReview',
      'RefundTransaction',
      'ReleaseTransaction',
      'ReversalTransaction',
      'Reward',
      'RewardClaim',
      'TopUp',
      'Wallet',
    ];
    Transaction: [
      'CreditTransaction',
      'DebitTransaction',
      'ExpiryTransaction',
      'HoldTransaction',
      'RefundTransaction',
      'ReleaseTransaction',
      'ReversalTransaction',
    ];
  };
};
const result: PossibleTypesResultData = {
  possibleTypes: {
    Node: [
      'Account',
      'Act',
      'Approval',
      'Campaign',
      'Checkout',
      'CreditTransaction',
      'Customer',
      'DebitTransaction',
      'ExpiryTransaction',
      'GiftCard',
      'Hold',
      'HoldTransaction',
      'Job',
      'PaymentReview',
      'RefundTransaction',
      'ReleaseTransaction',
      'ReversalTransaction',
      'Reward',
      'RewardClaim',
      'TopUp',
      'Wallet',
    ],
    Transaction: [
      'CreditTransaction',
      'DebitTransaction',
      'ExpiryTransaction',
      'HoldTransaction',
      'RefundTransaction',
      'ReleaseTransaction',
      'ReversalTransaction',
    ],
  },
};
export default result;
