import { act, screen, waitFor, within } from '@testing-library/react';
import { graphqlData, graphqlError } from '../../support/fake-shop.ts';
import { openApp } from '../../support/open-app.tsx';
import { asha } from '../../support/stories.ts';

afterEach(() => window.localStorage.clear());

const region = (name: string) => within(screen.getByRole('region', { name }));
/** Order 1031, which a refund followed; entries are numbered as the story tells them. */
const ORDER_1031 = '/history/entry-11';

describe('the page of one entry', () => {
  it('opens from its row in the history and leads back', async () => {
    const { user } = await openApp({ path: '/history', width: 1000 });
    await user.click(await screen.findByRole('link', { name: 'Order 1042' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Order 1042' })).toHaveFocus();
    expect(window.location.pathname).toBe('/history/entry-19');
    expect(document.title).toContain('Order 1042');
    await user.click(screen.getByRole('link', { name: 'Back to History' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'History' })).toBeInTheDocument();
  });

  it('says for a payment which credits paid it and what was refunded', async () => {
    await openApp({ path: ORDER_1031 });
    expect(await screen.findByText('You spent')).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Paid from' })).toHaveTextContent('Top-up by card');
    expect(region('Refunds of this payment').getByRole('link')).toHaveTextContent('Refund for order 1031');
    expect(screen.getByText('₹120.00 refunded')).toBeInTheDocument();
  });

  it('says of credits that are set aside until when, and what happens otherwise', async () => {
    const at = '2026-11-23T09:46:00+05:30';
    const lines = [...asha.lines, { kind: 'HOLD' as const, paise: 340_00n, at, orderId: '1044' }];
    await openApp({ path: `/history/entry-${lines.length}`, story: { ...asha, lines } });
    expect(await screen.findByText('Set aside until 23 Nov 2026, 10:16 am')).toBeInTheDocument();
    expect(screen.queryByText('Completed')).not.toBeInTheDocument();
    const next = region('What happens next');
    expect(next.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Held23 Nov 2026, 9:46 am · ₹340.00 left your balance',
      'Waiting for the orderOnce that is done, the ₹340.00 pays the order',
      'Otherwise it comes backBy itself at 23 Nov 2026, 10:16 am, with its old dates',
    ]);
    expect(next.queryByRole('link')).not.toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Set aside from' })).toHaveTextContent('₹340.00');
  });

  it.each([
    ['AWAITING_PAYMENT', 'Waiting for ₹700.00 from you', 'Finish paying order 1044'],
    ['CONFIRMING', 'Your bank is confirming ₹700.00', 'See how far it is'],
  ] as const)(
    'leads to the order whose payment is %s, for which credits are set aside',
    async (payment, said, way) => {
      const at = '2026-11-23T09:46:00+05:30';
      const held = { kind: 'HOLD', paise: 340_00n, at, orderId: '1044', checkout: 'open' } as const;
      const lines = [...asha.lines, held];
      const checkouts = [{ id: 'open', status: 'PAYING', payment } as const];
      await openApp({ path: `/history/entry-${lines.length}`, story: { ...asha, lines, checkouts } });
      expect(await screen.findByText(said)).toBeInTheDocument();
      expect(screen.getByRole('link', { name: way })).toHaveAttribute('href', '/pay/open');
    },
  );

  it('says how it ended with what was set aside', async () => {
    const at = '2026-11-23T09:46:00+05:30';
    const held = { kind: 'HOLD', paise: 340_00n, at, orderId: '1044', heldUntil: 'RELEASED' } as const;
    const lines = [...asha.lines, held];
    await openApp({ path: `/history/entry-${lines.length}`, story: { ...asha, lines } });
    expect((await screen.findAllByText('Came back')).length).toBe(2);
    expect(region('How it ended').getAllByRole('listitem')).toHaveLength(2);
  });

  it('says for a credit what is left of it and what it was used for', async () => {
    await openApp({ path: '/history/entry-2' });
    expect(await screen.findByText('You received')).toBeInTheDocument();
    const uses = region('Used for').getAllByRole('listitem');
    expect(uses[0]).toHaveTextContent('Order 1003');
    expect(screen.getByRole('meter', { name: 'Left of this credit' })).toHaveAttribute(
      'aria-valuetext',
      expect.stringContaining('of ₹1,500.00 left'),
    );
    expect(region('Details').getByText('End of 21 Nov 2028')).toBeInTheDocument();
  });

  it('leads from a refund to the payment it belongs to', async () => {
    const { user } = await openApp({ path: '/history/entry-13' });
    expect(await screen.findByText('You got back')).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Given back to' })).toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'Order 1031' }));
    expect(await screen.findByText('You spent')).toBeInTheDocument();
  });

  it('leads to the receipt of an order that was paid by other means as well', async () => {
    const lines = asha.lines.map((line) =>
      line.orderId === '1042' ? { ...line, checkout: 'chk-1042' } : line,
    );
    const { view } = await openApp({ path: '/history/entry-19', story: { ...asha, lines } });
    expect(await screen.findByRole('link', { name: 'See the whole order' })).toHaveAttribute(
      'href',
      '/pay/chk-1042',
    );
    view.unmount();
    await openApp({ path: ORDER_1031 });
    expect(await screen.findByText('You spent')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'See the whole order' })).not.toBeInTheDocument();
  });

  it('leads from an expiry to the credit that ended', async () => {
    await openApp({ path: '/history/entry-6' });
    expect(await screen.findByText('Expired unused')).toBeInTheDocument();
    expect(region('The credit that expired').getByRole('link')).toBeInTheDocument();
  });

  it('explains a reversal', async () => {
    const lines = [
      ...asha.lines,
      { kind: 'REVERSAL' as const, paise: 50_00n, at: '2026-11-23T09:00:00+05:30' },
    ];
    await openApp({ path: '/history/entry-21', story: { ...asha, lines } });
    expect(await screen.findByText('Taken back by the shop')).toBeInTheDocument();
    expect(region('The credit that was taken back').getByRole('link')).toBeInTheDocument();
  });

  it('copies the reference', async () => {
    const { user } = await openApp({ path: ORDER_1031 });
    await user.click(await screen.findByRole('button', { name: 'Copy reference' }));
    expect(await screen.findByText('Reference copied', { selector: '[role=status]' })).toBeInTheDocument();
    expect(await navigator.clipboard.readText()).toBe('EB-7K9QX-11');
  });

  it('is handed on as a text with its facts', async () => {
    const { user } = await openApp({ path: ORDER_1031 });
    await user.click(await screen.findByRole('button', { name: 'Share' }));
    expect(await screen.findByText('Receipt copied', { selector: '[role=status]' })).toBeInTheDocument();
    expect((await navigator.clipboard.readText()).split('\n')).toEqual([
      'Order 1031',
      'Amount: \u2212₹640.00',
      'Date: 18 Oct 2026, 7:12 pm',
      'Balance after: ₹2,080.00',
      'Reference: EB-7K9QX-11',
    ]);
  });

  it('says what was paid, also where it had been set aside before', async () => {
    const at = '2026-11-23T09:00:00+05:30';
    const order = { kind: 'DEBIT' as const, paise: 250_00n, at, orderId: '2001', wasHeld: true };
    const story = { ...asha, lines: [...asha.lines, order] };
    const { user } = await openApp({ path: '/history/entry-21', story });
    await user.click(await screen.findByRole('button', { name: 'Share' }));
    expect(await screen.findByText('Receipt copied', { selector: '[role=status]' })).toBeInTheDocument();
    expect(await navigator.clipboard.readText()).toContain('Amount: ₹250.00\n');
  });

  it('says that there is no such entry', async () => {
    await openApp({ path: '/history/nowhere' });
    expect(await screen.findByRole('heading', { name: 'No such entry' })).toBeInTheDocument();
  });

  it('can be tried again when it failed', async () => {
    let broken = true;
    const { user } = await openApp({
      path: ORDER_1031,
      network: (path) => (path === '/graphql' && broken ? graphqlError('TRY_AGAIN') : undefined),
    });
    expect(await screen.findByText('This entry didn’t load.')).toBeInTheDocument();
    broken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('You spent')).toBeInTheDocument();
  });
});

/** The router numbers the pages of a visit. */
const placeInHistory = () => (window.history.state as { idx: number }).idx;

describe('where there is room for both, an entry', () => {
  const sheet = (name: string) => screen.findByRole('dialog', { name });
  const row = (name: string) => screen.findByRole('link', { name });

  it('opens beside its list, which stays as it is, and the reader comes back to its row', async () => {
    const { user, shop } = await openApp({ path: '/history?type=debit' });
    await user.click(await row('Order 1042'));
    const beside = await sheet('Order 1042');
    expect(within(beside).getByRole('heading', { level: 1, name: 'Order 1042' })).toHaveFocus();
    expect(window.location.pathname + window.location.search).toBe('/history/entry-19?type=debit');
    expect(document.title).toContain('Order 1042');
    expect(screen.getByRole('table', { name: /Wallet history/, hidden: true })).toBeInTheDocument();
    const lists = () => shop.requests.filter(({ operationName }) => operationName === 'TransactionHistory');
    expect(lists()).toHaveLength(1);

    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(await row('Order 1042')).toHaveFocus();
    expect(window.location.pathname + window.location.search).toBe('/history?type=debit');
    expect(document.title).toContain('History');
    // Whoever is back at a row may have what it leads to asked ahead; the list stays.
    expect(lists()).toHaveLength(1);
  });

  it('closes with Back', async () => {
    const { user } = await openApp({ path: '/history' });
    await user.click(await row('Order 1042'));
    await sheet('Order 1042');
    act(() => window.history.back());
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(await row('Order 1042')).toHaveFocus();
  });

  it('stands beside the list after a reload too, and closes to it', async () => {
    const { user } = await openApp({ path: '/history/entry-19?type=debit' });
    await user.click(within(await sheet('Order 1042')).getByRole('button', { name: 'Close the entry' }));
    expect(await row('Order 1042')).toHaveFocus();
    expect(window.location.search).toBe('?type=debit');
  });

  it('leads to those that belong to it, and closes to the list whatever was looked at', async () => {
    const { user } = await openApp({ path: '/history?type=debit' });
    await row('Order 1031');
    const place = placeInHistory();
    await user.click(await row('Order 1031'));
    const first = await sheet('Order 1031');
    await user.click(await within(first).findByRole('link', { name: 'Refund for order 1031' }));
    const second = await sheet('Refund for order 1031');
    expect(within(second).getByRole('heading', { level: 1 })).toHaveFocus();
    await user.click(within(second).getByRole('button', { name: 'Close the entry' }));
    await waitFor(() => expect(window.location.search).toBe('?type=debit'));
    expect(window.location.pathname).toBe('/history');
    // It is the very page: nothing was put on top of what had been looked at.
    expect(placeInHistory()).toBe(place);
  });
});

describe('an entry of a kind that came after this version of the app', () => {
  it('is a plain row in the history instead of a crash', async () => {
    const odd = {
      __typename: 'TransferTransaction',
      id: 'entry-new',
      kind: 'TRANSFER',
      signedAmount: { __typename: 'Money', amount: '-10.00', currencyCode: 'INR' },
      balanceAfter: { __typename: 'Money', amount: '90.00', currencyCode: 'INR' },
      source: null,
      reason: null,
      orderId: null,
      createdAt: '2026-11-23T09:00:00+05:30',
    };
    const pageInfo = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
    const edges = [{ __typename: 'TransactionEdge', cursor: 'at-new', node: odd }];
    const wallet = {
      __typename: 'Wallet',
      id: 'wallet-asha',
      transactionCount: 1,
      tier: { __typename: 'TierStanding', tier: { __typename: 'Tier', level: 'BRONZE', name: 'BRONZE' } },
      transactions: { __typename: 'TransactionConnection', totalCount: 1, pageInfo, edges },
    };
    const answer = { viewer: { __typename: 'Viewer', id: 'account-asha', wallet } };
    await openApp({
      path: '/history',
      network: (path) => (path === '/graphql' ? graphqlData(answer) : undefined),
    });
    expect(await screen.findByRole('link', { name: 'Wallet entry' })).toBeInTheDocument();
    expect(screen.getByText('\u2212₹10.00')).toBeInTheDocument();
  });
});
