export type PossibleTypesResultData = {
  possibleTypes: {
    Node: [
      'Account',
      'Act',
      'Approval',
      'CreditTransaction',
      'Customer',
      'DebitTransaction',
      'ExpiryTransaction',
      'Job',
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
      'Approval',
      'CreditTransaction',
      'Customer',
      'DebitTransaction',
      'ExpiryTransaction',
      'Job',
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
