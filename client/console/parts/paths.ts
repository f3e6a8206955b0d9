/** Where the console shows a customer. */
export function customerPath(customerId: string): string {
  return `/admin/wallets/${encodeURIComponent(customerId)}`;
}
