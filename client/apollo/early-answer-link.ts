import { ApolloLink } from '@apollo/client/link';
import { from, of, switchMap } from 'rxjs';

/** What the page has asked the shop while the app was on its way (app/early.js). */
export interface EarlyAnswer {
  accountId: string;
  operationName: string;
  variables: Record<string, unknown>;
  /** Epoch milliseconds. */
  askedAt: number;
  result: ApolloLink.Result;
}

declare global {
  interface Window {
    /** Null when no answer came, or none that can be shown. */
    earlyAnswer?: Promise<EarlyAnswer | null>;
  }
}

/** An app that took longer to come asks anew. */
const FRESH_FOR_MS = 30_000;

/**
 * The first question of the first screen takes the answer that the page has asked for already, where it is the same question of
 * the same person: on a slow network it is there as soon as the app is. Everything else is asked like always.
 */
export function createEarlyAnswerLink(
  accountId: string,
  now: () => number,
  page: Pick<Window, 'earlyAnswer'>,
): ApolloLink {
  let early = page.earlyAnswer;
  delete page.earlyAnswer;
  return new ApolloLink((operation, forward) => {
    const asked = early;
    early = undefined;
    if (asked === undefined) return forward(operation);
    const isSame = (answer: EarlyAnswer): boolean =>
      answer.accountId === accountId &&
      answer.operationName === operation.operationName &&
      JSON.stringify(answer.variables) === JSON.stringify(operation.variables) &&
      now() - answer.askedAt < FRESH_FOR_MS;
    return from(asked).pipe(
      switchMap((answer) => (answer !== null && isSame(answer) ? of(answer.result) : forward(operation))),
    );
  });
}
