export type TypeName =
  | 'Viewer'
  | 'Session'
  | 'Customer'
  | 'Wallet'
  | 'Transaction'
  | 'TopUp'
  | 'Hold'
  | 'Checkout'
  | 'Payment'
  | 'Reward'
  | 'RewardClaim'
  | 'Campaign'
  | 'Gift'
  | 'GiftCard'
  | 'GiftCardPurchase'
  | 'Act'
  | 'Account'
  | 'PaymentReview'
  | 'Approval'
  | 'BulkCredit'
  | 'Job';

/** An opaque id that is unique across all types. */
export function globalId(type: TypeName, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** The id inside an opaque one; null when it is of another type or was not made here. */
export function localId(type: TypeName, opaque: string): string | null {
  const [prefix, id] = split(Buffer.from(opaque, 'base64url').toString());
  // Ids of what belongs to a wallet begin with it and a colon: one without the wallet is nobody's.
  const isWhole = id !== '' && !id.startsWith(':');
  return prefix === type && isWhole && globalId(type, id) === opaque ? id : null;
}

function split(text: string): [string, string] {
  const at = text.indexOf(':');
  return [text.slice(0, Math.max(0, at)), text.slice(at + 1)];
}
