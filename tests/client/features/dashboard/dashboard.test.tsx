import { act, screen, waitFor, within } from '@testing-library/react';
import { balanceCard } from '../../support/balance-card.ts';
import { graphqlData, graphqlError } from '../../support/fake-shop.ts';
import { openApp } from '../../support/open-app.tsx';
import { asha, newcomer, NOW } from '../../support/stories.ts';

afterEach(() => window.localStorage.clear());

const region = (name: string) => within(screen.getByRole('region', { name }));

describe('the dashboard', () => {
  it('shows the balance, what it is made of, and since when it is known', async () => {
    await openApp();
    await screen.findByText(/Ready to spend · Updated 9:41 am/);
    const card = await balanceCard();
    expect(card).toHaveTextContent('₹4,250.00');
    expect(card).toHaveTextContent('SILVER');
    expect(card).toHaveTextContent('Purchased₹3,450.00');
    expect(card).toHaveTextContent('Rewards and promos₹800.00');
  });

  it('asks the server once, and once more for the line at its end', async () => {
    const { shop } = await openApp();
    await screen.findByText(/^Between 26 Aug and today/);
    const asked = shop.requests.map((request) => request.operationName);
    expect(asked).toEqual(['WalletDashboard', 'BalanceOverTime']);
    const [request] = shop.requests;
    expect(request?.headers.get('authorization')).toMatch(/^Bearer /);
    expect(request?.headers.get('apollographql-client-name')).toBe('early-bird-web');
    expect(request?.headers.get('apollographql-client-version')).toBeTruthy();
  });

  it('lists the last five entries with word, sign, date and what was left', async () => {
    await openApp();
    await screen.findByText('Weekend saver reward');
    const rows = region('Recent activity').getAllByRole('listitem');
    expect(rows).toHaveLength(5);
    expect(rows[0]).toHaveTextContent('Added · 22 Nov, 10:05 am');
    expect(rows[0]).toHaveTextContent('Credit, +₹150.00Balance after ₹4,250.00');
    expect(rows[1]).toHaveTextContent('Order 1042');
    expect(rows[1]).toHaveTextContent('Debit, \u2212₹170.00');
  });

  it('says what is held, for which order and until when', async () => {
    const holds = [{ orderId: '1046', paise: 640_00n, expiresAt: '2026-12-05T19:10:00+05:30' }];
    await openApp({ story: { ...asha, holds } });
    const held = await within(await balanceCard()).findByRole('link', { name: /₹640.00 held/ });
    expect(held).toHaveTextContent('₹640.00 held for order 1046Pays the order, or comes back by 5 Dec');
    expect(held).toHaveAttribute('href', '/history?type=hold');
  });

  it('leads from what is held to where the rest of its order is paid, while that can be', async () => {
    const hold = { orderId: '1044', paise: 340_00n, expiresAt: '2026-11-23T10:11:00+05:30' };
    const checkouts = [
      { id: 'open', status: 'PAYING', payment: 'AWAITING_PAYMENT' },
      { id: 'paid', status: 'PAYING', payment: 'CONFIRMING' },
    ] as const;
    const holds = checkouts.map(({ id }, index) => ({ ...hold, orderId: `104${index}`, checkout: id }));
    const { shop } = await openApp({ story: { ...asha, checkouts: [...checkouts], holds } });
    const card = within(await balanceCard());
    const toPay = await card.findByRole('link', { name: /order 1040/ });
    expect(toPay).toHaveTextContent('Pay the rest, ₹700.00, by 10:11 am or it comes back');
    expect(toPay).toHaveAttribute('href', '/pay/open');
    // Somebody who has paid is not asked to pay.
    expect(card.getByRole('link', { name: /order 1041/ })).toHaveTextContent(
      'Your bank is confirming the rest. Please don’t pay again.',
    );
    const home = shop.requests.filter(({ operationName }) => operationName !== 'BalanceOverTime');
    expect(home).toHaveLength(1);
  });

  it('says of what no order holds why it waits, and leads to all that is held where that is much', async () => {
    const holds = ['1', '2', '3'].map((orderId) => ({
      ...{ orderId, paise: 10_00n, expiresAt: null },
    }));
    await openApp({ story: { ...asha, holds } });
    const card = within(await balanceCard());
    expect(
      await card.findAllByText('Its payment is disputed. It waits for the bank’s decision.'),
    ).toHaveLength(2);
    expect(card.getByRole('link', { name: 'See all' })).toHaveAttribute('href', '/history?type=hold');
  });

  it('shows what is on gift cards, and what of it an order holds, where there are any', async () => {
    const input = { amount: { amount: '1000.00' }, method: 'UPI' } as const;
    const purchases = [
      { id: 'one', payment: 'SETTLED', input, card: { status: 'PART_USED', remaining: 0n, held: 500_00n } },
      { id: 'two', payment: 'SETTLED', input, card: { status: 'ACTIVE', remaining: 1_000_00n } },
      { id: 'gone', payment: 'SETTLED', input, card: { status: 'CLAIMED', remaining: 0n } },
    ] as const;
    const { shop } = await openApp({ story: { ...asha, purchases: [...purchases] } });
    const card = await screen.findByRole('region', { name: 'Gift cards' });
    expect(card).toHaveTextContent('2 cards₹500.00 of it held for an order₹1,500.00');
    const link = within(card).getByRole('link', { name: '2 cards' });
    expect(link).toHaveAttribute('href', '/gift-cards');
    const home = shop.requests.filter(({ operationName }) => operationName !== 'BalanceOverTime');
    expect(home).toHaveLength(1);
  });

  it('has no place for gift cards where there are none', async () => {
    await openApp();
    await balanceCard();
    expect(screen.queryByRole('region', { name: 'Gift cards' })).not.toBeInTheDocument();
  });

  it('says what is missing to the next tier', async () => {
    await openApp();
    const meter = await screen.findByRole('meter', { name: 'Tier progress' });
    expect(meter).toHaveAttribute('aria-valuetext', '₹750.00 more to reach GOLD');
    expect(meter).toHaveAttribute('aria-valuenow', '81');
    expect(screen.getByText(/Then new credits last 1,095 days, not 730/)).toBeInTheDocument();
  });

  it('leads from each total to the entries it counts', async () => {
    const { user } = await openApp();
    await screen.findByText('Weekend saver reward');
    const totals = region('Totals');
    const month = '&dates=this-month';
    expect(totals.getByRole('link', { name: /^₹2,500.00/ })).toHaveAttribute(
      'href',
      `/history?type=credit${month}`,
    );
    expect(totals.getByRole('link', { name: /^₹450.00/ })).toHaveAttribute(
      'href',
      `/history?type=debit${month}`,
    );
    expect(totals.getByRole('link', { name: /^₹0.00/ })).toHaveAttribute(
      'href',
      `/history?type=refund${month}`,
    );
    expect(totals.getByRole('link', { name: /^6/ })).toHaveAttribute('href', '/history?dates=this-month');
    await user.click(totals.getByRole('radio', { name: 'All time' }));
    expect(totals.getByRole('link', { name: /^₹6,660.00/ })).toHaveAttribute('href', '/history?type=credit');
    expect(totals.getByRole('link', { name: /^₹2,450.00/ })).toHaveAttribute('href', '/history?type=debit');
    expect(totals.getByRole('link', { name: /^₹120.00/ })).toHaveAttribute('href', '/history?type=refund');
    expect(totals.getByRole('link', { name: /^20/ })).toHaveAttribute('href', '/history');
  });

  it('has the referral code ready to copy, but not while the wallet is on hold', async () => {
    const { user } = await openApp();
    await screen.findByText('Weekend saver reward');
    await user.click(region('Bring a friend').getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe('A7KQ9WPM');
    expect(await region('Bring a friend').findByRole('button', { name: 'Copied' })).toBeInTheDocument();
  });

  it('leads to the benefits of the tiers', async () => {
    const { user } = await openApp();
    await user.click(await screen.findByRole('link', { name: 'Benefits' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Tier and benefits' })).toBeInTheDocument();
  });

  it('shows the page’s shape with its headings while it loads', async () => {
    const { shop } = await openApp({ as: null });
    shop.interfere((path) => (path === '/graphql' ? new Promise(() => undefined) : undefined));
    await signIn();
    expect(await screen.findByRole('status', { name: 'Loading your wallet' })).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Recent activity' })).toBeInTheDocument();
    expect(screen.queryByText(/₹/)).not.toBeInTheDocument();
  });
});

describe('what is about to expire', () => {
  it('is said with its date, and in full on request', async () => {
    const { user } = await openApp();
    expect(await screen.findByText('₹300.00 expires in 3 days – 26 Nov.')).toBeInTheDocument();
    const details = screen.getByRole('button', { name: 'See details' });
    expect(details).toHaveAttribute('aria-expanded', 'false');
    await user.click(details);
    const lots = screen.getByRole('list', { name: /Credits that expire/ });
    expect(lots).toHaveTextContent('Diwali giftExpires 26 Nov, in 3 days₹300.00');
  });

  it('is summed up by the server when there are several', async () => {
    const later = {
      paise: 200_00n,
      source: 'LOYALTY' as const,
      expiresAt: '2026-12-20T23:59:59+05:30',
      daysLeft: 27,
    };
    await openApp({ story: { ...asha, expiring: [...(asha.expiring ?? []), later] } });
    expect(
      await screen.findByText('₹500.00 expires within 30 days, the first of it in 3 days – 26 Nov.'),
    ).toBeInTheDocument();
  });

  it('says today on the last day', async () => {
    const today = {
      paise: 20_00n,
      source: 'LOYALTY' as const,
      expiresAt: '2026-11-23T23:59:59+05:30',
      daysLeft: 0,
    };
    await openApp({ story: { ...asha, expiring: [today] } });
    expect(await screen.findByText('₹20.00 expires today.')).toBeInTheDocument();
  });

  it('is silent when nothing expires', async () => {
    await openApp({ story: { ...asha, expiring: [] } });
    await screen.findByText('Weekend saver reward');
    expect(screen.queryByText(/expires/)).not.toBeInTheDocument();
  });
});

describe('a wallet that is not as usual', () => {
  it('explains a freeze: why, what still works, whom to ask', async () => {
    await openApp({ story: { ...asha, status: 'FROZEN', shownReason: 'PAYMENT_CHECKED' } });
    expect(await screen.findByText('The shop froze your wallet today at 9:30 am.')).toBeInTheDocument();
    expect(screen.getByText(/It is looking into a payment/)).toBeInTheDocument();
    const call = screen.getByRole('link', { name: 'Call 080 5550 0142' });
    expect(call).toHaveAttribute('href', 'tel:08055500142');
    expect(screen.getByText(/A freeze does not stop expiry/)).toBeInTheDocument();
    expect(await balanceCard()).toHaveTextContent('Paused');
    expect(await balanceCard()).toHaveTextContent('₹4,250.00');
  });

  it('tells a suspension from a freeze', async () => {
    await openApp({ story: { ...asha, status: 'SUSPENDED' } });
    expect(await screen.findByText('The shop suspended your wallet today at 9:30 am.')).toBeInTheDocument();
    expect(screen.getByText(/It tells you why when you ask/)).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'While it is suspended' })).toBeInTheDocument();
  });

  it('gives the day of a freeze that began earlier', async () => {
    const { clock, user } = await openApp({ story: { ...asha, status: 'FROZEN' } });
    await screen.findByText('The shop froze your wallet today at 9:30 am.');
    act(() => void (clock.now = NOW + 24 * 3_600_000));
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(
      await screen.findByText('The shop froze your wallet on 23 Nov 2026, 9:30 am.'),
    ).toBeInTheDocument();
  });

  it('offers the people of the shop instead of what is paused, with the reference to tell them', async () => {
    await openApp({ story: { ...asha, status: 'FROZEN' } });
    const card = within(await balanceCard());
    expect(card.queryByRole('link', { name: /credits/ })).not.toBeInTheDocument();
    const talk = card.getByRole('link', { name: 'Talk to the shop' });
    const place = screen.getByRole('region', { name: 'Talk to the shop' });
    expect(talk).toHaveAttribute('href', `#${place.id}`);
    expect(place).toHaveTextContent(/Quote EB-7K9QX-20 and they find your wallet at once/);
    expect(within(place).getByRole('link', { name: 'Write to the shop' })).toHaveAttribute(
      'href',
      '/help/report?entry=entry-20',
    );
    expect(screen.getByRole('region', { name: 'While it is frozen' })).toHaveTextContent(
      '₹4,250.00 stays yours',
    );
    expect(screen.queryByRole('region', { name: 'Bring a friend' })).not.toBeInTheDocument();
  });

  it('greets a new wallet with nothing in it', async () => {
    await openApp({ story: { ...newcomer, canApplyCode: true } });
    expect(await screen.findByText(/Your wallet is open. Nothing in it yet./)).toBeInTheDocument();
    const card = within(await balanceCard());
    expect(card.getByRole('link', { name: 'Add credits' })).toBeInTheDocument();
    expect(card.queryByRole('link', { name: 'Use credits' })).not.toBeInTheDocument();
    const free = within(screen.getByRole('region', { name: 'Or start with something free' }));
    expect(free.getByRole('link', { name: /^Enter a friend’s code/ })).toHaveTextContent(
      /₹50.00 for you · until \d+/,
    );
    expect(free.getByRole('link', { name: /^Claim a reward/ })).toHaveAttribute('href', '/rewards');
    expect(region('How your wallet works').getByText('Add from ₹10.00')).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Totals' })).not.toBeInTheDocument();
    expect(screen.queryByText('Purchased')).not.toBeInTheDocument();
    expect(screen.getByRole('meter')).toHaveAttribute('aria-valuetext', '₹1,000.00 more to reach SILVER');
  });

  it('says so at the top tier', async () => {
    const lines = [{ kind: 'CREDIT' as const, paise: 20_000_00n, at: '2026-11-01T10:00:00+05:30' }];
    await openApp({ story: { lines } });
    expect(await screen.findByText('PLATINUM: the top tier')).toBeInTheDocument();
    expect(screen.getByText(/New credits never expire/)).toBeInTheDocument();
    expect(screen.getByRole('meter')).toHaveAttribute('aria-valuenow', '100');
  });
});

describe('a customer without a wallet', () => {
  it('reads what one is good for, where it starts, and whom to ask', async () => {
    await openApp({ story: null });
    const offer = within(await screen.findByRole('region', { name: /^Your wallet at/ }));
    expect(offer.getByText('One tap opens it. It costs nothing and starts at ₹0.00.')).toBeInTheDocument();
    expect(region('You start as BRONZE').getByText(/From ₹1,000.00 you are SILVER/)).toBeInTheDocument();
    expect(region('Questions?').getByRole('link', { name: 'Call 080 5550 0142' })).toBeInTheDocument();
    expect(screen.getByText('No wallet yet')).toBeInTheDocument();
  });

  it('gets one at the touch of a button', async () => {
    const { user } = await openApp({ story: null });
    await user.click(await screen.findByRole('button', { name: 'Create my wallet' }));
    expect(await screen.findByText(/Your wallet is open. Nothing in it yet./)).toBeInTheDocument();
    expect(screen.getByText('Your wallet is open.')).toBeInTheDocument();
  });

  it('keeps the key of the attempt when it has to be repeated', async () => {
    const { shop, user } = await openApp({ story: null });
    const button = await screen.findByRole('button', { name: 'Create my wallet' });
    const sent: string[] = [];
    shop.interfere((path, init) => {
      if (path === '/graphql' && String(init.body).includes('idempotencyKey')) sent.push(keyOf(init));
      return undefined;
    });
    const heal = shop.interfere((path) => (path === '/graphql' ? graphqlError('TRY_AGAIN') : undefined));
    await user.click(button);
    expect(await screen.findByText(/The shop is busy/)).toBeInTheDocument();
    heal();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText(/Your wallet is open. Nothing in it yet./);
    expect(sent).toHaveLength(2);
    expect(sent[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(sent[1]).toBe(sent[0]);
  });

  it('hears why when the shop refuses', async () => {
    const { shop, user } = await openApp({ story: null });
    const button = await screen.findByRole('button', { name: 'Create my wallet' });
    shop.interfere((path, init) =>
      path === '/graphql' && String(init.body).includes('idempotencyKey') ? unknownCustomer() : undefined,
    );
    await user.click(button);
    expect(await screen.findByText(/The shop doesn’t know this customer yet/)).toBeInTheDocument();
  });

  it('sees the wallet that another window has opened meanwhile', async () => {
    const { shop, user } = await openApp({ story: null });
    const button = await screen.findByRole('button', { name: 'Create my wallet' });
    const [person] = shop.people;
    if (person) person.story = newcomer;
    await user.click(button);
    expect(await screen.findByText(/Your wallet is open. Nothing in it yet./)).toBeInTheDocument();
  });
});

describe('bringing the dashboard up to date', () => {
  it('shows what is new and says when', async () => {
    const { shop, clock, user } = await openApp();
    await screen.findByText('Weekend saver reward');
    spend(shop);
    clock.now = NOW + 60_000;
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(await screen.findByText('Order 2001')).toBeInTheDocument();
    expect(await balanceCard()).toHaveTextContent('₹4,150.00');
    await waitFor(() => expect(announced()).toBe('Updated 9:42 am'));
  });

  it('happens by itself on coming back after half a minute, not before', async () => {
    const { shop, clock } = await openApp();
    await screen.findByText('Weekend saver reward');
    spend(shop);
    clock.now = NOW + 29_000;
    act(() => void window.dispatchEvent(new Event('focus')));
    const asked = shop.requests.filter(({ operationName }) => operationName === 'WalletDashboard');
    expect(asked).toHaveLength(1);
    clock.now = NOW + 31_000;
    act(() => void window.dispatchEvent(new Event('focus')));
    expect(await screen.findByText('Order 2001')).toBeInTheDocument();
  });

  it('keeps what is there when it fails, says why, and gives the number of the request', async () => {
    const { shop, user } = await openApp();
    await screen.findByText(/^Between 26 Aug and today/);
    const heal = shop.interfere((path) => (path === '/graphql' ? graphqlError('TRY_AGAIN') : undefined));
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    const alert = await screen.findByText(/Refreshing didn’t work/);
    expect(alert.closest('[role=alert]')).toHaveTextContent('The shop is busy. Nothing was lost');
    expect(screen.getByText('req-8H2K')).toBeInTheDocument();
    expect(screen.getByText('Weekend saver reward')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Copy request' }));
    expect(await window.navigator.clipboard.readText()).toBe('req-8H2K');
    heal();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText(/Refreshing didn’t work/)).not.toBeInTheDocument());
  });

  it('offers another try when nothing could be loaded', async () => {
    const { shop, user } = await openApp({ as: null });
    const heal = shop.interfere((path) =>
      path === '/graphql' ? graphqlError('INTERNAL_SERVER_ERROR') : undefined,
    );
    await signIn();
    expect(await screen.findByText('Your wallet didn’t load.')).toBeInTheDocument();
    heal();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Weekend saver reward')).toBeInTheDocument();
  });

  it.each([
    ['an answer that is no GraphQL', () => new Response('Bad gateway', { status: 502 }), /The shop is busy/],
    ['no answer', () => Promise.reject(new TypeError('offline')), /can’t be reached/],
    ['too many requests', () => new Response('{}', { status: 429 }), /Too many requests/],
  ])('understands %s', async (_, reply, words) => {
    const { shop } = await openApp({ as: null });
    shop.interfere((path) => (path === '/graphql' ? reply() : undefined));
    await signIn();
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('says from when the page is while there is no connection, and is brought up to date after it', async () => {
    const { shop } = await openApp();
    await screen.findByText(/^Between 26 Aug and today/);
    spend(shop);
    const online = jest.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));
    expect(screen.getByText('You’re offline – showing balance as of 9:41 am.')).toBeInTheDocument();
    online.mockRestore();
    act(() => void window.dispatchEvent(new Event('online')));
    expect(screen.queryByText(/You’re offline/)).not.toBeInTheDocument();
    expect(await screen.findByText('Order 2001')).toBeInTheDocument();
  });
});

it('counts another month from midnight on, under an open page', async () => {
  const { clock, shop } = await openApp();
  await screen.findByText('Weekend saver reward');
  const asked = () =>
    shop.requests
      .filter(({ operationName }) => operationName === 'WalletDashboard')
      .map(({ variables }) => variables['monthStart']);
  expect(asked()).toEqual(['2026-11-01T00:00:00.000+05:30']);
  clock.now = Date.parse('2026-12-01T00:00:10+05:30');
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  await waitFor(() => expect(asked()).toContain('2026-12-01T00:00:00.000+05:30'));
  expect(screen.getByText('Weekend saver reward')).toBeInTheDocument();
});

describe('hiding amounts', () => {
  it('takes every amount off the page and out of the screen reader’s hands, and is remembered', async () => {
    const { user, view } = await openApp();
    await screen.findByText('Weekend saver reward');
    await user.click(screen.getByRole('button', { name: 'Hide amounts' }));
    expect(await balanceCard()).toHaveTextContent('Amount hidden');
    expect(document.body).not.toHaveTextContent(/₹\d/);
    view.unmount();
    await openApp();
    await screen.findByText('Weekend saver reward');
    expect(document.body).not.toHaveTextContent(/₹\d/);
    expect(screen.getByRole('button', { name: 'Hide amounts' })).toHaveAttribute('aria-pressed', 'true');
  });
});

async function signIn(): Promise<void> {
  const { default: userEvent } = await import('@testing-library/user-event');
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('Email'), 'asha@example.in');
  await user.type(screen.getByLabelText('Password'), 'early-bird-asha{Enter}');
}

function spend(shop: Awaited<ReturnType<typeof openApp>>['shop']): void {
  const [person] = shop.people;
  const line = { kind: 'DEBIT' as const, paise: 100_00n, at: '2026-11-23T09:41:30+05:30', orderId: '2001' };
  if (person?.story) person.story = { ...person.story, lines: [...person.story.lines, line] };
}

function unknownCustomer(): Response {
  const userErrors = [{ __typename: 'UserError', code: 'CUSTOMER_NOT_FOUND', message: 'No such customer.' }];
  return graphqlData({ createWallet: { __typename: 'CreateWalletPayload', wallet: null, userErrors } });
}

/** What the polite live region holds. */
function announced(): string {
  const regions = Array.from(document.querySelectorAll('span[role=status]'));
  return regions.map((found) => found.textContent.replace('\u00a0', '')).join('');
}

function keyOf(init: RequestInit): string {
  const body = JSON.parse(String(init.body)) as { variables: { input: { idempotencyKey: string } } };
  return body.variables.input.idempotencyKey;
}
