export type PossibleTypesResultData = {
  possibleTypes: {
    Node: [
      'Account',
      'Act',
      'CreditTransaction',
      'Customer',
      'DebitTransaction',
      'ExpiryTransaction',
      'PaymentReview',
      'RefundTransaction',
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
      'RefundTransaction',
      'ReversalTransaction',
    ];
  };
};
const result: PossibleTypesResultData = {
  possibleTypes: {
    Node: [
      'Account',
      'Act',
      'CreditTransaction',
      'Customer',
      'DebitTransaction',
      'ExpiryTransaction',
      'PaymentReview',
      'RefundTransaction',
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
      'RefundTransaction',
      'ReversalTransaction',
    ],
  },
};
export default result;
