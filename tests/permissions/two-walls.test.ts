import { graphql, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { mustDeclareRoles } from '../../api/permissions/declared-roles.ts';
import { contextFactory } from '../../api/server/context.ts';
import { executableSchema } from '../../api/server/executable-schema.ts';
import type { Caller } from '../../api/services/caller.ts';
import { openTestApi } from '../support/api.ts';
import { callerOf, freshKey } from '../support/app.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { mockPayments } from '../support/payments.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { matrix, type Row, type Target, type Verdict } from './matrix.ts';
import { makeTarget } from './targets.ts';
import { WALLS } from './walls.ts';

const api = openTestApi({ payments: mockPayments() });

let targets: Record<'asha' | 'bala', Omit<Target, 'key'>>;

beforeAll(async () => {
  targets = { asha: await makeTarget(api, 'asha'), bala: await makeTarget(api, 'bala') };
});
afterAll(deleteTemporaryFolders);

/** Who calls on whose wallet, and what the matrix says of that. */
const CALLS: readonly [Caller | null, 'asha' | 'bala', (row: Row) => Verdict][] = [
  [null, 'asha', (row) => row.anonymous ?? 'UNAUTHENTICATED'],
  [callerOf('CUSTOMER', 'asha'), 'asha', (row) => row.customerOnOwn],
  [callerOf('CUSTOMER', 'asha'), 'bala', (row) => row.customerOnOthers],
  [callerOf('STAFF', 'ravi'), 'bala', (row) => row.staff],
  [callerOf('ADMIN', 'meera'), 'bala', (row) => row.admin],
];

const mutations = Object.keys(executableSchema().getMutationType()?.getFields() ?? {});
const roots = [...new Set(matrix.map(({ field }) => field))];

function call(row: Row, target: 'asha' | 'bala'): string {
  const kind = mutations.includes(row.field) ? 'mutation' : 'query';
  return `${kind} Wall { ${row.call({ ...targets[target], key: freshKey('wall') })} }`;
}

async function verdict(schema: GraphQLSchema, source: string, caller: Caller | null): Promise<Verdict> {
  const contextValue = contextFactory(api.app)(caller, 'req-wall');
  const { data, errors } = await graphql({ schema, source, contextValue });
  if (errors?.[0]) return String(errors[0].extensions['code']) as Verdict;
  return Object.values(data ?? {})[0] === null ? 'null' : 'answered';
}

function everything() {
  const of = (id: string) => `${id}: customer(id: "${id}") {
    name wallet { status updatedAt transactionCount balance { amount } }
  }`;
  const rewards = 'rewards { nodes { id name status totalUses updatedAt } }';
  return api.admin.read(`{ ${of('asha')} ${of('bala')} ${rewards} }`);
}

describe.each(WALLS)('%s alone', (_wall, schema) => {
  it.each(roots)('refuses everybody who may not call %s', async (field) => {
    const before = await everything();
    for (const row of matrix.filter((each) => each.field === field)) {
      for (const [caller, target, expected] of CALLS) {
        if (expected(row) === 'answered') continue;
        const got = await verdict(schema, call(row, target), caller);
        // Which status staff may set is not said by a role: there the wallet itself is the wall, and refuses.
        if (row.about === 'SUSPENDED' && caller?.actor.role === 'STAFF' && got === 'answered') continue;
        expect({ ...caller?.actor, got }).toEqual({ ...caller?.actor, got: expected(row) });
      }
    }
    expect(await everything()).toEqual(before);
  });
});

describe('a root field', () => {
  it('stands in the matrix, so that its walls are tried', () => {
    expect(mutations.filter((field) => !roots.includes(field))).toEqual([]);
  });

  it('that declares no role keeps the server from starting', () => {
    const [first] = getMetadataStorage().mutations;
    if (!first?.roles) throw new Error('The first mutation declares no role.');
    const { roles } = first;
    first.roles = [];
    expect(mustDeclareRoles).toThrow(`Declare with @Authorized who may call ${first.schemaName}.`);
    delete first.roles;
    expect(mustDeclareRoles).toThrow(`Declare with @Authorized who may call ${first.schemaName}.`);
    first.roles = roles;
    expect(mustDeclareRoles).not.toThrow();
  });
});

describe('the lane of known operations', () => {
  const SET =
    'mutation Set($input: SetRewardStatusInput!) { setRewardStatus(input: $input) { reward { id } } }';

  it.each([...WALLS, ['both', executableSchema()] as const])('leads through %s', async (_wall, schema) => {
    const server = await openTestServer({ schema, wallets: api.app });
    const variables = { input: { rewardId: targets.asha.rewardId, status: 'ACTIVE' } };
    const set = async (...who: Parameters<TestServer['token']>) =>
      server.graphql(SET, { token: await server.token(...who), variables });

    for (let round = 1; round <= 3; round += 1) expect((await set('ADMIN')).status).toBe(200);
    for (const role of ['STAFF', 'CUSTOMER'] as const)
      expect((await set(role)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    await server.close();
  });
});
