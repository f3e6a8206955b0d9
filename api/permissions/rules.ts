import { localId } from '../resolvers/global-id.ts';
import { mayRead, ownCustomerId } from '../resolvers/reach.ts';
import { walletIdOf } from '../domain/wallet/entry-id.ts';
import { rule } from './shield.ts';

/** Who may call, one sentence each. Whether the wallet allows what is asked is not said here: that is the domain's. */

/** The caller is signed in. */
export const isSignedIn = rule('isSignedIn', () => true);

/** The caller is staff or an admin. */
export const isStaff = rule('isStaff', ({ actor }) => actor.role === 'STAFF' || actor.role === 'ADMIN');

/** The caller is an admin. */
export const isAdmin = rule('isAdmin', ({ actor }) => actor.role === 'ADMIN');

/** The caller is a customer, and so acts on the own wallet alone. */
export const isCustomer = rule('isCustomer', (caller) => ownCustomerId(caller) !== null);

/** The wallet asked for is one that the caller may read. */
export const mayReadWallet = rule('mayReadWallet', (caller, { customerId }) =>
  mayRead(caller, String(customerId)),
);

/** The transaction asked for is in a wallet that the caller may read. */
export const mayReadTransaction = rule('mayReadTransaction', (caller, { id }) =>
  mayRead(caller, walletIdOf(localId('Transaction', String(id)) ?? '')),
);

/** The top-up asked for is of a wallet that the caller may read. */
export const mayReadTopUp = rule('mayReadTopUp', (caller, { id }) =>
  mayRead(caller, walletIdOf(localId('TopUp', String(id)) ?? '')),
);

/** The checkout asked for is of a customer whose wallet the caller may read. */
export const mayReadCheckout = rule('mayReadCheckout', (caller, { id }) =>
  mayRead(caller, walletIdOf(localId('Checkout', String(id)) ?? '')),
);

/** The caller is a customer and names nobody else. */
export const actsForThemselves = rule('actsForThemselves', (caller, { input }) => {
  const own = ownCustomerId(caller);
  return own !== null && ((input as { customerId?: string | null }).customerId ?? own) === own;
});

/** The status asked for is one that staff may set. */
export const setsStatusOfStaff = rule('setsStatusOfStaff', (_caller, { input }) =>
  ['FROZEN', 'ACTIVE'].includes((input as { status: string }).status),
);
