import {
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { isWalletChange } from './wallet-changes.ts';

export interface SelectionLimits {
  readonly fields: number;
  readonly rootFields: number;
}

interface Tally {
  fields: number;
  rootFields: number;
  walletChanges: number;
}

/**
 * How many fields an operation may have in all and at its root, and at most one that changes a wallet: each change is an
 * answer of its own, to be retried under its own key.
 */
export function selectionLimits(limits: SelectionLimits): ValidationRule {
  return (context) => {
    const count = counter(context);
    return {
      OperationDefinition(operation) {
        const refuse = (message: string) =>
          context.reportError(new GraphQLError(message, { nodes: operation }));
        // The specification leaves this to the execution, which would call it an error of ours.
        if (!context.getSchema().getRootType(operation.operation)) {
          refuse(`There is nothing to ask for by ${operation.operation}.`);
          return;
        }
        const tally = count(operation.selectionSet);
        if (tally.fields > limits.fields) refuse('The operation has too many fields.');
        if (tally.rootFields > limits.rootFields)
          refuse('The operation asks for too many things at its root.');
        if (tally.walletChanges > 1)
          refuse('An operation may change a wallet only once: send one after the other.');
      },
    };
  };
}

/** Counts through fragments as often as they are used, yet walks each only once: a few bytes can spread to astronomical numbers. */
function counter(context: ValidationContext): (selections: SelectionSetNode) => Tally {
  const fragments = new Map<string, Tally>();

  function countFragment(name: string): Tally {
    const known = fragments.get(name);
    if (known) return known;
    // Stands while the fragment is being counted: one that contains itself is refused by another rule and must end here.
    const none: Tally = { fields: 0, rootFields: 0, walletChanges: 0 };
    fragments.set(name, none);
    const fragment = context.getFragment(name);
    const tally = fragment ? count(fragment.selectionSet) : none;
    fragments.set(name, tally);
    return tally;
  }

  function count({ selections }: SelectionSetNode): Tally {
    const total: Tally = { fields: 0, rootFields: 0, walletChanges: 0 };
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        // The schema describes itself to a depth and width that graphql limits on its own.
        const inner =
          selection.selectionSet && name !== '__schema' ? count(selection.selectionSet).fields : 0;
        total.fields += 1 + inner;
        total.rootFields += 1;
        if (isWalletChange(context.getSchema(), name)) total.walletChanges += 1;
      } else {
        const inner =
          selection.kind === Kind.INLINE_FRAGMENT
            ? count(selection.selectionSet)
            : countFragment(selection.name.value);
        total.fields += inner.fields;
        total.rootFields += inner.rootFields;
        total.walletChanges += inner.walletChanges;
      }
    }
    return total;
  }

  return count;
}
