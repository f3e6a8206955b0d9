export type PossibleTypesResultData = {
  possibleTypes: {
    Node: [
      'CreditTransaction',
      'Customer',
      'DebitTransaction',
      'ExpiryTransaction',
      'RefundTransaction',
      'Wallet',
    ];
    Transaction: ['CreditTransaction', 'DebitTransaction', 'ExpiryTransaction', 'RefundTransaction'];
  };
};
const result: PossibleTypesResultData = {
  possibleTypes: {
    Node: [
      'CreditTransaction',
      'Customer',
      'DebitTransaction',
      'ExpiryTransaction',
      'RefundTransaction',
      'Wallet',
    ],
    Transaction: ['CreditTransaction', 'DebitTransaction', 'ExpiryTransaction', 'RefundTransaction'],
  },
};
export default result;
