import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { planOf, type Asked, type Given, type Plan, type Selection, type Step } from './plan.ts';

export type Variables = Readonly<Record<string, unknown>> | undefined;

/** Where a step stands. */
interface Place {
  /** How often it is asked. */
  readonly times: number;
  /** How much the lists of the page hold; 0 outside of a page. */
  readonly page: number;
  /** Whether what it is asked of are as many different things. */
  readonly isDistinct: boolean;
}

const ROOT: Place = { times: 1, page: 0, isDistinct: true };
/** A list that says nothing of its length. The contract has none. */
const UNTOLD = 100;

/** Weighs one operation, with the variables that a request brings. */
export class OperationWeigher {
  readonly #plan: Plan;
  readonly #constant: number | null;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#constant = plan.isVarying ? null : ofSelection(plan.selection, ROOT, undefined);
  }

  weigh(variables: Variables): number {
    return this.#constant ?? ofSelection(this.#plan.selection, ROOT, variables);
  }

  /** The path of the field that weighs most, as far as the last one on it that reads or lists something. */
  heaviest(variables: Variables): string {
    const path: string[] = [];
    let told = 1;
    let place = ROOT;
    for (let selection: Selection | null = this.#plan.selection; selection;) {
      const step = heaviestIn(selection, place, variables);
      if (!step) break;
      path.push(step.name);
      if (step.isList || step.asked || step.weight.own) told = path.length;
      place = within(step, place, variables);
      selection = step.inner;
    }
    return path.slice(0, told).join('.');
  }
}

/** Documents are parsed once and kept, so their weighers are as well. */
const known = new WeakMap<OperationDefinitionNode, OperationWeigher>();

export function weigherOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationWeigher {
  let weigher = known.get(operation);
  if (!weigher) {
    weigher = new OperationWeigher(planOf(schema, document, operation));
    known.set(operation, weigher);
  }
  return weigher;
}

// Loops, because every request for a page comes through here.
function ofSelection({ always, byKind }: Selection, place: Place, variables: Variables): number {
  let heaviest = 0;
  for (const steps of byKind) heaviest = Math.max(heaviest, ofSteps(steps, place, variables));
  return ofSteps(always, place, variables) + heaviest;
}

function ofSteps(steps: readonly Step[], place: Place, variables: Variables): number {
  let sum = 0;
  for (const step of steps) sum += ofStep(step, place, variables);
  return sum;
}

function ofStep(step: Step, place: Place, variables: Variables): number {
  const { weight, isList, inner, conditions } = step;
  for (const { value, wanted } of conditions) if (valueOf(value, variables) === !wanted) return 0;
  const itself = place.times * (1 + (weight.own ?? 0));
  if (!inner && !isList) return itself;
  const inside = within(step, place, variables);
  const listed = isList ? itself + inside.times : itself;
  return inner ? listed + ofSelection(inner, inside, variables) : listed;
}

/** Where that stands which is asked of what a step answers. */
function within({ weight, isList, asked }: Step, place: Place, variables: Variables): Place {
  const size = asked && sizeOf(asked, variables);
  const isDistinct = place.isDistinct && !weight.repeats;
  if (!isList) return { times: place.times, page: size ?? place.page, isDistinct };
  const length = size ?? weight.most ?? (place.page || UNTOLD);
  const times = place.times * length;
  const isShared = weight.each !== undefined && place.isDistinct;
  return {
    times: isShared ? Math.min(times, length + place.times * (weight.each ?? 0)) : times,
    page: 0,
    isDistinct,
  };
}

function sizeOf({ values, usual, most }: Asked, variables: Variables): number {
  let size = 0;
  for (const given of values) {
    const value = valueOf(given, variables);
    if (typeof value === 'number') size = Math.max(size, value, 1);
  }
  return Math.min(most, size || usual);
}

function valueOf(given: Given, variables: Variables): unknown {
  if ('literal' in given) return given.literal;
  const value = variables?.[given.variable];
  return value === undefined ? given.fallback : value;
}

function heaviestIn({ always, byKind }: Selection, place: Place, variables: Variables): Step | undefined {
  const weigh = (step: Step) => ofStep(step, place, variables);
  return [...always, ...byKind.flat()].sort((one, other) => weigh(other) - weigh(one))[0];
}
