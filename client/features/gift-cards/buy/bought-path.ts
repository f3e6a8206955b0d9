/** Where a gift card that was bought is paid for, and looked at afterwards. */
export function boughtPath(purchaseId: string): string {
  return `/gift-cards/bought/${encodeURIComponent(purchaseId)}`;
}
