import { screen, within } from '@testing-library/react';
import { tierChanges } from '../../../../client/features/tier/tier-changes.ts';
import { graphqlError } from '../../support/fake-shop.ts';
import { openApp } from '../../support/open-app.tsx';
import { asha } from '../../support/stories.ts';

afterEach(() => window.localStorage.clear());

const rupees = (amount: string) => ({ amount, currencyCode: 'INR' });

describe('what changed a tier', () => {
  const [bronze, silver, gold] = ['0.00', '1000.00', '5000.00'].map((threshold) => ({
    threshold: rupees(threshold),
  }));
  const tiers = [bronze, silver, gold] as { threshold: ReturnType<typeof rupees> }[];
  const entry = (signed: string, after: string) => ({
    signedAmount: rupees(signed),
    balanceAfter: rupees(after),
  });

  it('is what moved the balance to a line or over it, however many lines, and nothing else', () => {
    const down = entry('-0.01', '999.99');
    const far = entry('-4000.00', '1000.00');
    const up = entry('5000.00', '5000.00');
    const entries = [entry('0.99', '0.99'), entry('-999.99', '0.00'), down, far, up];
    expect(tierChanges(entries, tiers)).toEqual([
      { tier: bronze, entry: down },
      { tier: silver, entry: far },
      { tier: gold, entry: up },
    ]);
  });
});

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

  it.each([
    [1280, true],
    [390, false],
  ])('draws from where each tier counts where there is room, %i wide: %s', async (width, isSaid) => {
    await openApp({ path: '/tier', width });
    const picture = await screen.findByRole('meter');
    expect(picture).toHaveTextContent(/BRONZE.*SILVER.*GOLD.*PLATINUM/);
    expect(/₹1,000\.00.*₹5,000\.00.*₹10,000\.00/.test(picture.textContent)).toBe(isSaid);
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

  it('tells which entry brought each tier, down to the wallet’s beginning', async () => {
    await openApp({ path: '/tier' });
    const course = within(await screen.findByRole('region', { name: 'Your tier so far' }));
    const stops = course.getAllByRole('listitem').map((stop) => stop.textContent);
    expect(stops).toEqual([
      'SILVERSince 2 Jun 2026 · Top-up, +₹1,500.00',
      'BRONZEFrom 14 Mar 2026 · Wallet opened',
    ]);
    expect(course.getByRole('link')).toHaveAttribute('href', expect.stringMatching(/^\/history\/./));
  });

  it('calls the tiers of before in the reader’s language, too', async () => {
    await openApp({ path: '/tier', language: 'hi' });
    const course = within(await screen.findByRole('region', { name: 'अब तक आपका टियर' }));
    expect(course.getAllByRole('listitem').map((stop) => stop.firstChild?.textContent)).toEqual([
      'सिल्वर',
      'ब्रॉन्ज़',
    ]);
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
