import { act, screen, waitFor, within } from '@testing-library/react';
import { graphqlError } from '../../support/fake-shop.ts';
import { openApp } from '../../support/open-app.tsx';
import type { RewardStory } from '../../support/sample-wallet.ts';
import { asha, newcomer } from '../../support/stories.ts';

let watched = new AbortController();
/** The states of the places that Back and Forward lead to from now on. */
const movesOf = (): (() => readonly unknown[]) => {
  const moves: unknown[] = [];
  const watch = ({ state }: PopStateEvent) => moves.push((state as { usr?: unknown }).usr);
  window.addEventListener('popstate', watch, watched);
  return () => moves;
};

afterEach(() => {
  window.localStorage.clear();
  watched.abort();
  watched = new AbortController();
});

const rewards = (): RewardStory[] => [
  { name: 'Winter warm-up', paise: 200_00n, used: 41, of: 250, minimum: 500_00n, largest: 280_00n },
  { name: 'Early riser', paise: 75_00n, used: 62, of: 100 },
  { name: 'First fifty', paise: 150_00n, used: 50, of: 50 },
  { name: 'Weekend saver reward', paise: 150_00n, used: 88, of: 120, claimedAt: '2026-11-22T10:05:00+05:30' },
];
const open = () => openApp({ path: '/rewards', story: { ...asha, rewards: rewards() } });
const card = async (name: string) => {
  const item = (await screen.findByRole('heading', { name })).closest('li');
  if (item === null) throw new Error(`${name} is not in a list.`);
  return item;
};

describe('rewards', () => {
  it('show amount, validity and use in words, and offer what can be claimed first', async () => {
    await open();
    const early = await card('Early riser');
    expect(early).toHaveTextContent('₹75.00');
    expect(early).toHaveTextContent('62 of 100 claimed');
    expect(early).toHaveTextContent('Until 30 Nov 2026');
    const names = within(screen.getByRole('tabpanel')).getAllByRole('heading', { level: 2 });
    expect(names.map((name) => name.textContent)).toEqual(['Early riser', 'Winter warm-up']);
  });

  it('explain themselves in three steps, unasked only on the first visit', async () => {
    const first = await open();
    expect((await screen.findByText('It becomes credit')).closest('details')).toHaveAttribute('open');
    expect(screen.getByText('Spend it like any credit')).toBeInTheDocument();
    first.view.unmount();
    await open();
    expect((await screen.findByText('It becomes credit')).closest('details')).not.toHaveAttribute('open');
  });

  it('say why one cannot be claimed, and how far the customer has come', async () => {
    const { user, shop } = await open();
    const winter = within(await card('Winter warm-up'));
    const button = winter.getByRole('button', { name: 'Claim ₹200.00' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAccessibleDescription(/Your largest order since 1 Nov 2026 is ₹280.00/);
    expect(winter.getByRole('meter', { name: /Your progress/ })).toHaveAttribute('aria-valuenow', '56');
    await user.click(button);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(shop.requests.map((request) => request.operationName)).not.toContain('ClaimReward');
  });

  it('are claimed after a confirmation, and every number follows without a reload', async () => {
    const { user, shop } = await open();
    await user.click(within(await card('Early riser')).getByRole('button', { name: 'Claim ₹75.00' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Claim “Early riser”?' }));
    await user.click(dialog.getByRole('button', { name: 'Claim ₹75.00' }));
    expect(await screen.findByText('₹75.00 added. New balance ₹4,325.00')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    // It stays where it was, and first of all; what was below it is still there.
    expect(screen.getByRole('tab', { name: 'Available', selected: true })).toBeInTheDocument();
    const names = within(screen.getByRole('tabpanel')).getAllByRole('heading', { level: 2 });
    expect(names.map((name) => name.textContent)).toEqual(['Early riser', 'Winter warm-up']);
    expect(await card('Early riser')).toHaveTextContent('Credited 23 Nov 2026.');
    expect(await card('Early riser')).toHaveTextContent('Lasts to 21 Nov 2028.');
    await waitFor(() => expect(screen.getByRole('link', { name: 'See the entry' })).toHaveFocus());
    shop.interfere((path) => (path === '/graphql' ? new Promise(() => undefined) : undefined));
    await user.click(screen.getByRole('link', { name: 'Home' }));
    expect(await screen.findByRole('region', { name: 'Your balance' })).toBeInTheDocument();
  });

  it('stay as they are when the claim is called off', async () => {
    const { user, shop } = await open();
    await user.click(within(await card('Early riser')).getByRole('button', { name: 'Claim ₹75.00' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(shop.requests.map((request) => request.operationName)).not.toContain('ClaimReward');
  });

  it('are asked about in a dialog that Back closes, and that nothing opens again', async () => {
    const { user } = await open();
    const early = async () => within(await card('Early riser')).getByRole('button', { name: 'Claim ₹75.00' });
    await user.click(await early());
    await screen.findByRole('dialog');
    act(() => window.history.back());
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(window.location.pathname).toBe('/rewards');

    await user.click(await early());
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Claim ₹75.00' }));
    expect(await screen.findByText('Credited 23 Nov 2026.')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    // Forth again, and back by itself.
    const moves = movesOf();
    act(() => window.history.forward());
    await waitFor(() => expect(moves()).toEqual([{ claim: expect.any(String) as string }, undefined]));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.getByText('Credited 23 Nov 2026.')).toBeInTheDocument();
  });

  it('keep their dialog while a claim is on its way, whatever is pressed', async () => {
    const { user, shop } = await open();
    await user.click(within(await card('Early riser')).getByRole('button', { name: 'Claim ₹75.00' }));
    let answer = (_: Response): void => undefined;
    const heal = shop.interfere((path, init) =>
      path === '/graphql' && String(init.body).includes('ClaimReward')
        ? new Promise((resolve) => (answer = resolve))
        : undefined,
    );
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Claim ₹75.00' }));
    // Back, and forth again.
    const moves = movesOf();
    act(() => window.history.back());
    await waitFor(() => expect(moves()).toEqual([undefined, { claim: expect.any(String) as string }]));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByRole('button', { name: 'Claiming…' })).toBeInTheDocument();
    heal();
    act(() => answer(graphqlError('TRY_AGAIN')));
    expect(await dialog.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });

  it('say when somebody else was faster', async () => {
    const { user, shop } = await open();
    await user.click(within(await card('Early riser')).getByRole('button', { name: 'Claim ₹75.00' }));
    for (const reward of shop.people[0]?.story?.rewards ?? []) reward.used = reward.of ?? 0;
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Claim ₹75.00' }));
    expect(await dialog.findByText(/Someone claimed the last one/)).toBeInTheDocument();
  });

  it('keep one key for every try of one claim', async () => {
    const { user, shop } = await open();
    await user.click(within(await card('Early riser')).getByRole('button', { name: 'Claim ₹75.00' }));
    const heal = shop.interfere((path, init) =>
      path === '/graphql' && String(init.body).includes('ClaimReward')
        ? graphqlError('OUTCOME_UNKNOWN')
        : undefined,
    );
    const keys: unknown[] = [];
    shop.interfere((path, init) => {
      const { operationName, variables } = JSON.parse(String(init.body ?? '{}')) as {
        operationName?: string;
        variables?: { input?: { idempotencyKey?: string } };
      };
      if (path === '/graphql' && operationName === 'ClaimReward') keys.push(variables?.input?.idempotencyKey);
      return undefined;
    });
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Claim ₹75.00' }));
    expect(await dialog.findByText(/don’t know yet whether the reward was claimed/)).toBeInTheDocument();
    expect(dialog.queryByText(/was not claimed/)).not.toBeInTheDocument();
    heal();
    await user.click(dialog.getByRole('button', { name: 'Ask now' }));
    expect(await screen.findByText(/^₹75.00 added. New balance/)).toBeInTheDocument();
    const sent = shop.requests.filter((request) => request.operationName === 'ClaimReward');
    expect(sent).toHaveLength(1);
    expect(keys).toContain((sent[0]?.variables['input'] as { idempotencyKey: string }).idempotencyKey);
  });

  it('that are claimed lead to their entry, and those that are gone say so', async () => {
    const { user } = await open();
    await card('Early riser');
    await user.click(screen.getByRole('tab', { name: 'Ended' }));
    expect(await card('First fifty')).toHaveTextContent('All claimed');
    await user.click(screen.getByRole('tab', { name: 'Claimed' }));
    await user.click(within(await card('Weekend saver reward')).getByRole('link', { name: 'See the entry' }));
    expect(await screen.findByText('You received')).toBeInTheDocument();
  });

  it('whose time is over say so, the last to end first, and nothing of those that were claimed', async () => {
    const over = (name: string, day: string, more = {}) => ({
      ...{ name, paise: 50_00n, used: 3, of: 200, endedAt: `2026-${day}T23:59:59+05:30`, ...more },
    });
    const claimed = { claimedAt: '2026-11-22T10:05:00+05:30' };
    const rewards = [
      over('Diwali double', '10-20'),
      over('Monsoon mug', '11-20'),
      ...[over('Weekend saver reward', '11-22', claimed), ...(asha.rewards ?? []).slice(0, 1)],
    ];
    const { user } = await openApp({ path: '/rewards?show=ended', story: { ...asha, rewards } });
    const mug = await card('Monsoon mug');
    expect(mug).toHaveTextContent('Ended');
    expect(mug).toHaveTextContent('Until 20 Nov 2026');
    const names = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(names.slice(0, 2)).toEqual(['Monsoon mug', 'Diwali double']);
    expect(screen.queryByText('Weekend saver reward')).not.toBeInTheDocument();
    await user.click(screen.getByRole('tab', { name: 'Available' }));
    expect(screen.queryByText('Monsoon mug')).not.toBeInTheDocument();
  });

  it('say in each list that there is nothing', async () => {
    const { user } = await openApp({ path: '/rewards', story: newcomer });
    expect(await screen.findByText(/No rewards right now/)).toBeInTheDocument();
    await user.click(screen.getByRole('tab', { name: 'Claimed' }));
    expect(screen.getByText(/Nothing claimed yet/)).toBeInTheDocument();
    await user.click(screen.getByRole('tab', { name: 'Ended' }));
    expect(screen.getByText(/No reward has ended/)).toBeInTheDocument();
  });

  it('can be loaded again when they failed', async () => {
    let broken = true;
    const { user } = await openApp({
      path: '/rewards',
      network: (path) => (path === '/graphql' && broken ? graphqlError('TRY_AGAIN') : undefined),
    });
    expect(await screen.findByText('The rewards didn’t load.')).toBeInTheDocument();
    broken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/No rewards right now/)).toBeInTheDocument();
  });
});

describe('a voucher code', () => {
  it('is asked for, refused in plain words where there is none, and brings its credits', async () => {
    const { user } = await open();
    const add = await screen.findByRole('button', { name: 'Add to my wallet' });
    await user.click(add);
    expect(screen.getByText('Enter the code.')).toBeInTheDocument();
    const field = screen.getByRole('textbox', { name: 'Voucher code' });
    expect(field).toHaveFocus();
    await user.type(field, 'NOBODYS');
    await user.click(add);
    expect(
      await screen.findByText('This code cannot be used. Check the letters and digits.'),
    ).toBeInTheDocument();
    await user.clear(field);
    await user.type(field, 'DIWALI50{Enter}');
    const entry = await screen.findByRole('link', { name: 'See the entry' });
    expect(entry.closest('p')).toHaveTextContent('₹50.00 added to your wallet: Diwali.');
    expect(entry).toHaveAttribute('href', expect.stringContaining('/history/'));
    expect(field).toHaveValue('');
  });

  it('comes with the link that somebody followed', async () => {
    await openApp({ path: '/rewards?voucher=DIWALI50', story: { ...asha, rewards: rewards() } });
    expect(await screen.findByRole('textbox', { name: 'Voucher code' })).toHaveValue('DIWALI50');
  });
});
