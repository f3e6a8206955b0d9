import { Authorized, Ctx, Query, Resolver } from 'type-graphql';
import { PaymentHealth } from '../../schema/payment-health/payment-health.type.ts';
import { isWorking, unknownHealth } from '../payments/payment-observer.ts';
import { paymentState } from '../services/queries/payment-state.ts';
import type { GraphqlContext } from './context.ts';
import { ADMINS } from './reach.ts';

@Resolver()
export class PaymentHealthResolver {
  @Authorized(ADMINS)
  @Query(() => PaymentHealth, {
    description: 'Whether payments work: what the provider last did, and what waits. For admins.',
  })
  async paymentHealth(@Ctx() { app }: GraphqlContext): Promise<PaymentHealth> {
    const health = app.payments.health?.() ?? unknownHealth;
    const { eventsWaiting, eventsWaitingSince, ...state } = await paymentState(app);
    return {
      ...{ ...health, ...state, provider: app.payments.provider?.name ?? null, isWorking: isWorking(health) },
      ...{ notificationsWaiting: eventsWaiting, notificationsWaitingSince: eventsWaitingSince },
    };
  }
}
