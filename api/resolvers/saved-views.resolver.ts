import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import {
  RemoveViewInput,
  RemoveViewPayload,
  SaveViewInput,
  SaveViewPayload,
} from '../../schema/saved-view/saved-view.io.ts';
import { SavedView } from '../../schema/saved-view/saved-view.type.ts';
import { QUERY, Weighs } from '../../schema/weight.ts';
import type { Refused } from '../services/outcome.ts';
import { removeView, savedViews, saveView, type ViewsKept } from '../services/saved-views.ts';
import type { GraphqlContext } from './context.ts';
import { presentRefusal } from './presenters/user-error.presenter.ts';
import { callerOf, STAFF } from './reach.ts';

@Resolver()
export class SavedViewsResolver {
  @Authorized(STAFF)
  @Weighs({ own: QUERY, most: 50 })
  @Query(() => [SavedView], {
    description: "The caller's own saved views of the console, by name, at most 50. For staff and admins.",
  })
  savedViews(@Ctx() context: GraphqlContext): Promise<readonly SavedView[]> {
    return savedViews(context.app, callerOf(context));
  }

  @Authorized(STAFF)
  @Mutation(() => SaveViewPayload, {
    description:
      "Keeps one of the caller's own views of the console under its name, at most 50 of them. For staff and admins. Writes nothing to any journal; sending it again changes nothing.",
  })
  async saveView(
    @Arg('input', () => SaveViewInput, { description: 'Which view.' }) { name, address }: SaveViewInput,
    @Ctx() context: GraphqlContext,
  ): Promise<SaveViewPayload> {
    return presentViews(await saveView(context.app, callerOf(context), { name, address }));
  }

  @Authorized(STAFF)
  @Mutation(() => RemoveViewPayload, {
    description:
      "Keeps one of the caller's own views of the console no longer. For staff and admins. Writes nothing to any journal; sending it again changes nothing.",
  })
  async removeView(
    @Arg('input', () => RemoveViewInput, { description: 'Which view.' }) { name }: RemoveViewInput,
    @Ctx() context: GraphqlContext,
  ): Promise<RemoveViewPayload> {
    return presentViews(await removeView(context.app, callerOf(context), name));
  }
}

function presentViews(answer: ViewsKept | Refused): SaveViewPayload {
  if ('refused' in answer) return { views: [], userErrors: [presentRefusal(answer.refused)] };
  return { views: answer.views, userErrors: [] };
}
