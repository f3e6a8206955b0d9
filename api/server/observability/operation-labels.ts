import { OPERATION_NAMES } from './operation-names.ts';

const known: ReadonlySet<string> = new Set(OPERATION_NAMES);

/**
 * The name of an operation in metrics. Callers choose what their operations are called, so only those are told apart that are
 * ours: the ready-made ones and those of the web app.
 */
export function operationLabel(name: string | null): string {
  if (name === null) return 'anonymous';
  return known.has(name) ? name : 'other';
}
