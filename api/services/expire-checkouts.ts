import { isOpenCheckout, type Checkout } from '../domain/checkout.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import { readsOfCheckout, providerStep, releaseCheckout } from './checkout-steps.ts';

interface Due {
  readonly checkout: Checkout;
  readonly requestId: string;
}

const expire: UseCase<Due, Checkout | null> = {
  name: 'expireCheckout',
  reads: ({ checkout }) => readsOfCheckout(checkout),
  decide: ({ checkout: { id }, requestId }, work, context) => {
    const checkout = work.get('checkouts', id);
    if (!checkout || !isOpenCheckout(checkout) || context.now < checkout.expiresAt) return checkout ?? null;
    return releaseCheckout(providerStep(work, context, requestId), checkout, 'EXPIRED', null);
  },
};

/** Ends a checkout whose time is over, unless it was paid or ended meanwhile. */
export function expireCheckout(app: App, checkout: Checkout, requestId: string): Promise<Checkout | null> {
  return app.engine.submit(expire, { checkout, requestId });
}
