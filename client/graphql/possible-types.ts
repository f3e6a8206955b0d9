export type PossibleTypesResultData = {
  possibleTypes: {
    Node: ['CreditTransaction', 'Customer', 'DebitTransaction', 'RefundTransaction', 'Wallet'];
    Transaction: ['CreditTransaction', 'DebitTransaction', 'RefundTransaction'];
  };
};
const result: PossibleTypesResultData = {
  possibleTypes: {
    Node: ['CreditTransaction', 'Customer', 'DebitTransaction', 'RefundTransaction', 'Wallet'],
    Transaction: ['CreditTransaction', 'DebitTransaction', 'RefundTransaction'],
  },
};
export default result;
