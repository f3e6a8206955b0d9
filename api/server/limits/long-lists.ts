import { setImmediate } from 'node:timers/promises';
import {
  defaultFieldResolver,
  getNullableType,
  isListType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import type { Weight } from '../../../schema/weight.ts';
import type { GraphqlContext } from '../../resolvers/context.ts';

type Patience = GraphqlContext['patience'];

/** Shorter lists are answered in one go. */
const LONG = 50;
/** So many items are answered before the time is looked at. */
const TOGETHER = 10;
/** For so long may long lists keep everything else waiting. */
const TURN_MS = 10;

/**
 * Lets others have their turn while a long list is answered: graphql completes what is there in one go, however much it is, so
 * the items of a long list come one by one. Of a list for which nobody waits any more, no more come.
 */
export function answerLongListsInTurns(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const { most = Infinity } = (field.extensions['weight'] as Weight | undefined) ?? {};
      if (!isListType(getNullableType(field.type)) || most <= LONG) continue;
      field.resolve = inTurns(field.resolve ?? defaultFieldResolver);
    }
  }
  return schema;
}

function inTurns(
  resolve: GraphQLFieldResolver<unknown, GraphqlContext>,
): GraphQLFieldResolver<unknown, GraphqlContext> {
  return (source, args, context, info) => {
    const answer: unknown = resolve(source, args, context, info);
    const divided = (list: unknown) =>
      Array.isArray(list) && list.length > LONG ? oneByOne(list, context.patience) : list;
    return answer instanceof Promise ? answer.then(divided) : divided(answer);
  };
}

function oneByOne(list: readonly unknown[], patience: Patience): Promise<unknown>[] {
  let turn = Promise.resolve();
  const takeTurn = async () => {
    // The items before these have just been let go, and graphql completes them within two steps.
    await null;
    await null;
    patience.left();
    if (performance.now() - turnBegan >= TURN_MS) await nextTurn();
  };
  return list.map((item, index) => {
    if (index % TOGETHER === 0) turn = turn.then(takeTurn);
    return turn.then(() => item);
  });
}

/** All long lists share one turn: many of them, each with a turn of its own, would be as bad as one without. */
let turnBegan = 0;
let next: Promise<void> | null = null;

function nextTurn(): Promise<void> {
  return (next ??= setImmediate().then(() => {
    next = null;
    turnBegan = performance.now();
  }));
}
