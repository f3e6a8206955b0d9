import { GraphQLError } from 'graphql';

export interface VariableLimits {
  readonly variables: number;
  readonly variableDepth: number;
}

/** Refuses more variables, or deeper ones, than any operation of ours needs: reading them would cost before they are checked. */
export function checkVariables(
  variables: Readonly<Record<string, unknown>> | undefined,
  limits: VariableLimits,
): void {
  if (!variables) return;
  if (Object.keys(variables).length > limits.variables)
    throw refusal('The operation has too many variables.');
  if (isDeeper(variables, limits.variableDepth)) throw refusal('The variables are nested too deeply.');
}

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === 0) return true;
  return Object.values(value).some((inner) => isDeeper(inner, depth - 1));
}

function refusal(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
}
