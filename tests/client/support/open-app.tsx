import { act, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '../../../client/app/app.tsx';
import { createServices } from '../../../client/app/services.ts';
import type { SnapshotStore } from '../../../client/offline/snapshot.ts';
import { LANGUAGES } from '../../../client/words/languages.ts';
import type { Language } from '../../../client/words/languages.ts';
import type { ConsoleAnswers } from './console-answers.ts';
import { FakeShop } from './fake-shop.ts';
import type { Person, Reply } from './fake-shop.ts';
import type { SampleGift } from './gifts.ts';
import { admin, customer, staff } from './people.ts';
import type { Story } from './sample-wallet.ts';
import { createSnapshotMemory } from './snapshot-memory.ts';
import { asha, NOW } from './stories.ts';

/** A screen's code comes when it is asked for, which takes its time on a busy machine. */
configure({ asyncUtilTimeout: 15_000 });

export interface Opening {
  /** Asha's wallet; null: she has none. */
  story?: Story | null;
  /** Who is signed in from an earlier visit. */
  as?: 'customer' | 'staff' | 'admin' | null;
  /** Somebody signed in here before; the session may be over. */
  visited?: boolean;
  path?: string;
  /** What the browser kept with this place in its history, where the page is loaded anew. */
  kept?: unknown;
  /** Answers in the shop's place, from the start. */
  network?: Reply;
  /** What the shop tells those who work for it, where it is not as quiet as usual. */
  console?: ConsoleAnswers;
  /** How it stands with the gift behind the link, where it can not just be claimed. */
  gift?: Partial<SampleGift>;
  /** How it stands with the link of a checkout, where it can not just be followed. */
  payLink?: Partial<FakeShop['payLink']>;
  /** Below 768 pixels it is a phone. */
  width?: number;
  /** What the browser asks for. */
  language?: Language;
  /** What an earlier visit left behind. */
  snapshots?: SnapshotStore;
}

/** The whole app in a browser-like document, on the network of a fake shop and with a clock that tests move. */
export async function openApp(opening: Opening = {}) {
  const { story = asha, as = 'customer', visited = as !== null, path = '/', width = 1280 } = opening;
  const people: Record<'customer' | 'staff' | 'admin', Person> = { customer: customer(story), staff, admin };
  const shop = new FakeShop(Object.values(people));
  Object.assign(shop.console, opening.console);
  Object.assign(shop.gift, opening.gift);
  Object.assign(shop.payLink, opening.payLink);
  if (opening.network) shop.interfere(opening.network);
  shop.cookie = as === null ? null : people[as];
  if (visited) window.localStorage.setItem('early-bird.signed-in', 'yes');
  window.history.replaceState(opening.kept ?? null, '', path);
  // The page is spoken to before the app runs.
  document.documentElement.lang = LANGUAGES[opening.language ?? 'en'].tag;
  setWidth(width);
  const clock = { now: NOW };
  const { snapshots = createSnapshotMemory() } = opening;
  const services = createServices(shop.fetch, () => clock.now, snapshots);
  await services.spoken.follow();
  const view = render(<App services={services} />);
  await act(() => services.session.restore());
  return { shop, clock, snapshots, services, view, user: userEvent.setup() };
}

/** jsdom has no layout; the app only asks whether the window is at least so wide. */
function setWidth(width: number): void {
  window.scrollTo = () => undefined;
  window.matchMedia = (query) => {
    const least = Number(/min-width: (\d+)px/.exec(query)?.[1] ?? 0);
    return Object.assign(new EventTarget(), {
      matches: width >= least,
      media: query,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });
  };
}
