import { screen, within } from '@testing-library/react';
import { openApp } from '../../support/open-app.tsx';

afterEach(() => window.localStorage.clear());

describe('settings', () => {
  it('say who is signed in, by which address, and on which tier', async () => {
    await openApp({ path: '/settings' });
    const account = within(await screen.findByRole('region', { name: 'Account' }));
    expect(await account.findByText('asha@example.in')).toBeInTheDocument();
    expect(account.getByText('SILVER')).toBeInTheDocument();
  });

  it('lead to the gift cards, which have no place in the bar of a phone', async () => {
    const { user } = await openApp({ path: '/settings' });
    const more = within(await screen.findByRole('region', { name: 'More' }));
    await user.click(more.getByRole('link', { name: 'Gift cards' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Gift cards' })).toBeInTheDocument();
  });
});
