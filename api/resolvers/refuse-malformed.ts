import { validateSync, type ValidationError } from 'class-validator';
import type { ResolverData } from 'type-graphql';
import { badUserInput } from '../../schema/scalars/bad-user-input.ts';

// What was sent is not repeated in the answer, and amounts, being bigint, could not be written out there anyway.
const OPTIONS = {
  skipMissingProperties: true,
  forbidUnknownValues: false,
  stopAtFirstError: true,
  validationError: { target: false, value: false },
};

/** Refuses arguments that break a bound of the contract, naming the first field in question. */
export function refuseMalformed(argument: unknown, _type: unknown, { args }: ResolverData): void {
  if (typeof argument !== 'object' || argument === null) return;
  const [error] = validateSync(argument, OPTIONS);
  if (!error) return;
  const { path, problem } = innermost(error);
  const field = ['input' in args ? 'input' : '', ...path].filter(Boolean).join('.');
  throw badUserInput(`${field} ${problem}.`, field);
}

function innermost(error: ValidationError): { path: string[]; problem: string } {
  const [child] = error.children ?? [];
  if (!child)
    return { path: [error.property], problem: Object.values(error.constraints ?? {})[0] ?? 'is invalid' };
  const { path, problem } = innermost(child);
  return { path: [error.property, ...path], problem };
}
