import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
} from 'graphql';
import { contractSchema, contractText } from '../../api/server/contract.ts';

const schema = contractSchema();
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const BUILT_IN = new Set(['Boolean', 'Float', 'ID', 'Int', 'String']);

interface Element {
  readonly name: string;
  readonly description?: string | null | undefined;
}

/** A type and everything inside it that a reader of the schema meets, by its full name. */
function elementsOf(type: GraphQLNamedType): Element[] {
  const inside = (element: Element): Element => ({ ...element, name: `${type.name}.${element.name}` });
  if (isEnumType(type)) return [type, ...type.getValues().map(inside)];
  if (isInputObjectType(type)) return [type, ...Object.values(type.getFields()).map(inside)];
  if (!isObjectType(type) && !isInterfaceType(type)) return [type];
  const fields = Object.values(type.getFields());
  const args = fields.flatMap((field) =>
    field.args.map(({ name, description }) => inside({ name: `${field.name}(${name})`, description })),
  );
  return [type, ...fields.map(inside), ...args];
}

describe('schema/schema.graphql', () => {
  it('is what the classes say; run `npm run codegen` after a change', () => {
    const committed = readFileSync(join(process.cwd(), 'schema', 'schema.graphql'), 'utf8');

    expect(contractText(buildSchema(committed))).toBe(contractText(schema));
  });
});

describe('the contract', () => {
  it('describes every type, field, argument, input field and enum value', () => {
    const elements = types.filter(({ name }) => !BUILT_IN.has(name)).flatMap(elementsOf);
    const undescribed = elements.filter(({ description }) => !description?.trim());

    expect(elements.length).toBeGreaterThan(200);
    expect(undescribed.map(({ name }) => name)).toEqual([]);
  });

  it('has floating-point numbers for shares and for nothing else', () => {
    const floats = types.flatMap((type) =>
      isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
        ? Object.values(type.getFields())
            .filter((field) => /^\W*Float\W*$/.test(String(field.type)))
            .map((field) => `${type.name}.${field.name}`)
        : [],
    );

    expect(floats.sort()).toEqual([
      'Metric.target',
      'Metric.value',
      'MoneyShare.value',
      'TierShare.share',
      'TierShare.target',
    ]);
  });

  it('gives every entity an id and every page its parts', () => {
    for (const type of types.filter(isObjectType)) {
      const fields = Object.fromEntries(
        Object.values(type.getFields()).map((field) => [field.name, String(field.type)]),
      );
      if (type.getInterfaces().some(({ name }) => name === 'Node')) expect(fields['id']).toBe('ID!');
      if (!type.name.endsWith('Connection')) continue;
      const node = type.name.replace('Connection', '');
      expect(fields).toMatchObject({
        edges: `[${node}Edge!]!`,
        nodes: `[${node}!]!`,
        pageInfo: 'PageInfo!',
        // How many acts fit a filter could only be told by reading them all.
        ...(node !== 'Act' && { totalCount: 'Int!' }),
      });
    }
  });

  it('lets every list that grows be read in pages', () => {
    const fields = types.filter(isObjectType).flatMap((type) => Object.values(type.getFields()));
    const pages = fields.filter(({ type }) => getNamedType(type).name.endsWith('Connection'));

    expect(pages.length).toBeGreaterThan(0);
    for (const { args } of pages) {
      expect(args.map(({ name }) => name)).toEqual(expect.arrayContaining(['first', 'after']));
    }
  });
});

describe('every mutation', () => {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

  it.each(mutations.map((mutation) => [mutation.name, mutation] as const))(
    '%s takes one input, answers with user errors and says who may call it',
    (name, { args, type, description }) => {
      const title = `${name[0]?.toUpperCase()}${name.slice(1)}`;

      expect(args.map((arg) => `${arg.name}: ${String(arg.type)}`)).toEqual([`input: ${title}Input!`]);
      expect(String(type)).toBe(`${title}Payload!`);
      expect(fieldsOf(type)).toMatchObject({ userErrors: '[UserError!]!' });
      expect(description).toMatch(/\bFor .*(customer|staff|admins)/);
    },
  );

  it.each(mutations.filter(changesWallet).map((mutation) => [mutation.name, mutation] as const))(
    '%s changes a wallet, so it takes a key and says whether it was a repeat',
    (_, { args, type }) => {
      const inputs = args.map((arg) => getNamedType(arg.type)).filter(isInputObjectType);

      expect(inputs.map((input) => String(input.getFields()['idempotencyKey']?.type))).toEqual(['String!']);
      expect(fieldsOf(type)).toMatchObject({ wallet: 'Wallet', replayed: 'Boolean!' });
    },
  );
});

function changesWallet({ type }: GraphQLField<unknown, unknown>): boolean {
  return 'wallet' in fieldsOf(type);
}

function fieldsOf(type: GraphQLField<unknown, unknown>['type']): Record<string, string> {
  const named = getNamedType(type);
  if (!isObjectType(named)) throw new Error('Mutations answer with object types.');
  return Object.fromEntries(
    Object.values(named.getFields()).map((field) => [field.name, String(field.type)]),
  );
}
