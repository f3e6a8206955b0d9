import type { GraphqlContext } from './context.ts';
import { callerOf } from './reach.ts';
import type { Look } from '../services/read-log.ts';

/** Has it recorded that somebody of the shop looks at a customer; a customer who looks at itself is nobody's concern. */
export async function noteLook(context: GraphqlContext, act: Look['act'], customerId: string): Promise<void> {
  const caller = callerOf(context);
  if (caller.actor.role === 'CUSTOMER') return;
  const look = { caller, act, customerId };
  if (!context.app.reads.isNoted(look)) await context.loaders.looks.load(look);
}
