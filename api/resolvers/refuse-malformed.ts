import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import type { ResolverData } from 'type-graphql';
import { badUserInput } from '../../schema/scalars/bad-user-input.ts';
import { readTexts } from './read-texts.ts';

// What was sent is not repeated in the answer, and amounts, being bigint, could not be written out there anyway.
const OPTIONS = {
  skipMissingProperties: true,
  forbidUnknownValues: false,
  stopAtFirstError: true,
  validationError: { target: false, value: false },
};

/** Reads the texts of an argument, and refuses it if it breaks a bound of the contract, naming the first field in question. */
export function refuseMalformed(argument: unknown, _type: unknown, { args, info }: ResolverData): void {
  readTexts(argument, info, 'input' in args ? 'input' : '');
  if (typeof argument !== 'object' || argument === null || isPlainlyFine(argument)) return;
  const [error] = validateSync(argument, OPTIONS);
  if (!error) return;
  const { path, problem } = innermost(error);
  const field = ['input' in args ? 'input' : '', ...path].filter(Boolean).join('.');
  throw badUserInput(`${field} ${problem}.`, field);
}

type Patterns = readonly (readonly [property: string, pattern: RegExp])[];

/** By class; null for one with other bounds than patterns. */
const known = new WeakMap<object, Patterns | null>();

/**
 * Whether an argument surely keeps its bounds. Those of most inputs are patterns of single fields, which the library looks up
 * anew for every argument; what does not pass here goes to the library, which knows the words for it.
 */
function isPlainlyFine(argument: object): boolean {
  const { constructor } = argument;
  let patterns = known.get(constructor);
  if (patterns === undefined) {
    patterns = patternsOf(constructor);
    known.set(constructor, patterns);
  }
  return (
    patterns?.every(([property, pattern]) => {
      const value = (argument as Record<string, unknown>)[property] ?? null;
      return value === null || (typeof value === 'string' && pattern.test(value));
    }) ?? false
  );
}

function patternsOf(constructor: object): Patterns | null {
  const storage = getMetadataStorage();
  const bounds = storage.getTargetValidationMetadatas(constructor as never, '', false, false);
  const patterns = bounds.map(({ name, each, propertyName, constraints }) => {
    const [pattern] = (constraints ?? []) as readonly unknown[];
    return name === 'matches' && !each && pattern instanceof RegExp
      ? ([propertyName, pattern] as const)
      : null;
  });
  return patterns.every((pattern) => pattern !== null) ? patterns : null;
}

function innermost(error: ValidationError): { path: string[]; problem: string } {
  const [child] = error.children ?? [];
  if (!child)
    return { path: [error.property], problem: Object.values(error.constraints ?? {})[0] ?? 'is invalid' };
  const { path, problem } = innermost(child);
  return { path: [error.property, ...path], problem };
}
