import { screen } from '@testing-library/react';
import { screenOf } from '../../../client/app/reports.ts';
import { graphqlData } from '../support/fake-shop.ts';
import { openApp } from '../support/open-app.tsx';

afterEach(() => window.localStorage.clear());

/** An answer that no screen can be made of. */
const broken = {
  viewer: { __typename: 'Viewer', id: 'account-asha', wallet: { __typename: 'Wallet', id: 'wallet-asha' } },
  tiers: 7,
};

describe('a screen that breaks', () => {
  it('leaves the app around it, tells the shop, shows under which request, and can be tried again', async () => {
    const silence = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    let isBroken = true;
    const { user, shop } = await openApp({
      path: '/tier',
      network: (path, init) =>
        isBroken && path === '/graphql' && String(init.body).includes('"TierBenefits"')
          ? graphqlData(broken)
          : undefined,
    });
    expect(await screen.findByText('Something broke on this page')).toBeInTheDocument();
    expect(await screen.findByText('req-told')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Copy request' })).toBeInTheDocument();
    expect(shop.reports).toEqual([{ screen: 'tier', failures: [expect.stringMatching(/Error$/)] }]);
    isBroken = false;
    await user.click(screen.getByRole('link', { name: 'History' }));
    expect(await screen.findByRole('heading', { name: 'History' })).toBeInTheDocument();
    silence.mockRestore();
  });
});

it.each([
  ['/', 'home'],
  ['/history/entry-17', 'entry'],
  ['/use/paid/entry-17', 'receipt'],
  ['/add/top-up-1', 'add'],
  ['/pay/checkout-1', 'checkout'],
  ['/refer', 'refer'],
  ['/asha@example.in', 'other'],
])('the screen at %s is reported as %s, and no address is', (path, name) => {
  expect(screenOf(path)).toBe(name);
});
