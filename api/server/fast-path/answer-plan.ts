import {
  defaultFieldResolver,
  getArgumentValues,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type GraphQLUnionType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import {
  enumOf,
  leafOf,
  listOf,
  never,
  notWritten,
  objectOf,
  orNull,
  whenThere,
  type Field,
  type Text,
  type Write,
} from './json-text.ts';
import { SelectedFields, type Nodes, type Switches } from './selected-fields.ts';

/** A request on its way. */
interface Run {
  readonly context: object;
  /** As the operation declares them. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Where a field stands. */
interface Place {
  readonly type: GraphQLObjectType;
  /** Under which name it is answered. */
  readonly key: string;
  /** Wherever it is selected; the arguments are the same. */
  readonly nodes: Nodes;
}

/**
 * How the answer to a query is written: worked out once for an operation, field by field as graphql would execute it, with the
 * same resolvers in the same order (decision 78). It knows only what goes well. Of anything else it throws, and graphql is to answer.
 */
export class AnswerPlan {
  readonly #schema: GraphQLSchema;
  readonly #operation: OperationDefinitionNode;
  readonly #fields: SelectedFields;
  readonly #fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly #write: Write<Run>;

  /** Documents have been found valid before. `switches` are the variables that `@skip` and `@include` look at. */
  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    switches: Switches,
  ) {
    this.#schema = schema;
    this.#operation = operation;
    this.#fields = new SelectedFields(schema, document, switches);
    const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = Object.fromEntries(
      (fragments as readonly FragmentDefinitionNode[]).map((fragment) => [fragment.name.value, fragment]),
    );
    const type = schema.getQueryType();
    this.#write = type ? this.#objectOf(type, [operation.selectionSet]) : notWritten;
  }

  /** The `data` of the answer. */
  write(run: Run): Text {
    return this.#write(undefined, run);
  }

  #objectOf(type: GraphQLObjectType, selected: readonly SelectionSetNode[]): Write<Run> {
    const found = this.#fields.of(
      type,
      selected.flatMap(({ selections }) => selections),
    );
    return objectOf([...found].map(([key, nodes]) => this.#fieldOf({ type, key, nodes })));
  }

  #fieldOf(place: Place): Field<Run> {
    const { type, key, nodes } = place;
    const name = nodes[0].name.value;
    const text = JSON.stringify(key);
    if (name === '__typename') return { name: text, write: () => JSON.stringify(type.name) };
    const field = type.getFields()[name];
    // What a schema says of itself: asked too seldom to have words for it.
    if (!field) return { name: text, write: notWritten };
    const write = this.#valueOf(field.type, nodes);
    const isPlain = field.resolve === undefined || field.resolve === defaultFieldResolver;
    return { name: text, write: isPlain ? propertyOf(name, write) : this.#resolved(field, place, write) };
  }

  #resolved(field: GraphQLField<unknown, unknown>, place: Place, write: Write<Run>): Field<Run>['write'] {
    const { args, resolve } = field;
    const [node] = place.nodes;
    return (source, run) => {
      const given = args.length === 0 ? {} : getArgumentValues(field, node, run.variables);
      return whenThere(resolve?.(source, given, run.context, this.#info(field, place, run)), write, run);
    };
  }

  #info(
    { name, type: returnType }: GraphQLField<unknown, unknown>,
    { type, key, nodes }: Place,
    run: Run,
  ): GraphQLResolveInfo {
    return {
      fieldName: name,
      fieldNodes: nodes,
      returnType,
      parentType: type,
      // Not the way from the root: errors are told by graphql, and nobody else asks.
      path: { prev: undefined, key, typename: type.name },
      schema: this.#schema,
      fragments: this.#fragments,
      rootValue: undefined,
      operation: this.#operation,
      variableValues: run.variables,
    };
  }

  #valueOf(type: GraphQLOutputType, nodes: Nodes): Write<Run> {
    return isNonNullType(type)
      ? never(this.#presentOf(type.ofType, nodes))
      : orNull(this.#presentOf(type, nodes));
  }

  #presentOf(type: GraphQLOutputType, nodes: Nodes): Write<Run> {
    if (isListType(type)) return listOf(this.#valueOf(type.ofType, nodes));
    if (isEnumType(type)) return enumOf(type);
    if (isLeafType(type)) return leafOf(type);
    const selected = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return isObjectType(type) ? this.#kindOf(type, selected) : this.#oneOf(type, selected);
  }

  #kindOf(type: GraphQLObjectType, selected: readonly SelectionSetNode[]): Write<Run> {
    return type.isTypeOf ? notWritten : this.#objectOf(type, selected);
  }

  /** Of which kind a thing is, is known when it is there. */
  #oneOf(type: GraphQLInterfaceType | GraphQLUnionType, selected: readonly SelectionSetNode[]): Write<Run> {
    const kinds = this.#schema.getPossibleTypes(type);
    const byName = new Map(kinds.map((kind) => [kind.name, this.#kindOf(kind, selected)]));
    // None of ours asks for more than the thing itself.
    const nothing = {} as GraphQLResolveInfo;
    return (value, run) => {
      const name: unknown = type.resolveType?.(value, run.context, nothing, type);
      const write = typeof name === 'string' ? byName.get(name) : undefined;
      return write ? write(value, run) : notWritten();
    };
  }
}

/** A field without a resolver: graphql takes it from the thing by itself. */
function propertyOf(name: string, write: Write<Run>): Field<Run>['write'] {
  return (source, run) => {
    const value = (source as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'function' ? notWritten() : whenThere(value, write, run);
  };
}
