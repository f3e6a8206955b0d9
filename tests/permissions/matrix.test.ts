import type { GraphQLObjectType } from 'graphql';
import { executableSchema } from '../../api/server/executable-schema.ts';
import { openTestApi, type Client } from '../support/api.ts';
import { freshKey } from '../support/app.ts';
import { mockPayments } from '../support/payments.ts';
import { matrix, type Row, type Target, type Verdict } from './matrix.ts';
import { makeTarget } from './targets.ts';

const api = openTestApi({ payments: mockPayments() });
const schema = executableSchema();
const mutations = schema.getMutationType()?.getFields() ?? {};

let targets: Record<'asha' | 'bala', Omit<Target, 'key'>>;

beforeAll(async () => {
  targets = { asha: await makeTarget(api, 'asha'), bala: await makeTarget(api, 'bala') };
});

async function verdict(client: Client, row: Row, target: 'asha' | 'bala'): Promise<Verdict> {
  const kind = row.field in mutations ? 'mutation' : 'query';
  const call = row.call({ ...targets[target], key: freshKey('matrix') });
  const { data, errors } = await client.ask(`${kind} Matrix { ${call} }`);
  const [error] = errors;
  if (error) return error.extensions?.['code'] as Verdict;
  return data?.[row.field] === null ? 'null' : 'answered';
}

/** Everything about both wallets, both customers and the rewards, as an admin sees it. */
function everything() {
  const of = (id: string) => `${id}: customer(id: "${id}") {
    name wallet { status updatedAt transactionCount balance { amount } }
  }`;
  const rewards = 'rewards { nodes { id name status totalUses updatedAt } }';
  return api.admin.read(`{ ${of('asha')} ${of('bala')} ${rewards} }`);
}

const columns: readonly [string, (row: Row) => Verdict, () => Client, 'asha' | 'bala'][] = [
  ['nobody', (row) => row.anonymous ?? 'UNAUTHENTICATED', () => api.anonymous, 'asha'],
  ['a customer, on the own wallet', (row) => row.customerOnOwn, () => api.customer('asha'), 'asha'],
  ["a customer, on another's wallet", (row) => row.customerOnOthers, () => api.customer('asha'), 'bala'],
  ['staff', (row) => row.staff, () => api.staff, 'bala'],
  ['an admin', (row) => row.admin, () => api.admin, 'bala'],
];

describe('who may call what', () => {
  it('is said for every root field', () => {
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const fields = roots
      .filter((root): root is GraphQLObjectType => Boolean(root))
      .flatMap((root) => Object.keys(root.getFields()));

    expect([...new Set(matrix.map(({ field }) => field))].sort()).toEqual(fields.sort());
  });

  describe.each(matrix.map((row) => [[row.field, row.about].filter(Boolean).join(' '), row] as const))(
    '%s',
    (_, row) => {
      it.each(columns)('%s', async (_name, expected, client, target) => {
        const before = await everything();

        expect(await verdict(client(), row, target)).toBe(expected(row));

        if (expected(row) !== 'answered') expect(await everything()).toEqual(before);
      });
    },
  );
});
