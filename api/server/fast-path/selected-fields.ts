import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';

/** What decides about `@skip` and `@include`. */
export type Switches = Readonly<Record<string, unknown>>;

/** A field wherever it is selected. */
export type Nodes = readonly [FieldNode, ...FieldNode[]];

/** Which fields are asked of a thing of one type, by the names under which they are answered, in the order of the answer. */
export class SelectedFields {
  readonly #schema: GraphQLSchema;
  readonly #switches: Switches;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();

  /** Documents have been found valid before. */
  constructor(schema: GraphQLSchema, { definitions }: DocumentNode, switches: Switches) {
    this.#schema = schema;
    this.#switches = switches;
    for (const definition of definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION)
        this.#fragments.set(definition.name.value, definition);
    }
  }

  of(type: GraphQLObjectType, selections: readonly SelectionNode[]): ReadonlyMap<string, Nodes> {
    const found = new Map<string, Nodes>();
    this.#collect(type, selections, found);
    return found;
  }

  #collect(type: GraphQLObjectType, selections: readonly SelectionNode[], found: Map<string, Nodes>): void {
    for (const selection of selections) {
      if (!this.#isOn(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const before = found.get(name);
        found.set(name, before ? [...before, selection] : [selection]);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
      if (fragment && this.#fits(type, fragment.typeCondition?.name.value)) {
        this.#collect(type, fragment.selectionSet.selections, found);
      }
    }
  }

  #isOn(selection: SelectionNode): boolean {
    const valueOf = (directive: typeof GraphQLSkipDirective) =>
      getDirectiveValues(directive, selection, this.#switches)?.['if'];
    return valueOf(GraphQLSkipDirective) !== true && valueOf(GraphQLIncludeDirective) !== false;
  }

  #fits(type: GraphQLObjectType, condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true;
    const named = this.#schema.getType(condition);
    return isAbstractType(named) && this.#schema.isSubType(named, type);
  }
}
