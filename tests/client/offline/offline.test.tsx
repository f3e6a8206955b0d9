import { act, screen, waitFor, within } from '@testing-library/react';
import { balanceCard } from '../support/balance-card.ts';
import type { Reply } from '../support/fake-shop.ts';
import { openApp } from '../support/open-app.tsx';
import type { Opening } from '../support/open-app.tsx';
import { createSnapshotMemory } from '../support/snapshot-memory.ts';
import { asha, newcomer } from '../support/stories.ts';

const reward = { name: 'Weekday saver', paise: 75_00n, used: 1, of: 10 };

const away: Reply = () => Promise.reject(new TypeError('There is no network.'));

function setOnline(online: boolean): void {
  jest.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(online);
  act(() => void window.dispatchEvent(new Event(online ? 'online' : 'offline')));
}

afterEach(() => {
  window.localStorage.clear();
  jest.restoreAllMocks();
});

/** A visit with a network that leaves a snapshot behind. */
async function visit(opening: Opening = {}) {
  const snapshots = createSnapshotMemory();
  const app = await openApp({ ...opening, snapshots });
  await screen.findByRole('main');
  await waitFor(async () => expect(Object.keys((await snapshots.read())?.queries ?? {})).not.toEqual([]));
  return { ...app, snapshots };
}

/** The same browser, started again without a network. */
async function returnOffline(opening: Opening = {}) {
  const first = await visit(opening);
  await waitFor(async () =>
    expect((await first.snapshots.read())?.queries).toHaveProperty('BalanceOverTime'),
  );
  first.view.unmount();
  setOnline(false);
  return openApp({ ...opening, snapshots: first.snapshots, network: away });
}

describe('without a network', () => {
  it('a start shows the last dashboard and says of when it is', async () => {
    await returnOffline();
    expect(await screen.findByText('You’re offline – showing balance as of 9:41 am.')).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Your balance' })).toHaveTextContent('₹4,250.00');
    expect(screen.getByText('Weekend saver reward')).toBeInTheDocument();
    expect(await screen.findByText(/^Between 26 Aug and today/)).toBeInTheDocument();
    expect(screen.queryByText('Refreshing didn’t work')).not.toBeInTheDocument();
  });

  it('a start shows the first page of the history that was seen last', async () => {
    const first = await visit({ path: '/history' });
    await screen.findByText('Weekend saver reward');
    await waitFor(async () =>
      expect((await first.snapshots.read())?.queries).toHaveProperty('TransactionHistory'),
    );
    first.view.unmount();
    setOnline(false);
    const { shop } = await openApp({ path: '/history', snapshots: first.snapshots, network: away });
    expect(await screen.findByText('Weekend saver reward')).toBeInTheDocument();
    expect(screen.getByText('You’re offline – showing balance as of 9:41 am.')).toBeInTheDocument();
    expect(screen.queryByText(/didn’t load/)).not.toBeInTheDocument();
    expect(shop.requests.map(({ operationName }) => operationName)).not.toContain('TransactionHistory');
  });

  it('nothing can be added or used, and the reason stands beside it', async () => {
    const { shop, user } = await returnOffline();
    const card = within(await balanceCard());
    for (const name of ['Add credits', 'Use credits']) {
      const button = card.getByRole('button', { name });
      expect(button).toHaveAttribute('aria-disabled', 'true');
      expect(button).toHaveAccessibleDescription(/nothing is sent later on its own/);
      await user.click(button);
    }
    expect(screen.getByRole('heading', { level: 1, name: 'Good morning, Asha' })).toBeInTheDocument();
    expect(shop.requests).toEqual([]);
  });

  it('the referral code can be copied', async () => {
    const { user } = await returnOffline();
    const card = within(await screen.findByRole('region', { name: 'Bring a friend' }));
    await user.click(card.getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe('A7KQ9WPM');
  });

  it('back in reach, the same page goes on with what is true now', async () => {
    const { shop } = await returnOffline();
    await screen.findByText('You’re offline – showing balance as of 9:41 am.');
    const [asked] = shop.people;
    if (asked?.story) {
      const line = {
        kind: 'DEBIT',
        paise: 50_00n,
        at: '2026-11-23T09:40:00+05:30',
        orderId: '1050',
      } as const;
      asked.story = { ...asked.story, lines: [...asked.story.lines, line] };
    }
    shop.heal();
    setOnline(true);
    expect(await screen.findByText('Order 1050')).toBeInTheDocument();
    expect(screen.queryByText(/You’re offline/)).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Add credits' })).toBeInTheDocument();
  });

  it('a shop that does not answer is said to be out of reach, and can be asked again', async () => {
    const first = await visit();
    first.view.unmount();
    const { shop, user } = await openApp({ snapshots: first.snapshots, network: away });
    const banner = await screen.findByText(/The shop can’t be reached – showing balance as of 9:41 am/);
    shop.heal();
    await user.click(
      within(banner.closest('[role=alert]') as HTMLElement).getByRole('button', { name: 'Try again' }),
    );
    await waitFor(() => expect(screen.queryByText(/can’t be reached/)).not.toBeInTheDocument());
    expect(screen.getByRole('link', { name: 'Add credits' })).toBeInTheDocument();
  });

  it('a page that was open keeps what it shows and takes no order', async () => {
    await openApp({ story: null });
    await screen.findByRole('button', { name: 'Create my wallet' });
    setOnline(false);
    expect(screen.getByRole('button', { name: 'Create my wallet' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('a friend’s code stays on the page', async () => {
    const { shop, user } = await openApp({ story: { ...newcomer, canApplyCode: true }, path: '/refer' });
    await user.type(await screen.findByRole('textbox', { name: 'Your friend’s code' }), 'K4NT6RJD');
    setOnline(false);
    await user.click(screen.getByRole('button', { name: 'Use this code' }));
    expect(shop.requests.map(({ operationName }) => operationName)).not.toContain('ApplyReferral');
    expect(screen.getByRole('textbox', { name: 'Your friend’s code' })).toHaveValue('K4NT6RJD');
  });

  it('no reward is claimed', async () => {
    await openApp({ path: '/rewards', story: { ...asha, rewards: [reward] } });
    await screen.findByRole('button', { name: 'Claim ₹75.00' });
    setOnline(false);
    const claim = screen.getByRole('button', { name: 'Claim ₹75.00' });
    expect(claim).toHaveAttribute('aria-disabled', 'true');
    expect(claim).toHaveAccessibleDescription(/^This needs a connection/);
  });
});

describe('the snapshot', () => {
  it('holds no token', async () => {
    const { snapshots } = await visit();
    expect(JSON.stringify(await snapshots.read())).not.toMatch(/token/i);
  });

  it('goes at signing out', async () => {
    const { snapshots, user } = await visit();
    await user.click(screen.getByRole('button', { name: 'Sign out' }));
    await waitFor(async () => expect(await snapshots.read()).toBeNull());
  });

  it('goes when the session has ended', async () => {
    const { snapshots, view } = await visit();
    view.unmount();
    await openApp({ as: null, visited: true, snapshots });
    await waitFor(async () => expect(await snapshots.read()).toBeNull());
  });

  it('goes when somebody else signs in', async () => {
    const { snapshots, view } = await visit();
    view.unmount();
    await openApp({ as: 'staff', snapshots });
    await waitFor(async () => expect(await snapshots.read()).toBeNull());
  });

  it('is neither shown nor kept once it is older than a session lasts', async () => {
    const { snapshots, view } = await visit();
    view.unmount();
    const kept = await snapshots.read();
    if (kept === null) throw new Error('Nothing was kept.');
    for (const query of Object.values(kept.queries)) query.at -= 15 * 86_400_000;
    await snapshots.write(kept);
    await openApp({ snapshots, network: away });
    expect(await screen.findByText(/couldn’t reach the shop/)).toBeInTheDocument();
    expect(await snapshots.read()).toBeNull();
  });
});
