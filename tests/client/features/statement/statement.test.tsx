import { screen, within } from '@testing-library/react';
import { graphqlError } from '../../support/fake-shop.ts';
import { openApp } from '../../support/open-app.tsx';
import { asha } from '../../support/stories.ts';

const rows = (name: string) => within(screen.getByRole('region', { name })).getAllByRole('listitem');

describe('the statement', () => {
  it('leads from the opening to the closing balance of the days that are chosen, and adds up', async () => {
    const { user } = await openApp({ path: '/statement' });
    expect(await screen.findByText('Opening + added − spent = closing.')).toBeInTheDocument();
    const month = screen.getByRole('region', { name: 'November 2026' });
    expect(month).toHaveTextContent('Opening₹2,200.00AddedCredit, +₹2,500.00SpentDebit, −₹450.00');
    expect(month).toHaveTextContent('Closing₹4,250.00');
    expect(rows('Entries')).toHaveLength(6);
    await user.click(screen.getByRole('radio', { name: 'Last month' }));
    expect(await screen.findByRole('region', { name: 'October 2026' })).toHaveTextContent('Closing₹2,200.00');
    expect(window.location.search).toBe('?period=last-month');
    await user.click(screen.getByRole('radio', { name: 'Financial year 2026-27' }));
    expect(await screen.findByText(/20 entries/)).toBeInTheDocument();
  });

  it('says why it did not load, and loads again', async () => {
    const { shop, user } = await openApp({ path: '/help' });
    await screen.findByRole('heading', { level: 1, name: 'Help' });
    const heal = shop.interfere((path) => (path === '/graphql' ? graphqlError('TRY_AGAIN') : undefined));
    await user.click(screen.getByRole('link', { name: 'Settings' }));
    await user.click(await screen.findByRole('link', { name: 'Statements' }));
    expect(await screen.findByText('Your statement didn’t load.')).toBeInTheDocument();
    heal();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Opening + added − spent = closing.')).toBeInTheDocument();
  });

  it('goes on paper with every entry between its two balances, oldest first, also where amounts are hidden', async () => {
    window.localStorage.setItem('early-bird.hide-amounts', 'yes');
    const { shop } = await openApp({ path: '/statement/print?period=year' });
    expect(await screen.findByText('Checked against every entry.')).toBeInTheDocument();
    const lines = screen.getAllByRole('row');
    // Its head, both balances, and the entries.
    expect(lines).toHaveLength(1 + 2 + 20);
    expect(lines[1]).toHaveTextContent('Opening balance₹0.00');
    expect(lines[21]).toHaveTextContent('+₹150.00₹4,250.00');
    expect(lines[22]).toHaveTextContent('Closing balance₹4,250.00');
    expect(shop.requests.map(({ operationName }) => operationName)).toEqual(['StatementPages']);
    window.localStorage.clear();
  });

  it('says on paper what was paid of credits that had been set aside, and still adds up', async () => {
    const at = '2026-11-23T09:00:00+05:30';
    const order = { kind: 'DEBIT' as const, paise: 250_00n, at, orderId: '2001', wasHeld: true };
    await openApp({
      path: '/statement/print?period=year',
      story: { ...asha, lines: [...asha.lines, order] },
    });
    expect(await screen.findByText('Checked against every entry.')).toBeInTheDocument();
    const line = screen.getByRole('row', { name: /2001/ });
    expect(line).toHaveTextContent('₹250.00 of what was set aside before');
    expect(line).toHaveTextContent('₹0.00₹4,250.00');
  });
});
