import type { ConsoleIconName } from '../ui/console-icon.tsx';
import { frameWords } from './words.ts';

export type PlaceGroup = 'top' | 'work' | 'programme' | 'insight';

/** A count that stands beside a place: how much waits there. */
export type Waiting = 'approvals' | 'reviews';

export interface Place {
  to: string;
  icon: ConsoleIconName;
  word: string;
  group: PlaceGroup;
  waiting?: Waiting;
  /** Only for admins: others do not see the way, and are refused by the server where they find it. */
  forAdmins?: boolean;
  /** Has a place in the bar of a phone too, by this shorter word. */
  bar?: string;
  /** Pressed after G, leads there. */
  key?: string;
}

const { places } = frameWords;

/** Where one can go in the console, in the order of the rail. Each has its route in app/console-routes.tsx. */
export const PLACES: readonly Place[] = [
  { to: '/admin', icon: 'home', word: places.home, group: 'top', bar: places.home, key: 'h' },
  { to: '/admin/wallets', icon: 'wallet', word: places.wallets, group: 'top', bar: places.wallets, key: 'w' },
  {
    ...{ to: '/admin/approvals', icon: 'approve', word: places.approvals, group: 'work' },
    ...{ waiting: 'approvals', bar: frameWords.short.approvals, key: 'a' },
  },
  {
    ...{ to: '/admin/reviews', icon: 'inbox', word: places.reviews, group: 'work' },
    ...{ waiting: 'reviews', bar: frameWords.short.reviews, key: 'p' },
  },
  {
    ...{ to: '/admin/bulk', icon: 'bulk', word: places.bulk, group: 'work' },
    ...{ forAdmins: true, key: 'b' },
  },
  {
    ...{ to: '/admin/rewards', icon: 'gift', word: places.rewards, group: 'programme' },
    ...{ key: 'r' },
  },
  {
    ...{ to: '/admin/referrals', icon: 'people', word: places.referrals, group: 'programme' },
    ...{ forAdmins: true },
  },
  {
    ...{ to: '/admin/campaigns', icon: 'tag', word: places.campaigns, group: 'programme' },
    ...{ key: 'm' },
  },
  {
    ...{ to: '/admin/gift-cards', icon: 'card', word: places.giftCards, group: 'programme' },
    ...{ key: 'c' },
  },
  {
    ...{ to: '/admin/analytics', icon: 'chart', word: places.analytics, group: 'insight' },
    ...{ forAdmins: true, key: 'n' },
  },
  {
    ...{ to: '/admin/audit', icon: 'audit', word: places.audit, group: 'insight' },
    ...{ forAdmins: true, key: 'l' },
  },
  {
    ...{ to: '/admin/integrity', icon: 'shield', word: places.integrity, group: 'insight' },
    ...{ forAdmins: true, key: 'i' },
  },
  {
    ...{ to: '/admin/settings', icon: 'gear', word: places.settings, group: 'insight' },
    ...{ key: 's' },
  },
];

/** What somebody of this role finds in the rail. */
export function placesOf(role: string): Place[] {
  return PLACES.filter(({ forAdmins }) => forAdmins !== true || role === 'ADMIN');
}
