import { openTestApi } from '../support/api.ts';

const api = openTestApi();

const VIEWS = 'views { name address }';
interface Kept {
  readonly views: readonly { readonly name: string; readonly address: string }[];
  readonly userErrors: readonly object[];
}

const save = (name: string, address = '/wallets', client = api.staff) =>
  client.act<Kept>('saveView', { name, address }, VIEWS);
const mine = async (client = api.staff) =>
  (await client.read<{ savedViews: Kept['views'] }>('{ savedViews { name address } }')).savedViews;

describe('saved views', () => {
  it('are kept by name, one of each, for nobody but their owner', async () => {
    expect(await mine()).toEqual([]);
    await save('Frozen', '/wallets?status=FROZEN');
    await save('Approvals of mine', '/approvals');
    const { views } = await save('Frozen', '/wallets?status=FROZEN&tier=GOLD');

    expect(views).toEqual([
      { name: 'Approvals of mine', address: '/approvals' },
      { name: 'Frozen', address: '/wallets?status=FROZEN&tier=GOLD' },
    ]);
    expect(await mine()).toEqual(views);
    expect(await mine(api.admin)).toEqual([]);
  });

  it('go when they are removed, and once more changes nothing', async () => {
    for (const left of [1, 1]) {
      const { views } = await api.staff.act<Kept>('removeView', { name: 'Frozen' }, VIEWS);
      expect(views).toHaveLength(left);
    }
  });

  it.each([
    ['without a name', ' ', '/wallets'],
    ['of another site', 'Elsewhere', 'https://evil.example'],
    ['of another site without a scheme', 'Elsewhere', '//evil.example'],
  ])('are refused %s', async (_, name, address) => {
    expect(await save(name, address)).toMatchObject({ views: [], userErrors: [{ code: 'INVALID_INPUT' }] });
  });

  it('are all kept when several tabs save at once, and no more than fifty', async () => {
    const client = api.as('STAFF', 'a-collector');
    for (let start = 0; start < 48; start += 4)
      await Promise.all([0, 1, 2, 3].map((n) => save(`View ${start + n}`, '/wallets', client)));
    await save('View 48', '/wallets', client);
    await save('View 49', '/wallets', client);

    expect(await save('One more', '/wallets', client)).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT' }],
    });
    expect(await mine(client)).toHaveLength(50);
  });
});
