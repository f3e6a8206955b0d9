import { Authorized, Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import type { Customer } from '../../schema/customer/customer.type.ts';
import type { Session } from '../../schema/session/session.type.ts';
import { Viewer } from '../../schema/viewer/viewer.type.ts';
import type { Role } from '../../schema/viewer/role.enum.ts';
import type { GraphqlContext } from './context.ts';
import { globalId } from './global-id.ts';
import { presentCustomer } from './presenters/customer.presenter.ts';
import { presentWallet, type WalletView } from './presenters/wallet.presenter.ts';
import { callerOf, EVERYBODY, ownCustomerId } from './reach.ts';
import { sessionsOf } from './sessions.ts';

@Resolver(() => Viewer)
export class ViewerResolver {
  @Authorized(EVERYBODY)
  @Query(() => Viewer, {
    description: 'Whoever is asking, with their own wallet. For everybody who is signed in.',
  })
  viewer(@Ctx() context: GraphqlContext): Viewer {
    return presentViewer(context);
  }

  @FieldResolver()
  sessions(@Ctx() context: GraphqlContext): Promise<Session[]> {
    return context.once.of('sessions', () => sessionsOf(context));
  }

  @FieldResolver()
  async customer(@Ctx() context: GraphqlContext): Promise<Customer | null> {
    const id = ownCustomerId(callerOf(context));
    const customer = id === null ? null : await context.loaders.customers.load(id);
    return customer && presentCustomer(customer);
  }

  @FieldResolver()
  async wallet(@Ctx() context: GraphqlContext): Promise<WalletView | null> {
    const id = ownCustomerId(callerOf(context));
    const wallet = id === null ? null : await context.loaders.wallets.load(id);
    return wallet && presentWallet(wallet);
  }
}

/** Whoever asks. */
export function presentViewer(context: GraphqlContext): Viewer {
  const { actor } = callerOf(context);
  return { id: globalId('Viewer', actor.id), role: actor.role as Role };
}
