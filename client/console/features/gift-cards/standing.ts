import { endOfDay, isDay, startOfDay } from '../../../format/day-range.ts';
import type { GiftCardFilter, GiftCardStatus, StaffCard_GiftCardFragment } from '../../../graphql/graphql.ts';
import type { IconName } from '../../../ui/icon-shapes.tsx';
import type { StateTone } from '../../parts/state.tsx';

export type GiftCard = StaffCard_GiftCardFragment;

export const statusLooks: Record<GiftCardStatus, { icon: IconName; tone: StateTone }> = {
  ACTIVE: { icon: 'ok', tone: 'brand' },
  PART_USED: { icon: 'ok', tone: 'brand' },
  USED: { icon: 'check', tone: 'ok' },
  CLAIMED: { icon: 'check', tone: 'ok' },
  EXPIRED: { icon: 'hourglass', tone: 'neutral' },
  CANCELLED: { icon: 'ban', tone: 'warn' },
};

export const CARDS_PATH = '/admin/gift-cards';
export const NEW_CARDS_PATH = `${CARDS_PATH}/new`;

export function cardPath(id: string): string {
  return `${CARDS_PATH}/${encodeURIComponent(id)}`;
}

/** The lists of gift cards, by their names in the address, and what each holds. */
const VIEWS = {
  all: null,
  open: ['ACTIVE', 'PART_USED'],
  used: ['USED'],
  claimed: ['CLAIMED'],
  cancelled: ['CANCELLED'],
  expired: ['EXPIRED'],
} as const satisfies Record<string, readonly GiftCardStatus[] | null>;

export type View = keyof typeof VIEWS;
export const views = Object.keys(VIEWS) as View[];

/** The names in the address of what can be typed to find a card. */
export const CARD_FILTERS = ['end', 'from', 'to'] as const;

export function viewOf(params: URLSearchParams): View {
  return views.find((one) => one === params.get('show')) ?? 'all';
}

/** Reads an address that anybody may have typed: what makes no sense counts as not there. */
export function cardFilterOf(params: URLSearchParams): GiftCardFilter {
  const status = VIEWS[viewOf(params)];
  const end = (params.get('end') ?? '').trim();
  const day = (name: 'from' | 'to'): string | null => {
    const said = params.get(name) ?? '';
    return isDay(said) ? said : null;
  };
  const [from, to] = [day('from'), day('to')];
  return {
    ...(status !== null && { status: [...status] }),
    ...(end.length === SYMBOLS_SHOWN && { lastFour: end }),
    ...(from !== null && { from: startOfDay(from) }),
    ...(to !== null && { to: endOfDay(to) }),
  };
}

/** As many symbols of its code as a card shows. */
export const SYMBOLS_SHOWN = 4;
