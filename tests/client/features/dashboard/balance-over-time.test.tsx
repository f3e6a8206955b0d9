import { act, screen, within } from '@testing-library/react';
import { graphqlError } from '../../support/fake-shop.ts';
import { openApp } from '../../support/open-app.tsx';
import { asha } from '../../support/stories.ts';

afterEach(() => window.localStorage.clear());

const card = async () => within(await screen.findByRole('region', { name: 'Balance over 90 days' }));

describe('the balance over time', () => {
  it('is a line and one sentence that says the same', async () => {
    const { view } = await openApp();
    expect(
      await screen.findByText(
        'Between 26 Aug and today your balance went from ₹1,150.00 to ₹4,250.00. Highest ₹4,450.00 on 13 Nov, lowest ₹1,130.00 on 11 Sept.',
      ),
    ).toBeInTheDocument();
    const lines = view.container.querySelectorAll('svg path.line');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.getAttribute('d')).toMatch(/^M0,/);
  });

  it('has a table of the days on which the balance changed, newest first', async () => {
    const { user } = await openApp();
    await user.click(await (await card()).findByText('View as table'));
    const rows = screen.getByRole('table', { name: /Balance at the end of each day/ });
    const [, newest, next] = within(rows).getAllByRole('row');
    expect(newest).toHaveTextContent('22 Nov 2026₹4,250.00');
    expect(next).toHaveTextContent('20 Nov 2026₹4,100.00');
    expect(within(rows).getAllByRole('row').at(-1)).toHaveTextContent('26 Aug 2026₹1,150.00');
  });

  it('keeps amounts to itself while they are hidden', async () => {
    window.localStorage.setItem('early-bird.hide-amounts', 'yes');
    await openApp();
    expect(
      await screen.findByText('How your balance moved between 26 Aug and today. Amounts are hidden.'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/4,250|4,450|1,150/)).not.toBeInTheDocument();
  });

  it('says what will be here before there is anything to draw', async () => {
    const today = {
      kind: 'CREDIT',
      paise: 90_00n,
      at: '2026-11-23T09:20:00+05:30',
      source: 'PURCHASE',
    } as const;
    await openApp({ story: { lines: [today] } });
    expect(await (await card()).findByText(/^Nothing to draw yet/)).toBeInTheDocument();
    expect(screen.queryByText('View as table')).not.toBeInTheDocument();
  });

  it('stays at one amount in words, too', async () => {
    const old = {
      kind: 'CREDIT',
      paise: 90_00n,
      at: '2026-06-02T10:20:00+05:30',
      source: 'PURCHASE',
    } as const;
    await openApp({ story: { lines: [old] } });
    expect(
      await screen.findByText('Between 26 Aug and today your balance stayed at ₹90.00.'),
    ).toBeInTheDocument();
  });

  it('fails alone and can be asked for again', async () => {
    let failing = true;
    const { user } = await openApp({
      network: (path, init) =>
        failing && path === '/graphql' && String(init.body).includes('BalanceOverTime')
          ? graphqlError('INTERNAL_SERVER_ERROR')
          : undefined,
    });
    const place = await card();
    expect(await place.findByRole('alert')).toHaveTextContent('The line didn’t load.');
    expect(screen.getByRole('region', { name: 'Your balance' })).toHaveTextContent('₹4,250.00');
    failing = false;
    await user.click(place.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/^Between 26 Aug and today/)).toBeInTheDocument();
  });

  it('follows the wallet when the page is brought up to date', async () => {
    const { shop, user, clock } = await openApp();
    await screen.findByText(/to ₹4,250.00\. Highest/);
    const spent = { kind: 'DEBIT', paise: 50_00n, at: '2026-11-23T09:40:00+05:30', orderId: '1050' } as const;
    const [asked] = shop.people;
    if (asked === undefined) throw new Error('Nobody is there.');
    act(() => {
      asked.story = { ...asha, lines: [...asha.lines, spent] };
      clock.now += 60_000;
    });
    await user.click(screen.getByRole('button', { name: /Refresh/ }));
    expect(await screen.findByText(/to ₹4,200.00\. Highest/)).toBeInTheDocument();
  });
});
