import { screen, within } from '@testing-library/react';
import { graphqlError } from '../../support/fake-shop.ts';
import { openApp } from '../../support/open-app.tsx';
import { asha } from '../../support/stories.ts';

afterEach(() => window.localStorage.clear());

describe('tier and benefits', () => {
  it('says what each tier asks and brings, and how far it is', async () => {
    await openApp({ path: '/tier' });
    const tiers = within(await screen.findByRole('region', { name: 'All tiers' }));
    const [bronze, silver, gold, platinum] = tiers
      .getAllByText('New credits last')
      .map((label) => label.closest('li'));
    expect(bronze).toHaveTextContent(/BRONZE.*₹0.00.*365 days.*Where every wallet starts/);
    expect(silver).toHaveTextContent(
      /SILVER.*You are here.*₹1,000.00.*730 days.*You can spend ₹3,250.00 and stay/,
    );
    expect(gold).toHaveTextContent(/GOLD.*₹5,000.00.*1,095 days.*₹750.00 away/);
    expect(platinum).toHaveTextContent(/PLATINUM.*₹10,000.00.*No expiry.*₹5,750.00 away/);
  });

  it('leads to the top-up that reaches the next tier, and says what moves one up or down', async () => {
    await openApp({ path: '/tier' });
    const next = within(await screen.findByRole('region', { name: '₹750.00 more to reach GOLD' }));
    expect(next.getByRole('link', { name: 'Add ₹750.00' })).toHaveAttribute('href', '/add?amount=750.00');
    expect(
      next.getByText(/At ₹5,000.00, credits you add from then on last 1,095 days, not 730/),
    ).toBeVisible();
    expect(screen.getByText('Down when you spend below ₹1,000.00, or credits end.')).toBeInTheDocument();
  });

  it('offers no top-up to a wallet on hold', async () => {
    await openApp({ path: '/tier', story: { ...asha, status: 'FROZEN' } });
    await screen.findByRole('region', { name: '₹750.00 more to reach GOLD' });
    expect(screen.queryByRole('link', { name: /^Add/ })).not.toBeInTheDocument();
  });

  it('can be loaded again when it failed', async () => {
    let broken = true;
    const { user } = await openApp({
      path: '/tier',
      network: (path) => (path === '/graphql' && broken ? graphqlError('TRY_AGAIN') : undefined),
    });
    expect(await screen.findByText('The tiers didn’t load.')).toBeInTheDocument();
    broken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('region', { name: 'All tiers' })).toBeInTheDocument();
  });
});
