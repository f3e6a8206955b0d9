import { openTestApi, type Client } from '../support/api.ts';

const api = openTestApi();

const REWARDS = `query Rewards($filter: RewardFilter, $first: Int, $after: String, $last: Int, $before: String) {
  rewards(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    nodes { name } edges { cursor node { name } } totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Page {
  readonly nodes: readonly { readonly name: string }[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly totalCount: number;
  readonly pageInfo: Readonly<Record<string, unknown>> & {
    readonly startCursor: string;
    readonly endCursor: string;
  };
}

const ids = new Map<string, string>();

async function page(client: Client, variables: object = {}): Promise<Page> {
  const { rewards } = await client.read<{ rewards: Page }>(REWARDS, { ...variables });
  return rewards;
}

async function names(client: Client, variables: object = {}): Promise<string[]> {
  return (await page(client, variables)).nodes.map(({ name }) => name);
}

// Two were made at one instant: their place in the list is told by their ids.
beforeAll(async () => {
  await api.openWallet('asha');
  const made: [string, object][] = [
    ['ended', { validUntil: '2026-03-05T00:00:00+05:30' }],
    ['scheduled', { validFrom: '2026-04-01T00:00:00+05:30' }],
    ['off', { status: 'INACTIVE' }],
    ['open', {}],
    ['until June', { validUntil: '2026-06-01T00:00:00+05:30' }],
  ];
  for (const [name, more] of made) {
    ids.set(name, await api.makeReward({ name, ...more }));
    if (name !== 'open') api.app.clock.advance({ hours: 1 });
  }
});

describe('rewards', () => {
  it('lists all of them for staff, newest first', async () => {
    const all = await names(api.staff);

    expect(all.slice(2)).toEqual(['off', 'scheduled', 'ended']);
    expect(all.slice(0, 2).sort()).toEqual(['open', 'until June']);
  });

  it('narrows by status and by the time in which they can be claimed', async () => {
    expect(await names(api.staff, { filter: { status: ['INACTIVE'] } })).toEqual(['off']);
    const inMay = { filter: { status: ['ACTIVE'], validAt: '2026-05-01T00:00:00+05:30' } };
    expect((await names(api.staff, inMay)).sort()).toEqual(['open', 'scheduled', 'until June']);
    const atTheEnd = { filter: { validAt: '2026-06-01T00:00:00+05:30' } };
    expect((await names(api.staff, atTheEnd)).sort()).toEqual(['off', 'open', 'scheduled']);
  });

  it('shows customers what is active and in its time, whatever they ask for', async () => {
    for (const filter of [null, { status: ['INACTIVE'] }, { validAt: '2026-04-02T00:00:00+05:30' }]) {
      expect((await names(api.customer('asha'), { filter })).sort()).toEqual(['open', 'until June']);
    }
  });

  it('can be read in pages, forwards and backwards, and nothing is missing or there twice', async () => {
    const all = await names(api.staff);
    const first = await page(api.staff, { first: 2 });
    const second = await page(api.staff, { first: 2, after: first.pageInfo.endCursor });
    const third = await page(api.staff, { first: 2, after: second.pageInfo.endCursor });
    const back = await page(api.staff, { last: 2, before: third.pageInfo.startCursor });

    expect([first, second, third].flatMap(({ nodes }) => nodes.map(({ name }) => name))).toEqual(all);
    expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    expect(third.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(back).toEqual(second);
  });

  it('can be read from the end', async () => {
    expect(await names(api.staff, { last: 2 })).toEqual(['scheduled', 'ended']);
  });

  it.each(['nonsense', Buffer.from('seq:asha:1').toString('base64url'), ''])(
    'refuses a cursor that is none of its own: "%s"',
    async (after) => {
      const { errors } = await api.staff.ask(REWARDS, { after });

      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'after' } }]);
    },
  );
});

describe('reward', () => {
  const REWARD = 'query Reward($id: ID!) { reward(id: $id) { name } }';

  it('finds every one for staff', async () => {
    for (const [name, id] of ids) {
      expect(await api.staff.read(REWARD, { id })).toEqual({ reward: { name } });
    }
  });

  it('finds for customers what is active and in its time, and answers the others like none', async () => {
    const asha = api.customer('asha');

    expect(await asha.read(REWARD, { id: ids.get('open') })).toEqual({ reward: { name: 'open' } });
    for (const hidden of [ids.get('ended'), ids.get('scheduled'), ids.get('off'), 'nonsense']) {
      expect(await asha.ask(REWARD, { id: hidden })).toEqual({ data: { reward: null }, errors: [] });
    }
  });
});
