import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { lookAhead } from '../../../client/app/ahead.ts';
import { balanceCard } from '../support/balance-card.ts';
import { openApp } from '../support/open-app.tsx';

afterEach(() => window.localStorage.clear());

describe('what a link leads to', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it.each<[string, (link: HTMLElement) => void, (link: HTMLElement) => void]>([
    ['pointed at', (link) => fireEvent.pointerOver(link), (link) => fireEvent.pointerOut(link)],
    ['reached by keyboard', (link) => link.focus(), (link) => link.blur()],
    ['touched', (link) => fireEvent.touchStart(link), (link) => fireEvent.pointerCancel(link)],
  ])('is on its way as soon as it is %s, and asked for where somebody stays', (_, come, go) => {
    const begun: string[] = [];
    const part = (name: string) => ({
      ahead: () => begun.push(name),
      ask: ({ pathname }: URL) => begun.push(`${name} of ${pathname}`),
    });
    const ahead = lookAhead([
      [/^\/history(\/|$)/, part('history')],
      [/^\/history\/./, part('entry')],
      [/^\/rewards$/, part('rewards')],
    ]);
    render(
      <div {...ahead}>
        <a href="/history/entry-1">
          <b>Order 1042</b>
        </a>
        <a href="https://elsewhere.example/rewards">Elsewhere</a>
        <p>Nothing</p>
      </div>,
    );
    come(screen.getByText('Elsewhere'));
    come(screen.getByText('Nothing'));
    jest.runAllTimers();
    expect(begun).toEqual([]);
    const link = screen.getByRole('link', { name: 'Order 1042' });
    come(link);
    go(link);
    jest.runAllTimers();
    expect(begun.splice(0)).toEqual(['history', 'entry']);
    come(link);
    jest.runAllTimers();
    expect(begun).toEqual(['history', 'entry', 'history of /history/entry-1', 'entry of /history/entry-1']);
  });
});

describe('the first question of a screen', () => {
  const OPERATIONS = [
    ['History', 'TransactionHistory'],
    ['Rewards', 'LoyaltyRewards'],
    ['Refer', 'ReferFriend'],
    ['Help', 'Help'],
    ['Settings', 'Account'],
  ] as const;

  it('is asked before the link is followed, and not again by the screen', async () => {
    const { shop, user } = await openApp();
    await balanceCard();
    const asked = (operation: string) =>
      shop.requests.filter(({ operationName }) => operationName === operation).length;
    for (const [place, operation] of OPERATIONS) {
      const rail = within(screen.getByRole('complementary', { name: 'Early Bird' }));
      const link = rail.getByRole('link', { name: place });
      fireEvent.pointerOver(link);
      await waitFor(() => expect(asked(operation)).toBe(1));
      await user.click(link);
      await screen.findByRole('heading', { level: 1, name: new RegExp(place) });
      await waitFor(() => expect(screen.queryByRole('status', { busy: true })).not.toBeInTheDocument());
      expect([operation, asked(operation)]).toEqual([operation, 1]);
    }
  });
});
