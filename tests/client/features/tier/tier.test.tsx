import { screen, within } from '@testing-library/react';
import { graphqlError } from '../../support/fake-shop.ts';
import { openApp } from '../../support/open-app.tsx';

afterEach(() => window.localStorage.clear());

describe('tier and benefits', () => {
  it('compares the tiers and marks the customer’s own', async () => {
    await openApp({ path: '/tier' });
    const table = await screen.findByRole('table', { name: 'Benefits by tier' });
    const rows = within(table).getAllByRole('row');
    expect(rows[0]).toHaveTextContent('BenefitBRONZESILVERYou are hereGOLDPLATINUM');
    expect(rows[1]).toHaveTextContent('Balance you need₹0.00₹1,000.00₹5,000.00₹10,000.00');
    expect(rows[2]).toHaveTextContent('New credits last365 days730 days1,095 daysNo expiry');
    expect(
      screen.getByText(/Your tier follows your balance and can go down when you spend. Credits keep/),
    ).toBeInTheDocument();
  });

  it('is a card for each tier on a phone', async () => {
    await openApp({ path: '/tier', width: 390 });
    expect(await screen.findByText('You are here')).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
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
    expect(await screen.findByRole('table')).toBeInTheDocument();
  });
});
