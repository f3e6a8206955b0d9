import { webcrypto } from 'node:crypto';
import { screen, within } from '@testing-library/react';
import { openApp } from '../../support/open-app.tsx';
import { asha } from '../../support/stories.ts';

afterEach(() => window.localStorage.clear());

describe('gift cards', () => {
  it('are claimed by their code, refused in plain words where it is none, and listed from then on', async () => {
    const { user } = await openApp({ path: '/gift-cards', story: asha });
    const field = await screen.findByRole('textbox', { name: 'Gift card code' });
    expect(screen.queryByRole('region', { name: 'Claimed gift cards' })).not.toBeInTheDocument();
    expect(screen.getAllByText(/Small letters and spaces/)).toHaveLength(1);
    await user.type(field, 'NOBODYS{Enter}');
    expect(
      await screen.findByText('This code cannot be used. Check the letters and digits.'),
    ).toBeInTheDocument();
    await user.clear(field);
    await user.type(field, '7K9Q-X2R4-MB3D-0WZE-5{Enter}');

    const entry = await screen.findByRole('link', { name: 'See the entry' });
    expect(entry.closest('p')).toHaveTextContent('₹500.00 added to your wallet.');
    const [row] = within(screen.getByRole('main')).getAllByText('Card ending •••• WZE5');
    expect(row?.closest('li')).toHaveTextContent('Claimed 23 Nov 2026');
    await user.click(screen.getByRole('button', { name: 'Enter another code' }));
    expect(field).toHaveFocus();
    expect(field).toHaveValue('');
  });

  it('show what is on one by its code without claiming it, and are claimed from there', async () => {
    const { user, shop } = await openApp({ path: '/gift-cards', story: asha });
    const field = await screen.findByRole('textbox', { name: 'Gift card code' });
    const see = screen.getByRole('button', { name: 'See what is on it' });
    await user.click(see);
    expect(field).toHaveAccessibleDescription('Enter the code of the gift card.');
    expect(field).toHaveFocus();
    await user.type(field, 'NOBODYS');
    await user.click(see);
    expect((await screen.findByText('The card was not shown.')).closest('p')).toHaveTextContent(
      'This code cannot be used. Check the letters and digits.',
    );
    await user.clear(field);
    await user.type(field, '7K9Q-X2R4-MB3D-0WZE-5');
    expect(screen.queryByText('The card was not shown.')).toBeNull();
    await user.click(see);
    const dialog = await screen.findByRole('dialog', { name: 'On this gift card' });
    expect(dialog).toHaveTextContent('On it₹500.00Ends14 Aug 2027How it standsReady');
    expect(shop.requests.map(({ operationName }) => operationName)).not.toContain('ClaimGiftCard');
    const kept = JSON.stringify({ ...window.localStorage, ...window.sessionStorage });
    expect(kept + JSON.stringify(window.history.state)).not.toContain('X2R4');
    await user.click(within(dialog).getByRole('button', { name: 'Move to my wallet' }));
    expect(await screen.findByRole('link', { name: 'See the entry' })).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('are called a gift where they came as one, for that has no code', async () => {
    const initial = { amount: '500.00', currencyCode: 'INR' };
    const ended = { status: 'CLAIMED', endedAt: '2026-11-23T09:40:00+05:30' };
    const card = { id: 'card-gift', maskedCode: '•••• GIFT', initial, ...ended };
    await openApp({ path: '/gift-cards', story: { ...asha, claimedCards: [card] } });
    expect((await screen.findByText('A gift')).closest('li')).toHaveTextContent('Claimed 23 Nov 2026');
  });

  it.each([
    ['by their digest', webcrypto.subtle],
    ['by their last symbols, where a browser makes no digests', undefined],
  ])(
    'leave no code in the browser while nobody knows what became of it, but are known again %s',
    async (_, subtle) => {
      if (subtle) Object.defineProperty(crypto, 'subtle', { value: subtle, configurable: true });
      const code = '7K9Q-X2R4-MB3D-0WZE-5';
      const { shop, user } = await openApp({ path: '/gift-cards', story: asha });
      shop.interfere((_path, { body }) =>
        String(body).includes('mutation ClaimGiftCard') ? Promise.reject(new TypeError('lost')) : undefined,
      );
      await user.type(await screen.findByRole('textbox', { name: 'Gift card code' }), `${code}{Enter}`);
      expect(await screen.findByText(/We don’t know yet/)).toBeInTheDocument();
      const kept = JSON.stringify({ ...window.localStorage, ...window.sessionStorage });
      expect(kept).toContain('claimGiftCard');
      for (const part of code.split('-').slice(0, -1)) expect(kept.toUpperCase()).not.toContain(part);
      Reflect.deleteProperty(crypto, 'subtle');
    },
  );

  it('come with the link that somebody followed, and need a wallet', async () => {
    const { view } = await openApp({ path: '/gift-cards?code=7K9Q', story: asha });
    expect(await screen.findByRole('textbox', { name: 'Gift card code' })).toHaveValue('7K9Q');
    view.unmount();
    await openApp({ path: '/gift-cards', story: null });
    expect(await screen.findByRole('button', { name: /wallet/i })).toBeInTheDocument();
  });
});
