import { act, screen, waitFor, within } from '@testing-library/react';
import { balanceCard } from '../../support/balance-card.ts';
import { LINK } from '../../support/gifts.ts';
import { openApp } from '../../support/open-app.tsx';

const path = `/gift/${LINK}`;
const asked = (operation: string) => (one: { operationName: string }) => one.operationName === operation;

afterEach(() => window.localStorage.clear());

/** Answers of one operation get lost on their way back. */
function losing(operation: string, shop: Awaited<ReturnType<typeof openApp>>['shop']) {
  let deaf = false;
  return shop.interfere((url, init) => {
    if (deaf || !String(init.body).includes(`"operationName":"${operation}"`)) return undefined;
    deaf = true;
    return shop.fetch(url, init).then(() => {
      deaf = false;
      throw new TypeError('Failed to fetch');
    });
  });
}

describe('the link of a gift, before anybody is signed in', () => {
  it('shows the gift, and leads through the door back to it', async () => {
    const { user, shop } = await openApp({ as: null, path });
    const gift = await screen.findByRole('region', { name: 'Kiran sent you ₹500.00' });
    // Words of a sender are text, whatever they look like.
    expect(gift).toHaveTextContent('See you on <b>Sunday</b>!');
    expect(shop.requests.map(({ headers }) => headers.get('authorization'))).toEqual([null]);
    await user.click(screen.getByRole('button', { name: 'Sign in to claim it' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toHaveFocus();
    await user.type(screen.getByRole('textbox', { name: 'Email' }), 'asha@example.in');
    await user.type(screen.getByLabelText('Password'), 'early-bird-asha');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('button', { name: 'Add ₹500.00 to my wallet' })).toBeInTheDocument();
    expect(window.location.pathname).toBe(path);
  });

  it('keeps what is secret out of the title and of what this browser keeps', async () => {
    await openApp({ as: null, path });
    await screen.findByRole('region', { name: 'Kiran sent you ₹500.00' });
    expect(document.title).toBe('A gift for you – Early Bird Wallet');
    expect(JSON.stringify({ ...window.localStorage })).not.toContain(LINK.slice(8));
  });

  it('says that a wrong link opens nothing', async () => {
    await openApp({ as: null, path: '/gift/none' });
    expect(await screen.findByText('This link doesn’t open a gift')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeInTheDocument();
  });

  it.each([
    ['CLAIMED', 'This gift was claimed'],
    ['RECALLED', 'This gift was recalled'],
    ['RETURNED', 'This gift went back'],
    ['EXPIRED', 'This gift has expired'],
  ] as const)('tells of one that is %s', async (status, said) => {
    await openApp({ as: null, path, gift: { status } });
    expect(await screen.findByRole('heading', { name: said })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Sign in to claim it' })).toBeNull();
  });

  it('says that it did not load, and loads it at another try', async () => {
    const { user, shop } = await openApp({
      ...{ as: null, path },
      network: (url) => (url === '/graphql' ? Promise.reject(new TypeError('Failed to fetch')) : undefined),
    });
    expect(await screen.findByText('The gift didn’t load.')).toBeInTheDocument();
    shop.heal();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('region', { name: 'Kiran sent you ₹500.00' })).toBeInTheDocument();
  });

  it('speaks Hindi', async () => {
    await openApp({ as: null, path, language: 'hi' });
    expect(await screen.findByRole('region', { name: 'Kiran ने आपको ₹500.00 भेजे हैं' })).toBeInTheDocument();
  });
});

describe('claiming a gift', () => {
  it('says what it leads to, and moves it into the wallet', async () => {
    const { user, shop } = await openApp({ path });
    expect(await screen.findByRole('region', { name: 'When you claim it' })).toHaveTextContent(
      'Balance now₹4,250.00From Kiran+₹500.00New balance₹4,750.00Lasts to23 Nov 2027TierSILVER₹250.00 more to reach GOLD',
    );
    await user.click(screen.getByRole('button', { name: 'Add ₹500.00 to my wallet' }));
    expect(await screen.findByRole('heading', { name: '₹500.00 from Kiran is yours' })).toHaveFocus();
    expect(screen.getByText('Your balance is').nextElementSibling).toHaveTextContent('₹4,750.00');
    expect(screen.getByRole('region', { name: 'This gift' })).toHaveTextContent(
      'TierSILVER₹250.00 more to reach GOLD',
    );
    expect(shop.requests.filter(asked('ClaimGift'))).toHaveLength(1);
    expect(JSON.stringify({ ...window.localStorage })).not.toContain(LINK.slice(8));
    await user.click(screen.getByRole('link', { name: 'Done' }));
    expect(await balanceCard()).toHaveTextContent('₹4,750.00');
  });

  it('says until when it can be claimed, into whose wallet, and lets somebody else sign in', async () => {
    const { user } = await openApp({ path });
    expect(
      await screen.findByText(/Claim it by 21 Feb 2027, after that Kiran may take it back\./),
    ).toBeInTheDocument();
    expect(screen.getByText(/Signed in as Asha Rao\./)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Not you?' }));
    expect(await screen.findByRole('button', { name: 'Sign in to claim it' })).toBeInTheDocument();
    expect(window.location.pathname).toBe(path);
  });

  it('celebrates the tier that it reaches', async () => {
    const lines = [{ kind: 'CREDIT', paise: 4_600_00n, at: '2026-11-01T09:00:00+05:30' }] as const;
    const { user } = await openApp({ path, story: { lines: [...lines] } });
    expect(await screen.findByText('Reaches GOLD')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Add ₹500.00 to my wallet' }));
    expect(await screen.findByRole('region', { name: 'This gift' })).toHaveTextContent('TierGOLD');
  });

  it('has thanks to send on, which the shop does not send', async () => {
    const { user } = await openApp({ path });
    await user.click(await screen.findByRole('button', { name: 'Add ₹500.00 to my wallet' }));
    const thanks = within(await screen.findByRole('region', { name: 'Say thank you' }));
    await user.click(thanks.getByRole('button', { name: 'Share' }));
    expect(await window.navigator.clipboard.readText()).toBe('Thank you for the ₹500.00, Kiran!');
    expect(await screen.findByRole('button', { name: 'Close' })).toBeInTheDocument();
  });

  it('waits on Home while it was looked at and not claimed, and is written down nowhere', async () => {
    const { user } = await openApp({ path });
    await screen.findByRole('button', { name: 'Add ₹500.00 to my wallet' });
    await user.click(screen.getByRole('link', { name: 'Close' }));
    const waits = within(await screen.findByRole('region', { name: 'Needs your attention' }));
    expect(await waits.findByText('Kiran sent you ₹500.00')).toBeInTheDocument();
    expect(JSON.stringify([{ ...window.localStorage }, { ...window.sessionStorage }])).not.toContain(LINK);
    await user.click(waits.getByRole('link', { name: 'Open' }));
    await user.click(await screen.findByRole('button', { name: 'Add ₹500.00 to my wallet' }));
    await user.click(await screen.findByRole('link', { name: 'Done' }));
    await balanceCard();
    expect(screen.queryByText('Kiran sent you ₹500.00')).not.toBeInTheDocument();
  });

  it('asks again with the same key where the answer got lost, and keeps no secret meanwhile', async () => {
    const { user, shop } = await openApp({ path });
    const heal = losing('ClaimGift', shop);
    await user.click(await screen.findByRole('button', { name: 'Add ₹500.00 to my wallet' }));
    await screen.findByText('We don’t know yet whether the gift was added.');
    const kept = JSON.stringify({ ...window.localStorage });
    expect(kept).toContain('claimGift');
    expect(kept).not.toContain(LINK);
    heal();
    await user.click(screen.getByRole('button', { name: 'Ask now' }));
    await waitFor(() => expect(shop.requests.filter(asked('ClaimGift')).length).toBeGreaterThan(1));
    const keys = shop.requests
      .filter(asked('ClaimGift'))
      .map(({ variables }) => (variables['input'] as { idempotencyKey: string }).idempotencyKey);
    expect(new Set(keys).size).toBe(1);
  });

  it('shows that somebody else was quicker', async () => {
    const { user, shop } = await openApp({ path });
    const button = await screen.findByRole('button', { name: 'Add ₹500.00 to my wallet' });
    shop.gift.status = 'CLAIMED';
    await user.click(button);
    expect(await screen.findByRole('heading', { name: 'This gift was claimed' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'See my history' })).toHaveAttribute('href', '/history');
  });

  it('says why the shop refused', async () => {
    const { user } = await openApp({
      path,
      console: { claimGift: { transaction: null, userErrors: [{ code: 'WALLET_FROZEN', message: 'No.' }] } },
    });
    await user.click(await screen.findByRole('button', { name: 'Add ₹500.00 to my wallet' }));
    expect(await screen.findByText('The gift was not added.')).toBeInTheDocument();
  });

  it('opens a wallet first for who has none', async () => {
    const { user } = await openApp({ path, story: null });
    expect(await screen.findByRole('region', { name: 'Kiran sent you ₹500.00' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Create my wallet' }));
    expect(await screen.findByRole('button', { name: 'Add ₹500.00 to my wallet' })).toBeInTheDocument();
  });

  it('waits for a network', async () => {
    await openApp({ path });
    const button = await screen.findByRole('button', { name: 'Add ₹500.00 to my wallet' });
    jest.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));
    await waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'true'));
    jest.restoreAllMocks();
  });

  it('says at a wrong link that it opens nothing', async () => {
    await openApp({ path: '/gift/none' });
    expect(await screen.findByRole('heading', { name: 'This link doesn’t open a gift' })).toBeInTheDocument();
  });
});
