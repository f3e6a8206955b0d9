import { openTestApi } from '../support/api.ts';

const api = openTestApi();

const CUSTOMERS = `query Customers($search: String, $first: Int, $after: String, $last: Int, $before: String) {
  customers(search: $search, first: $first, after: $after, last: $last, before: $before) {
    nodes { customerId wallet { status } } edges { cursor node { customerId } } totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Page {
  readonly nodes: readonly { readonly customerId: string; readonly wallet: object | null }[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

async function page(variables: object = {}): Promise<Page> {
  return (await api.staff.read<{ customers: Page }>(CUSTOMERS, { ...variables })).customers;
}

function ids({ nodes }: Page): string[] {
  return nodes.map(({ customerId }) => customerId);
}

async function found(search: string): Promise<string[]> {
  const { nodes, totalCount } = await page({ search });
  expect(totalCount).toBe(nodes.length);
  return ids({ nodes } as Page).sort();
}

const people = [
  { customerId: 'asha', name: 'Asha Devi Rao', email: 'asha@example.com', phone: '+91 98765 43210' },
  { customerId: 'bala', name: 'Bala Rao', email: 'Bala@Example.com', phone: '98765 00000' },
  { customerId: 'chitra', name: 'चित्रा शर्मा', email: null, phone: '044-1234567' },
  { customerId: 'dot.star', name: 'Dot ( [^', email: 'd+shop@example.com', phone: null },
  { customerId: 'RAOUL-9', name: 'Raoul', email: null, phone: null },
];

// chitra and dot.star came in the same instant: their place in the list is told by their ids.
beforeAll(async () => {
  for (const person of people) {
    if (person.customerId !== 'dot.star') api.app.clock.advance({ hours: 1 });
    await api.staff.act('saveCustomer', person);
  }
});

const NEWEST_FIRST = ['RAOUL-9', 'dot.star', 'chitra', 'bala', 'asha'];

describe('customers', () => {
  it('lists all of them, newest first, each with the wallet if there is one', async () => {
    await api.admin.act('createWallet', { customerId: 'asha' });

    const all = await page();

    expect(ids(all)).toEqual(NEWEST_FIRST);
    expect(all.nodes.map(({ wallet }) => wallet !== null)).toEqual([false, false, false, false, true]);
    expect(all.totalCount).toBe(5);
  });

  it('turns pages forwards and back again without losing or repeating anybody', async () => {
    const forwards: string[] = [];
    let turned = await page({ first: 2 });
    forwards.push(...ids(turned));
    while (turned.pageInfo.hasNextPage) {
      turned = await page({ first: 2, after: turned.pageInfo.endCursor });
      forwards.push(...ids(turned));
    }
    const back = await page({ last: 3, before: turned.pageInfo.startCursor });

    expect(forwards).toEqual(NEWEST_FIRST);
    expect(ids(back)).toEqual(['dot.star', 'chitra', 'bala']);
    expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  it.each([
    ['an id', 'ash', ['asha']],
    ['an id in capital letters', 'raoul-9', ['RAOUL-9']],
    ['any word of the name', 'RAO', ['RAOUL-9', 'asha', 'bala']],
    ['several words', '  devi   rao', ['asha']],
    ['a name in another script', 'शर्', ['chitra']],
    ['an email address', 'bala@ex', ['bala']],
    ['a phone number with the country', '+91 98765-4', ['asha']],
    ['a phone number without the country', '98765', ['asha', 'bala']],
    ['a phone number of another kind', '0441', ['chitra']],
    ['what nobody has', 'zz', []],
    ['the middle of a word', 'sha', []],
  ])('finds people by the beginning of %s', async (_, search, expected) => {
    expect(await found(search)).toEqual(expected);
  });

  it.each([
    ['.*', []],
    ['dot.', ['dot.star']],
    ['dotx', []],
    ['dot ( [^', ['dot.star']],
    ['^a', []],
    ['{"$gt":""}', []],
    ['$where', []],
    ['a|b', []],
    ['\\', []],
  ])('takes %j for text and never for a pattern or a condition', async (search, expected) => {
    expect(await found(search)).toEqual(expected);
  });

  it('finds the customer by the referral code of the wallet, from four characters on', async () => {
    const { referralCode } = (await api.app.stores.wallets.load(['asha'])).get('asha') ?? {
      referralCode: '',
    };

    expect(await found(referralCode.slice(0, 4).toLowerCase())).toEqual(['asha']);
    expect(await found(`${referralCode.slice(0, 4)}-${referralCode.slice(4)}`)).toEqual(['asha']);
  });

  it('finds people by what is known of them now and no longer by what was', async () => {
    await api.staff.act('saveCustomer', { customerId: 'temp', name: 'Meenakshi' });
    await api.staff.act('saveCustomer', { customerId: 'temp', name: 'Lakshmi' });

    expect(await found('meena')).toEqual([]);
    expect(await found('laksh')).toEqual(['temp']);
  });

  it.each(['nonsense', '', 'd2FsbGV0czoxOmE'])('refuses %j as a cursor', async (after) => {
    const { errors } = await api.staff.ask(CUSTOMERS, { after });

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'after' } }]);
  });

  it('refuses a search of more than a line', async () => {
    const { errors } = await api.staff.ask(CUSTOMERS, { search: 'x'.repeat(201) });

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'search' } }]);
  });
});
