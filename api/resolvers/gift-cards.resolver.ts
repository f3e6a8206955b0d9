import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { ForwardPageArgs } from '../../schema/connection/forward-page.args.ts';
import { GiftCardConnection } from '../../schema/gift-card/gift-card-connection.type.ts';
import type { GiftCardEntryConnection } from '../../schema/gift-card/gift-card-entry-connection.type.ts';
import { GiftCardFigures } from '../../schema/gift-card/gift-card-figures.type.ts';
import { GiftCard } from '../../schema/gift-card/gift-card.type.ts';
import { GiftCardsArgs, type GiftCardFilter } from '../../schema/gift-card/gift-cards.args.ts';
import { Viewer } from '../../schema/viewer/viewer.type.ts';
import { LOOKED_UP, QUERY, Weighs } from '../../schema/weight.ts';
import { symbolsMeant } from '../domain/base32.ts';
import {
  countGiftCards,
  findCardEntries,
  findClaimedCards,
  findGiftCard,
  findGiftCards,
  openCards,
  openCardsOf,
  type CardFilter,
} from '../services/queries/find-gift-cards.ts';
import type { Connection } from './connection.ts';
import type { GraphqlContext } from './context.ts';
import { cardEntryCursors } from './cursor.ts';
import { localId } from './global-id.ts';
import { listPageOf, presentPage, readList } from './list-page.ts';
import { forwardPageBy } from './page.ts';
import {
  presentCardEntries,
  presentCardFigures,
  presentCardTo,
  presentGiftCard,
  type CardEntries,
  type GiftCardView,
} from './presenters/gift-card.presenter.ts';
import { callerOf, ownCustomerId, STAFF } from './reach.ts';

/** What a customer sees of the journal of a card that was never theirs. */
const NOTHING: CardEntries = {
  ...{ entries: [], holds: new Map(), hasNextPage: false, hasPreviousPage: false, totalCount: 0 },
  customerId: null,
};

type GiftCardsPage = Connection<GiftCardView> & { readonly filter: CardFilter };

@Resolver(() => GiftCardConnection)
export class GiftCardsResolver {
  @Authorized(STAFF)
  @Weighs({ own: QUERY })
  @Query(() => GiftCardConnection, {
    description:
      'The gift cards of the shop, newest first unless asked otherwise. Their codes are nowhere. For staff and admins.',
  })
  async giftCards(
    @Args(() => GiftCardsArgs) args: GiftCardsArgs,
    @Ctx() { app }: GraphqlContext,
  ): Promise<GiftCardsPage> {
    const filter = filterOf(args.filter);
    const list = readList('gift-cards', args);
    const { listed, cards } = await findGiftCards(app, filter, listPageOf(list, args));
    const now = app.now();
    const found = cards.map((card) => card && presentGiftCard(card, now));
    return { ...presentPage(list, listed, found), filter };
  }

  @Weighs({ own: 4 * QUERY })
  @FieldResolver(() => Int)
  totalCount(@Root() { filter }: GiftCardsPage, @Ctx() { app }: GraphqlContext): Promise<number> {
    return countGiftCards(app, filter);
  }

  @Weighs({ own: 8 * QUERY })
  @FieldResolver(() => GiftCardFigures)
  async outstanding(@Ctx() { app, once }: GraphqlContext): Promise<GiftCardFigures> {
    return once.of('gift cards that hold money', async () => presentCardFigures(await openCards(app)));
  }
}

function filterOf(filter: GiftCardFilter | null | undefined): CardFilter {
  const { holdsMoney, status, lastFour, from, to } = filter ?? {};
  return {
    ...{ onlyOpen: holdsMoney ?? false, statuses: status ?? undefined },
    ...{ lastFour: lastFour ? symbolsMeant(lastFour) : undefined },
    ...{ from: from ?? undefined, to: to ?? undefined },
  };
}

@Resolver(() => GiftCard)
export class GiftCardResolver {
  @Authorized(STAFF)
  @Weighs({ own: LOOKED_UP })
  @Query(() => GiftCard, {
    nullable: true,
    description: 'One gift card; null when there is none. For staff and admins.',
  })
  async giftCard(
    @Arg('id', () => ID, { description: 'The `id` of the gift card.' }) id: string,
    @Ctx() { app }: GraphqlContext,
  ): Promise<GiftCardView | null> {
    const cardId = localId('GiftCard', id);
    const card = cardId === null ? null : await findGiftCard(app, cardId);
    return card && presentGiftCard(card, app.now());
  }

  @FieldResolver()
  async entries(
    @Args(() => ForwardPageArgs) { first, after }: ForwardPageArgs,
    @Root() { cardId, entryCount, boughtById, claimedById }: GiftCardView,
    @Ctx() context: GraphqlContext,
  ): Promise<GiftCardEntryConnection> {
    const cursors = cardEntryCursors(cardId);
    const page = forwardPageBy(cursors, first, after);
    const customerId = ownCustomerId(callerOf(context));
    if (customerId !== null && boughtById !== customerId && claimedById !== customerId)
      return presentCardEntries(NOTHING, cursors);
    const found = await findCardEntries(context.app, cardId, page.first, page.after ?? 0);
    const hasPreviousPage = page.after !== undefined;
    return presentCardEntries({ ...found, hasPreviousPage, totalCount: entryCount, customerId }, cursors);
  }
}

@Resolver(() => Viewer)
export class ViewerGiftCardsResolver {
  @Weighs({ own: QUERY, most: 100 })
  @FieldResolver(() => [GiftCard], {
    description:
      'The gift cards that the caller has claimed, the latest first, at most 100; empty for staff and admins.',
  })
  async giftCards(@Ctx() context: GraphqlContext): Promise<GiftCardView[]> {
    const { app } = context;
    const customerId = ownCustomerId(callerOf(context));
    const cards = customerId === null ? [] : await findClaimedCards(app, customerId);
    const now = app.now();
    return cards.map((card) => presentCardTo(customerId ?? '', card, now));
  }

  @Weighs({ own: QUERY })
  @FieldResolver(() => GiftCardFigures, {
    nullable: true,
    description:
      'What the gift cards hold together that the caller has bought and not sent as gifts; null for staff and admins.',
  })
  async boughtGiftCards(@Ctx() context: GraphqlContext): Promise<GiftCardFigures | null> {
    const customerId = ownCustomerId(callerOf(context));
    return customerId === null ? null : presentCardFigures(await openCardsOf(context.app, customerId));
  }
}
