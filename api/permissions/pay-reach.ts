import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';
import { localId } from '../resolvers/global-id.ts';
import type { Caller } from '../services/caller.ts';

/** The arguments of a root field as they were sent. */
export type Arguments = Readonly<Record<string, unknown>>;

const ofInput = ({ input }: Arguments): unknown =>
  (input as { checkoutId?: unknown } | undefined)?.checkoutId;

/** What whoever came by the link of a checkout may call, with the checkout that each names. */
const CALLS: ReadonlyMap<string, (args: Arguments) => unknown> = new Map([
  ['checkout', ({ id }: Arguments) => id],
  ['payCheckout', ofInput],
  ['addGiftCardToCheckout', ofInput],
]);

/** All that is shown of it: nothing leads from here to the wallet, to a history or to another order. */
const SHOWN: ReadonlySet<string> = new Set([
  ...['Checkout', 'GiftCardPart', 'Money', 'Payment', 'UserError'],
  ...['CheckoutRefund', 'RefundSplit', 'PayCheckoutPayload', 'AddGiftCardToCheckoutPayload'],
]);

/** What was given back belongs to the order; what could be is for those who decide it. */
const HIDDEN: ReadonlySet<string> = new Set(['refundSplit', 'refundable']);

/** Whether a root field is one that its caller may ask for: of who came by the link of a checkout, that checkout alone. */
export function isWithinReach({ paysFor }: Caller, args: Arguments, info: GraphQLResolveInfo): boolean {
  if (paysFor === undefined) return true;
  const named = CALLS.get(info.fieldName)?.(args);
  if (typeof named !== 'string' || localId('Checkout', named) !== paysFor) return false;
  const type = getNamedType(info.returnType);
  return info.fieldNodes.every(({ selectionSet }) => showsNoMore(type, selectionSet, info));
}

function showsNoMore(
  type: GraphQLNamedType,
  set: SelectionSetNode | undefined,
  info: GraphQLResolveInfo,
): boolean {
  if (!isCompositeType(type)) return true;
  if (!SHOWN.has(type.name) || !set) return false;
  return set.selections.every((selection) => {
    if (selection.kind === Kind.FIELD) {
      const name = selection.name.value;
      if (name === '__typename') return true;
      if (HIDDEN.has(name)) return false;
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
      return field !== undefined && showsNoMore(getNamedType(field.type), selection.selectionSet, info);
    }
    const part = selection.kind === Kind.FRAGMENT_SPREAD ? info.fragments[selection.name.value] : selection;
    const condition = part?.typeCondition?.name.value;
    const within = condition === undefined ? type : info.schema.getType(condition);
    return part !== undefined && within !== undefined && showsNoMore(within, part.selectionSet, info);
  });
}
