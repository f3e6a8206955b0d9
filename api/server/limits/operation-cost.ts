import {
  getArgumentValues,
  Kind,
  type FragmentDefinitionNode,
  type FieldNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isWalletChange } from './wallet-changes.ts';

/** What an operation counts for under the rate limits. */
export interface OperationCost {
  readonly rootFields: number;
  /** The one field that changes a wallet, if there is one. */
  readonly walletChange: FieldNode | null;
}

/** Documents are parsed once and kept, so what they cost is found out once as well. */
const known = new WeakMap<OperationDefinitionNode, OperationCost>();

export function operationCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationCost {
  const present = known.get(operation);
  if (present) return present;
  const fields = rootFieldsOf(operation.selectionSet, fragmentsOf(document));
  const walletChange = fields.find(({ name }) => isWalletChange(schema, name.value)) ?? null;
  const cost = { rootFields: fields.length, walletChange };
  known.set(operation, cost);
  return cost;
}

/** The customer whose wallet a field names; null when it is the caller's own or cannot be told from the input. */
export function customerNamedBy(
  schema: GraphQLSchema,
  field: FieldNode,
  variables: Record<string, unknown> | undefined,
): string | null {
  const definition = schema.getMutationType()?.getFields()[field.name.value];
  if (!definition) return null;
  try {
    const { input } = getArgumentValues(definition, field, variables ?? {});
    const customerId =
      typeof input === 'object' && input !== null && 'customerId' in input ? input.customerId : null;
    return typeof customerId === 'string' ? customerId : null;
  } catch {
    // Arguments that make no sense are refused by the execution, which says why.
    return null;
  }
}

/** The validation has seen to it that there are few of them and that no fragment contains itself. */
function rootFieldsOf(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFieldsOf(selection.selectionSet, fragments);
    const fragment = fragments.get(selection.name.value);
    return fragment ? rootFieldsOf(fragment.selectionSet, fragments) : [];
  });
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}
