import type { Instant } from '../domain/calendar.ts';
import type { Policy } from '../domain/policy.ts';
import type { Scope, Reads } from './working-set.ts';

/** What every decision may know besides the documents it reads. */
export interface BatchContext {
  readonly now: Instant;
  readonly policy: Policy;
}

/**
 * A use case as a value: what it reads and what it decides. The engine runs any of them, so all writes have the same
 * atomicity, idempotency, retries and speed. `decide` may run several times, on fresh reads, and must not reach outside
 * the documents it was given; what it returns is the answer, a refusal included.
 */
export interface UseCase<Command, Answer> {
  readonly name: string;
  reads(command: Command): Reads;
  decide(command: Command, work: Scope, context: BatchContext): Answer;
}
