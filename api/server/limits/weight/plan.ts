import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValueNode,
} from 'graphql';
import { PAGE_SIZES, type Weight } from '../../../../schema/weight.ts';

/** What an operation selects, as far as it weighs something: made once, weighed with the variables of each request. */
export interface Plan {
  readonly selection: Selection;
  /** Whether variables decide about what it weighs. */
  readonly isVarying: boolean;
}

export interface Selection {
  readonly always: readonly Step[];
  /** What is asked of one kind of thing only. A thing is of one kind, so only the heaviest of them counts. */
  readonly byKind: readonly (readonly Step[])[];
}

/** A field that is selected. */
export interface Step {
  readonly name: string;
  readonly weight: Weight;
  readonly isList: boolean;
  /** How many are asked for, where an argument says so. */
  readonly asked: Asked | null;
  readonly conditions: readonly Condition[];
  readonly inner: Selection | null;
}

/** A number in an argument: the largest of what is said, within its bounds. */
export interface Asked {
  readonly values: readonly Given[];
  readonly usual: number;
  readonly most: number;
}

export type Given = { readonly literal: unknown } | { readonly variable: string; readonly fallback: unknown };

/** `@skip` or `@include`: the field is selected when the value is this one. */
export interface Condition {
  readonly value: Given;
  readonly wanted: boolean;
}

/** The schema describes itself without the database, but at length. */
const OF_THE_SCHEMA = new Map<string, Weight>([
  ['__schema', { own: 30_000 }],
  ['__type', { own: 1_000 }],
]);
const PLAIN: Weight = {};

/** Documents have been found valid before, and to have few fields however their fragments are spread. */
export function planOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Plan {
  return new Planner(schema, document, operation).plan();
}

/** A field as it stands in the document, with the kind of thing that it is asked of where that matters. */
interface Found {
  readonly field: FieldNode;
  readonly type: GraphQLCompositeType;
  readonly kind: string | null;
  readonly conditions: readonly Condition[];
}

interface Place extends Omit<Found, 'field'> {
  readonly selections: readonly SelectionNode[];
}

class Planner {
  readonly #schema: GraphQLSchema;
  readonly #operation: OperationDefinitionNode;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  #isVarying = false;

  constructor(schema: GraphQLSchema, { definitions }: DocumentNode, operation: OperationDefinitionNode) {
    this.#schema = schema;
    this.#operation = operation;
    const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  plan(): Plan {
    const root = this.#schema.getRootType(this.#operation.operation);
    if (!root) throw new Error(`The schema has no ${this.#operation.operation}.`);
    const selection = this.#selectionOf(root, this.#operation.selectionSet.selections);
    return { selection, isVarying: this.#isVarying };
  }

  /** The same field under the same name is answered once, however many fragments select it. */
  #selectionOf(type: GraphQLCompositeType, selections: readonly SelectionNode[]): Selection {
    const merged = new Map<string, Found[]>();
    this.#fieldsIn({ selections, type, kind: null, conditions: [] }).forEach((one, index) => {
      const { field, kind, conditions } = one;
      const condition = conditions.length > 0 ? index : '';
      const key = `${kind ?? ''} ${(field.alias ?? field.name).value} ${condition}`;
      merged.set(key, [...(merged.get(key) ?? []), one]);
    });
    const always: Step[] = [];
    const byKind = new Map<string, Step[]>();
    for (const [first, ...more] of merged.values()) {
      if (!first) continue;
      const step = this.#stepOf(first, more);
      if (first.kind === null) always.push(step);
      else byKind.set(first.kind, [...(byKind.get(first.kind) ?? []), step]);
    }
    return { always, byKind: [...byKind.values()] };
  }

  #fieldsIn({ selections, type, kind, conditions }: Place): Found[] {
    return selections.flatMap((selection): Found[] => {
      const here = [...conditions, ...this.#conditionsOf(selection)];
      if (selection.kind === Kind.FIELD) return [{ field: selection, type, kind, conditions: here }];
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
      if (!fragment) return [];
      const place = { selections: fragment.selectionSet.selections, conditions: here };
      return this.#fieldsIn({ ...place, ...this.#narrowed(type, kind, fragment.typeCondition?.name.value) });
    });
  }

  /** Of what a fragment is asked: of one kind, or of all that the place may hold. */
  #narrowed(type: GraphQLCompositeType, kind: string | null, condition: string | undefined) {
    const named = condition === undefined ? type : this.#schema.getType(condition);
    if (isObjectType(type) || !isCompositeType(named)) return { type, kind };
    return { type: named, kind: isObjectType(named) ? named.name : kind };
  }

  #stepOf(first: Found, more: readonly Found[]): Step {
    const { field, type, conditions } = first;
    const name = field.name.value;
    const definition = 'getFields' in type ? type.getFields()[name] : undefined;
    const weight =
      (definition?.extensions['weight'] as Weight | undefined) ?? OF_THE_SCHEMA.get(name) ?? PLAIN;
    const parts = [first, ...more].flatMap(({ field: { selectionSet } }) => selectionSet?.selections ?? []);
    const answer = definition && getNamedType(definition.type);
    return {
      name,
      weight,
      isList: definition !== undefined && isListType(getNullableType(definition.type)),
      asked: definition ? this.#askedOf(definition, field, weight) : null,
      conditions,
      inner: isCompositeType(answer) ? this.#selectionOf(answer, parts) : null,
    };
  }

  #askedOf(definition: GraphQLField<unknown, unknown>, field: FieldNode, weight: Weight): Asked | null {
    const names = weight.by === undefined ? ['first', 'last'] : [weight.by];
    const sizes = definition.args.filter(({ name }) => names.includes(name));
    const [first] = sizes;
    if (!first) return null;
    const values = sizes.flatMap(({ name }) => this.#argument(field, name));
    const usual = typeof first.defaultValue === 'number' ? first.defaultValue : PAGE_SIZES.usual;
    return { values, usual, most: weight.most ?? PAGE_SIZES.largest };
  }

  #argument({ arguments: given = [] }: FieldNode, name: string): Given[] {
    const argument = given.find((one: ArgumentNode) => one.name.value === name);
    return argument ? [this.#given(argument.value)] : [];
  }

  #conditionsOf({ directives = [] }: SelectionNode): Condition[] {
    return directives.flatMap(({ name, arguments: [condition] = [] }) => {
      if ((name.value !== 'skip' && name.value !== 'include') || !condition) return [];
      return [{ value: this.#given(condition.value), wanted: name.value === 'include' }];
    });
  }

  #given(value: ValueNode): Given {
    if (value.kind === Kind.INT) return { literal: Number(value.value) };
    if (value.kind === Kind.BOOLEAN) return { literal: value.value };
    if (value.kind !== Kind.VARIABLE) return { literal: null };
    this.#isVarying = true;
    const variable = value.name.value;
    const declared = this.#operation.variableDefinitions?.find((one) => one.variable.name.value === variable);
    const fallback = declared?.defaultValue ? this.#given(declared.defaultValue) : null;
    return { variable, fallback: fallback && 'literal' in fallback ? fallback.literal : null };
  }
}
