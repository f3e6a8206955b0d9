import {
  changedCheckout,
  isOpenCheckout,
  MOST_PAYMENTS,
  mustHaveTries,
  type Checkout,
} from '../domain/checkout.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { putCheckout } from './checkout-steps.ts';
import type { Refused } from './outcome.ts';
import type { StartedCheckout } from './start-checkout.ts';
import { actOnSeen, checkoutAct } from './work-on-checkout.ts';

const KNOWN_BY = 'checkout link';
const MADE_FROM = 'making of checkout links';
/** 192 bits. */
const BYTES = 24;
const SECRET = /^[A-Za-z0-9_-]{32}$/;

const NO_LINKS: Refusal = {
  code: 'INVALID_INPUT',
  field: 'checkoutId',
  problem:
    'Links need the sign-in of this server, and people sign in elsewhere here: send the customer to payUrl.',
};

export interface MakeLink {
  readonly checkoutId: string;
  readonly idempotencyKey: string;
}

export interface MadeLink extends StartedCheckout {
  /** Null where the key that it was made with is gone. */
  readonly secret: string | null;
}

interface Made extends MakeLink {
  readonly app: Pick<App, 'seals'>;
}

/** Takes the place of the link before, whether somebody came by that or not. */
const make = checkoutAct<Made>('makeCheckoutLink', (checkout, payment, { input: { app } }, step) => {
  // However often a page asks for one, the order can still be paid.
  const refused = mustHaveTries(checkout, MOST_PAYMENTS);
  if (refused) return refused;
  const n = (checkout.link?.n ?? 0) + 1;
  const { keyId } = app.seals;
  const secret = secretOf(app, checkout.id, { n, keyId });
  if (secret === null) throw new Error('The key that links are made from is gone.');
  const link = { n, keyId, knownBy: app.seals.fingerprint(KNOWN_BY, secret), usedAt: null };
  return { payment, checkout: putCheckout(step, changedCheckout(checkout, { link }, step.context.now)) };
});

/**
 * A link by which the customer of an open checkout pays it without signing in: good once, and as long as the checkout is open. The
 * same key tells the same link again, as long as no other took its place.
 */
export async function makeCheckoutLink(
  app: App,
  caller: Caller,
  input: MakeLink,
): Promise<MadeLink | Refused> {
  if (!app.opensPayLinks) return { refused: NO_LINKS };
  const { checkoutId } = input;
  const seen = (await app.stores.checkouts.load([checkoutId])).get(checkoutId);
  if (!seen) return { refused: { code: 'CHECKOUT_NOT_FOUND' } };
  const answer = await actOnSeen(app, caller, make, {
    input: { ...input, app },
    seen,
    described: { checkoutId },
  });
  if ('refused' in answer) return { refused: answer.refused };
  const { id, link } = answer.checkout;
  return { ...answer, secret: link ? secretOf(app, id, link) : null };
}

interface Presented {
  readonly checkoutId: string;
  /** What the secret may be known by. */
  readonly names: readonly string[];
}

const use: UseCase<Presented, Checkout | null> = {
  name: 'useCheckoutLink',
  reads: ({ checkoutId }) => ({ checkouts: [checkoutId] }),
  decide: ({ checkoutId, names }, work, { now }) => {
    const checkout = work.get('checkouts', checkoutId);
    const link = checkout?.link;
    if (!link || link.usedAt !== null || !names.includes(link.knownBy)) return null;
    if (!isOpenCheckout(checkout) || now >= checkout.expiresAt) return null;
    const after = changedCheckout(checkout, { link: { ...link, usedAt: now } }, now);
    work.put('checkouts', after.id, after);
    return after;
  },
};

export type UsedLink = { readonly checkout: Checkout } | { readonly waitSeconds: number } | null;

/**
 * Lets somebody in by a link, once; null whatever is wrong with it. Wrong ones are counted by where they come from; after some the
 * next has to wait, whether it is right or not.
 */
export async function useCheckoutLink(
  app: App,
  network: string,
  { checkoutId, secret }: { readonly checkoutId: string; readonly secret: string },
): Promise<UsedLink> {
  const attempt = { personId: null, network };
  const waitSeconds = app.codeAttempts.begin(attempt);
  if (waitSeconds !== null) return { waitSeconds };
  if (!SECRET.test(secret)) return null;
  const names = app.seals.fingerprints(KNOWN_BY, secret);
  const open = () => app.engine.submit(use, { checkoutId, names });
  const checkout = await app.codeAttempts.looking(attempt, waitSeconds, open);
  if (checkout) app.codeAttempts.found(attempt);
  return checkout && { checkout };
}

/** The same each time, so that the call that made it tells it again, and there is nothing to keep. */
function secretOf(
  { seals }: Pick<App, 'seals'>,
  checkoutId: string,
  { n, keyId }: { readonly n: number; readonly keyId: string },
): string | null {
  const bytes = seals.derive(MADE_FROM, `${checkoutId}:${n}`, keyId);
  return bytes && bytes.subarray(0, BYTES).toString('base64url');
}
