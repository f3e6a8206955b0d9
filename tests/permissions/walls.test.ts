import { ApolloServer } from '@apollo/server';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { permissions } from '../../api/permissions/permissions.ts';
import { guard, rule, deny } from '../../api/permissions/shield.ts';
import type { GraphqlContext } from '../../api/resolvers/context.ts';
import { contextFactory } from '../../api/server/context.ts';
import { contractSchema } from '../../api/server/contract.ts';
import { openTestApi } from '../support/api.ts';
import { callerOf, freshKey } from '../support/app.ts';

const api = openTestApi();

async function execute(schema: GraphQLSchema, query: string, caller = callerOf('CUSTOMER', 'asha')) {
  const server = new ApolloServer<GraphqlContext>({ schema });
  const contextValue = contextFactory(api.app)(caller, caller.requestId);
  const { body } = await server.executeOperation({ query }, { contextValue });
  await server.stop();
  if (body.kind !== 'single') throw new Error('The API answers in one piece.');
  const { data, errors } = body.singleResult;
  return { data, codes: (errors ?? []).map(({ extensions }) => extensions?.['code']) };
}

describe('the permissions', () => {
  it('decide every field of a request anew', async () => {
    await api.openWallet('asha');
    await api.openWallet('bala');
    const wallet = (alias: string, id: string) => `${alias}: wallet(customerId: "${id}") { status }`;

    const { data } = await api
      .customer('asha')
      .ask(`{ ${wallet('mine', 'asha')} ${wallet('theirs', 'bala')} ${wallet('again', 'asha')} }`);

    expect(data).toEqual({ mine: { status: 'ACTIVE' }, theirs: null, again: { status: 'ACTIVE' } });
  });

  it('remember no answer of a rule', () => {
    const rules = Object.values(permissions).flatMap((fields) => Object.values(fields).flatMap(leaves));

    expect(rules.length).toBeGreaterThan(5);
    expect(new Set(rules.map(({ cache }) => cache))).toEqual(new Set(['no_cache']));
  });

  it('combine rules only in the ways that fail closed on every Node', () => {
    const kinds = Object.values(permissions).flatMap((fields) => Object.values(fields).flatMap(kindsIn));

    for (const kind of kinds) expect(['Rule', 'RuleTrue', 'RuleFalse', 'RuleOr', 'RuleAnd']).toContain(kind);
  });

  const small = buildSchema('type Query { known: Int forgotten: Int } type Mutation { act: Int }');
  const guarded = (known: ReturnType<typeof rule>) =>
    guard(small, { Query: { '*': deny, known }, Mutation: { '*': deny } }, new Set());

  it('refuse a field that nobody wrote a rule for', async () => {
    const schema = guarded(rule('letsKnown', () => true));

    expect((await execute(schema, '{ known }')).codes).toEqual([]);
    expect((await execute(schema, '{ forgotten }')).codes).toEqual(['FORBIDDEN']);
    expect((await execute(schema, 'mutation { act }')).codes).toEqual(['FORBIDDEN']);
  });

  it('refuse when a rule breaks', async () => {
    const schema = guarded(
      rule('breaks', () => {
        throw new Error('broken');
      }),
    );

    expect((await execute(schema, '{ known }')).codes).toEqual(['FORBIDDEN']);
  });
});

/** Neither the rules of the shield nor the roles that the root fields declare. */
const withoutPermissions = () => contractSchema(() => true);

describe('ownership, with the permissions taken away', () => {
  it('still keeps a customer from what belongs to another', async () => {
    await api.openWallet('chitra');
    const credit = await api.grant('chitra', '100');

    const { data, codes } = await execute(
      withoutPermissions(),
      `{
        wallet(customerId: "chitra") { status }
        transaction(id: "${credit.transaction.id}") { id }
        customer(id: "chitra") { name }
        walletStatusHistory(customerId: "chitra") { reason }
      }`,
    );

    expect(codes).toEqual([]);
    expect(data).toEqual({ wallet: null, transaction: null, customer: null, walletStatusHistory: null });
  });

  it.each([
    ['createWallet', 'createWallet(input: { customerId: "chitra", idempotencyKey: "KEY" }) { replayed }'],
    [
      'deductCredits',
      'deductCredits(input: { customerId: "chitra", amount: { amount: "1" }, orderId: "o", idempotencyKey: "KEY" }) { replayed }',
    ],
    [
      'placeHold',
      'placeHold(input: { customerId: "chitra", amount: { amount: "1" }, orderId: "o", idempotencyKey: "KEY" }) { replayed }',
    ],
    [
      'claimReward',
      'claimReward(input: { customerId: "chitra", rewardId: "r", idempotencyKey: "KEY" }) { replayed }',
    ],
    [
      'applyReferral',
      'applyReferral(input: { customerId: "chitra", code: "AAAA2222", idempotencyKey: "KEY" }) { replayed }',
    ],
  ])('still keeps a customer from acting for another: %s', async (_, call) => {
    const { codes } = await execute(
      withoutPermissions(),
      `mutation { ${call.replace('KEY', freshKey('wall'))} }`,
    );

    expect(codes).toEqual(['FORBIDDEN']);
  });
});

interface Node {
  readonly cache?: string;
  readonly rules?: readonly Node[];
}

/** The rules in which a combination of rules ends; those that always refuse have nothing to remember. */
function leaves(node: object): Node[] {
  const { rules, cache } = node as Node;
  if (rules) return rules.flatMap(leaves);
  return cache === undefined ? [] : [node as Node];
}

function kindsIn(node: object): string[] {
  return [node.constructor.name, ...((node as Node).rules ?? []).flatMap(kindsIn)];
}
