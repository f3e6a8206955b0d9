import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';
import { table } from '../../server/configuration/settings-document.ts';

/** Every type of the contract by kind and name, but for the roots and what belongs to one mutation alone. */
export function typeReference(schema: GraphQLSchema): string {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const shownElsewhere = new Set<string | undefined>([
    ...[schema.getQueryType(), schema.getMutationType()].map((root) => root?.name),
    ...mutations.flatMap(({ type, args }) => [type, ...args.map((arg) => arg.type)].map(nameOf)),
  ]);
  const types = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__') && !shownElsewhere.has(name))
    .filter((type) => !isScalarType(type) || !isSpecifiedScalarType(type))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const section = (title: string, members: readonly GraphQLNamedType[]) =>
    [`### ${title}\n`, ...members.map(describe)].join('\n');
  return [
    section('Objects', types.filter(isObjectType)),
    section('Interfaces', types.filter(isInterfaceType)),
    section('Inputs', types.filter(isInputObjectType)),
    section('Enums', types.filter(isEnumType)),
    section('Scalars', types.filter(isScalarType)),
  ].join('\n');
}

/** The anchor of a type in this page: root fields and types share names but for the case. */
export function anchorOf(type: GraphQLNamedType): string {
  return `#${headingOf(type).toLowerCase().replaceAll(' ', '-')}`;
}

function headingOf(type: GraphQLNamedType): string {
  if (isEnumType(type)) return `enum ${type.name}`;
  if (isInputObjectType(type)) return `input ${type.name}`;
  if (isInterfaceType(type)) return `interface ${type.name}`;
  return isScalarType(type) ? `scalar ${type.name}` : `type ${type.name}`;
}

function describe(type: GraphQLNamedType): string {
  return [`#### ${headingOf(type)}\n`, `${type.description}\n`, membersOf(type)]
    .filter((part) => part !== '')
    .join('\n');
}

function nameOf(type: GraphQLType): string {
  return getNamedType(type).name;
}

/** The table of what is inside a type; empty for a scalar. */
export function membersOf(type: GraphQLNamedType): string {
  if (isEnumType(type)) {
    return rows(
      ['value', 'meaning'],
      type.getValues().map(({ name, description }) => [`\`${name}\``, description]),
    );
  }
  if (isInputObjectType(type)) {
    return rows(['field', 'type', 'what it is'], Object.values(type.getFields()).map(inputRow));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const kinds = type.getInterfaces().map(({ name }) => `\`${name}\``);
  const fields = rows(['field', 'type', 'what it is'], Object.values(type.getFields()).flatMap(fieldRows));
  return kinds.length > 0 ? `Is a ${kinds.join(' and a ')}.\n\n${fields}` : fields;
}

function fieldRows({ name, type, args, description }: GraphQLField<unknown, unknown>): Cells[] {
  return [
    [`\`${name}\``, `\`${String(type)}\``, description],
    ...args.map((arg): Cells => {
      const [argument, kind, what] = inputRow(arg);
      return [`\`${name}\` (${argument})`, kind ?? '', what];
    }),
  ];
}

export function inputRow({
  name,
  type,
  defaultValue,
  description,
}: Pick<GraphQLArgument, 'name' | 'type' | 'defaultValue' | 'description'>): Cells {
  const fallback = defaultValue === undefined ? '' : ` = ${JSON.stringify(defaultValue)}`;
  return [`\`${name}\``, `\`${String(type)}${fallback.replaceAll('"', '')}\``, description];
}

export type Cells = readonly (string | null | undefined)[];

/** A table whose cells may hold any text. */
export function rows(head: readonly string[], cells: readonly Cells[]): string {
  const text = cells.map((row) => row.map((cell) => (cell ?? '').replaceAll('|', '\\|')));
  return table([[...head], ...text]);
}
