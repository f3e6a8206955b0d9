import { screen, waitFor } from '@testing-library/react';
import { openApp } from '../support/open-app.tsx';

afterEach(() => window.localStorage.clear());

describe('a wallet that is created', () => {
  it.each([
    ['/', 'Or start with something free'],
    ['/history', 'Nothing here yet'],
    ['/rewards', 'No rewards right now. Look in again soon.'],
    ['/refer', 'Your code'],
  ])('from %s is there without a reload', async (path, shown) => {
    const { user } = await openApp({ path, story: null });
    await user.click(await screen.findByRole('button', { name: 'Create my wallet' }));
    await waitFor(() => expect(screen.queryByText('You don’t have a wallet yet')).not.toBeInTheDocument());
    expect((await screen.findAllByText(shown)).length).toBeGreaterThan(0);
    expect(await screen.findByText('Your wallet is open.')).toBeInTheDocument();
  });
});
