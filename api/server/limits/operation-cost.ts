import {
  Kind,
  type FragmentDefinitionNode,
  type FieldNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What an operation counts for under the rate limits. */
export interface OperationCost {
  readonly rootFields: number;
}

/** Documents are parsed once and kept, so what they cost is found out once as well. */
const known = new WeakMap<OperationDefinitionNode, OperationCost>();

export function operationCost(document: DocumentNode, operation: OperationDefinitionNode): OperationCost {
  const present = known.get(operation);
  if (present) return present;
  const fields = rootFieldsOf(operation.selectionSet, fragmentsOf(document));
  const cost = { rootFields: fields.length };
  known.set(operation, cost);
  return cost;
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
