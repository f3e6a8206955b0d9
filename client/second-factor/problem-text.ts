import type { StepProblem } from '../session/second-step-api.ts';
import type { FactorWords } from './words/en.ts';

export function problemText(problem: StepProblem, words: FactorWords['problems']): string {
  return problem.code === 'TOO_MANY_ATTEMPTS'
    ? words.tooMany(problem.retryAfterSeconds)
    : words[problem.code];
}
