import { screen, within } from '@testing-library/react';
import { graphqlError } from '../../support/fake-shop.ts';
import { openApp } from '../../support/open-app.tsx';
import { asha, newcomer } from '../../support/stories.ts';

afterEach(() => window.localStorage.clear());

const people = [{ displayName: 'Kiran P.', joinedAt: '2026-11-17T16:22:00+05:30', paise: 100_00n }];
const region = (name: string | RegExp) => within(screen.getByRole('region', { name }));

describe('refer a friend', () => {
  it('shows the code, what both get, and who joined', async () => {
    await openApp({ path: '/refer', story: { ...asha, people } });
    expect(await screen.findByText('You get ₹100.00. Your friend gets ₹50.00.')).toBeInTheDocument();
    expect(screen.getByText('A 7 K Q 9 W P M')).toBeInTheDocument();
    expect(screen.getByText(/Both last 365 days/)).toBeInTheDocument();
    expect(region('Your friends').getByRole('listitem')).toHaveTextContent(
      'Kiran P.Joined 17 Nov 2026Bonus paid+₹100.00',
    );
    expect(region('You’ve earned').getByText('From 1 friend.')).toBeInTheDocument();
  });

  it('offers ways to send the message where the browser cannot share', async () => {
    const { user } = await openApp({ path: '/refer' });
    const share = await screen.findByRole('button', { name: 'Share your code' });
    await user.click(share);
    expect(share).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByRole('link', { name: 'WhatsApp' })).toHaveAttribute(
      'href',
      expect.stringContaining(encodeURIComponent('/?ref=A7KQ9WPM')),
    );
    await user.click(screen.getByRole('button', { name: 'Copy message' }));
    expect(await navigator.clipboard.readText()).toContain('Join me at Early Bird');
  });

  it('hands the message to the device where it can', async () => {
    const shared: unknown[] = [];
    Object.assign(navigator, { share: (data: unknown) => Promise.resolve(void shared.push(data)) });
    const { user } = await openApp({ path: '/refer' });
    await user.click(await screen.findByRole('button', { name: 'Share your code' }));
    expect(shared).toEqual([{ text: expect.stringContaining('A7KQ9WPM') as unknown }]);
    expect(screen.queryByRole('link', { name: 'WhatsApp' })).not.toBeInTheDocument();
    Reflect.deleteProperty(navigator, 'share');
  });

  it('draws a code to scan on request', async () => {
    const { user } = await openApp({ path: '/refer' });
    await user.click(await screen.findByRole('button', { name: 'Show QR' }));
    expect(await screen.findByTitle('QR code that opens the shop with your code')).toBeInTheDocument();
  });

  it('takes a friend’s code from a new customer, once', async () => {
    const { user } = await openApp({ path: '/refer', story: { ...newcomer, canApplyCode: true } });
    const use = await screen.findByRole('button', { name: 'Use this code' });
    await user.click(use);
    expect(screen.getByText('Enter the code your friend gave you.')).toBeInTheDocument();
    const field = screen.getByRole('textbox', { name: 'Your friend’s code' });
    await user.type(field, 'NOBODY');
    await user.click(use);
    expect(
      await screen.findByText('No one has this code. Check the letters and digits.'),
    ).toBeInTheDocument();
    expect(field).toHaveValue('NOBODY');
    await user.clear(field);
    await user.type(field, 'K4NT6RJD');
    await user.click(use);
    expect(
      await screen.findByText('₹50.00 added. Your friend got a bonus too.', { selector: 'p' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('textbox', { name: 'Your friend’s code' })).not.toBeInTheDocument();
  });

  it('fills in the code of the link that somebody came by', async () => {
    const { user } = await openApp({ path: '/?ref=K4NT6RJD', story: { ...newcomer, canApplyCode: true } });
    await user.click(await screen.findByRole('link', { name: 'Use it now' }));
    expect(await screen.findByRole('textbox', { name: 'Your friend’s code' })).toHaveValue('K4NT6RJD');
  });

  it('fills it in too for who had to sign in first', async () => {
    const story = { ...newcomer, canApplyCode: true };
    const { user } = await openApp({ as: null, path: '/?ref=K4NT6RJD', story });
    await user.type(screen.getByLabelText('Email'), 'asha@example.in');
    await user.type(screen.getByLabelText('Password'), 'early-bird-asha{Enter}');
    await user.click(await screen.findByRole('link', { name: 'Use it now' }));
    expect(await screen.findByRole('textbox', { name: 'Your friend’s code' })).toHaveValue('K4NT6RJD');
  });

  it('explains why an older wallet has no field for a code', async () => {
    await openApp({ path: '/refer' });
    expect(await screen.findByText(/first 30 days. Yours opened 14 Mar 2026./)).toBeInTheDocument();
  });

  it('keeps the code back while the wallet is on hold', async () => {
    await openApp({ path: '/refer', story: { ...asha, status: 'FROZEN' } });
    expect(await screen.findByText(/While your wallet is on hold/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Share your code' })).not.toBeInTheDocument();
  });

  it('can be loaded again when it failed', async () => {
    let broken = true;
    const { user } = await openApp({
      path: '/refer',
      network: (path) => (path === '/graphql' && broken ? graphqlError('TRY_AGAIN') : undefined),
    });
    expect(await screen.findByText('Your code didn’t load.')).toBeInTheDocument();
    broken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/Nobody has joined/)).toBeInTheDocument();
  });
});
