import {
  getVariableValues,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { AnswerPlan } from './answer-plan.ts';
import { NotWritten } from './json-text.ts';
import type { KnownOperation } from './known-operations.ts';

type Variables = Readonly<Record<string, unknown>>;

/** More switches than this make more plans than are worth it; our operations have one. */
const MOST_SWITCHES = 3;

/** The plans of an operation, by what its switches say. */
interface Plans {
  readonly switches: readonly string[];
  readonly bySetting: Map<string, AnswerPlan>;
}

/** Writes the answers to known queries by plans, each made when it is first needed and kept as long as its operation is. */
export class AnswerPlans {
  readonly #schema: GraphQLSchema;
  readonly #known = new WeakMap<OperationDefinitionNode, Plans | null>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** Whether the answer to an operation can be tried to be written: changes are graphql's, because nothing may be executed twice. */
  has(known: KnownOperation): boolean {
    return this.#plansOf(known) !== null;
  }

  /** The `data` of the answer as JSON. Throws when something is not as it should be; then graphql tells what. */
  async write(known: KnownOperation, inputs: Variables | undefined, context: object): Promise<string> {
    const plans = this.#plansOf(known);
    const { variableDefinitions = [] } = known.operation;
    const { coerced: variables } = getVariableValues(this.#schema, variableDefinitions, inputs ?? {});
    if (!plans || !variables) throw new NotWritten();
    return this.#planOf(known, plans, variables).write({ context, variables });
  }

  #plansOf({ document, operation }: KnownOperation): Plans | null {
    const found = this.#known.get(operation);
    if (found !== undefined) return found;
    const switches = operation.operation === OperationTypeNode.QUERY ? switchesIn(document) : null;
    const plans =
      switches && switches.length <= MOST_SWITCHES
        ? { switches, bySetting: new Map<string, AnswerPlan>() }
        : null;
    this.#known.set(operation, plans);
    return plans;
  }

  #planOf({ document, operation }: KnownOperation, plans: Plans, variables: Variables): AnswerPlan {
    const setting = plans.switches.map((name) => String(variables[name])).join();
    const made = plans.bySetting.get(setting);
    if (made) return made;
    const plan = new AnswerPlan(this.#schema, document, operation, variables);
    plans.bySetting.set(setting, plan);
    return plan;
  }
}

/** The variables that decide what is selected. */
function switchesIn(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: given = [] }) => {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
