import type { Checkout } from '../domain/checkout.ts';
import type { Ways } from '../domain/checkout-refund.ts';
import { formatRupees } from '../domain/money.ts';
import type { Refusal } from '../domain/refusal.ts';
import { signatureOf } from '../payments/signature.ts';
import type { ShopReturns } from '../payments/payment-provider.ts';

/** Why a customer cannot be sent back to this address; null where that is one of the shop's. */
export function mustBeOfShop(returnUrl: string | null, returns: ShopReturns | undefined): Refusal | null {
  if (returnUrl === null) return null;
  const url = URL.canParse(returnUrl) ? new URL(returnUrl) : null;
  const isBare = url !== null && url.username === '' && url.password === '' && url.hash === '';
  if (isBare && returns?.origins.includes(url.origin)) return null;
  const problem =
    'Customers are sent back only to addresses of the shop, which CHECKOUT_RETURN_ORIGINS names.';
  return { code: 'INVALID_INPUT', field: 'returnUrl', problem };
}

/**
 * Where the customer goes back to once the checkout has ended, with how it ended and what of it has gone back, signed: HMAC-SHA256, in hexadecimal, of the
 * parameters as they stand, from `checkout` up to the signature. Null while it is open, and where it was started without an address.
 */
export function returnOf(
  { returnUrl, orderId, status, total, ending }: Checkout,
  id: string,
  { toSource, toGiftCards, toWallet }: Ways,
  returns: ShopReturns | undefined,
): string | null {
  if (returnUrl === null || !ending || !returns || mustBeOfShop(returnUrl, returns)) return null;
  const said = {
    ...{ checkout: id, order: orderId, status, total: formatRupees(total), at: String(ending.at) },
    refunded: formatRupees(toSource + toGiftCards + toWallet),
    refundedToSource: formatRupees(toSource),
    refundedToGiftCards: formatRupees(toGiftCards),
    refundedToWallet: formatRupees(toWallet),
  };
  const result = new URLSearchParams(said).toString();
  const signature = signatureOf(Buffer.from(result), returns.secret);
  return `${returnUrl}${returnUrl.includes('?') ? '&' : '?'}${result}&signature=${signature}`;
}
