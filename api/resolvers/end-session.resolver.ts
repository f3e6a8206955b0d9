import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { EndSessionInput, EndSessionPayload } from '../../schema/session/end-session.io.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { presentRefusal } from './presenters/user-error.presenter.ts';
import { callerOf, EVERYBODY } from './reach.ts';
import { presentViewer } from './viewer.resolver.ts';

@Resolver()
export class EndSessionResolver {
  @Authorized(EVERYBODY)
  @Mutation(() => EndSessionPayload, {
    description:
      "Ends one of the caller's own sessions: its access tokens are refused within a quarter of a minute, and it cannot be refreshed. For customers, staff and admins. Writes nothing to any journal; ending it again is refused with SESSION_NOT_FOUND.",
  })
  async endSession(
    @Arg('input', () => EndSessionInput, { description: 'Which session.' })
    { sessionId: opaqueId }: EndSessionInput,
    @Ctx() context: GraphqlContext,
  ): Promise<EndSessionPayload> {
    const { actor } = callerOf(context);
    const id = localId('Session', opaqueId);
    const isOver = id !== null && (await context.sessions.end(actor.id, id));
    if (!isOver) return { viewer: null, userErrors: [presentRefusal({ code: 'SESSION_NOT_FOUND' })] };
    return { viewer: presentViewer(context), userErrors: [] };
  }
}
