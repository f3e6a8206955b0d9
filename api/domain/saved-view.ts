import type { Instant } from './calendar.ts';
import type { Refusal } from './refusal.ts';
import { isBlank } from './text-forms.ts';

/** A list of the console with its filters, as somebody wants to find it again. */
export interface SavedView {
  /** One of each name for one person. */
  readonly name: string;
  /** Where it is within the console, such as `/wallets?status=FROZEN`. */
  readonly address: string;
  readonly savedAt: Instant;
}

/** As many can one person keep. */
export const MOST_VIEWS = 50;

/** The views with one more, or with another in the place of that of its name; they stay in the order of their names. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] | Refusal {
  const wrong = (field: string, problem: string) => ({ code: 'INVALID_INPUT', field, problem }) as const;
  if (isBlank(view.name)) return wrong('name', 'Give the view a name.');
  if (!/^\/(?!\/)/.test(view.address))
    return wrong('address', 'An address within the console begins with one slash.');
  const others = withoutView(views, view.name);
  if (others.length >= MOST_VIEWS) return wrong('name', `You keep ${MOST_VIEWS} views, as many as you can.`);
  return [...others, view].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function withoutView(views: readonly SavedView[], name: string): readonly SavedView[] {
  return views.filter((view) => view.name !== name);
}
