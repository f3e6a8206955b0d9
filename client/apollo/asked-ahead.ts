import { ApolloLink } from '@apollo/client/link';
import type { ApolloClient, DocumentNode, OperationVariables } from '@apollo/client';
import { catchError, finalize, from, map, of, shareReplay, switchMap } from 'rxjs';
import type { Observable } from 'rxjs';
import { Kind } from 'graphql';

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

export interface Question {
  query: DocumentNode;
  variables: OperationVariables;
}

/** What a screen asks first at an address; null where that can't be told from the address. */
export type Asks = (address: URL, now: number) => Question | null;

export interface AskedAhead {
  link: ApolloLink;
  /** Asks for what somebody is about to look at. Asking twice is asking once. */
  ask(client: ApolloClient, question: Question): void;
}

interface Kept {
  answer: Observable<ApolloLink.Result | null>;
  /** Epoch milliseconds. */
  askedAt: number;
}

/** What was asked longer ago is asked anew: the page's own question, which waits for the app, and one about the next screen. */
const EARLY_FOR_MS = 30_000;
const AHEAD_FOR_MS = 10_000;

/**
 * Answers to questions that were asked before their screen was there: by the page while the app was on its way, and when somebody was
 * about to follow a link. The screen then asks as it always does, and takes such an answer once, where it is the same question of the same
 * person, or waits for it. It is written nowhere before. What was asked before or during a change of the shop's data is forgotten:
 * the screen must not show what was true before it.
 */
export function createAskedAhead(
  shop: ApolloLink,
  accountId: string,
  now: () => number,
  page: Pick<Window, 'earlyAnswer'>,
): AskedAhead {
  const kept = new Map<string, Kept>();
  let early = page.earlyAnswer;
  delete page.earlyAnswer;

  function take(operation: ApolloLink.Operation): Observable<ApolloLink.Result | null> {
    const name = nameOf(operation.operationName, operation.variables);
    const ahead = kept.get(name);
    kept.delete(name);
    if (ahead && now() - ahead.askedAt < AHEAD_FOR_MS) return ahead.answer;
    if (early === undefined) return of(null);
    const { operationName, variables } = operation;
    const isSame = (answer: EarlyAnswer): boolean =>
      answer.accountId === accountId &&
      answer.operationName === operationName &&
      JSON.stringify(answer.variables) === JSON.stringify(variables) &&
      now() - answer.askedAt < EARLY_FOR_MS;
    const answer = from(early).pipe(map((given) => (given !== null && isSame(given) ? given.result : null)));
    early = undefined;
    return answer;
  }

  const link = new ApolloLink((operation, forward) => {
    if (operation.operationType === 'mutation') {
      kept.clear();
      return forward(operation).pipe(finalize(() => kept.clear()));
    }
    return take(operation).pipe(switchMap((result) => (result === null ? forward(operation) : of(result))));
  });

  function ask(client: ApolloClient, { query, variables }: Question): void {
    const name = nameOf(operationOf(query), variables);
    const before = kept.get(name);
    if (before && now() - before.askedAt < AHEAD_FOR_MS) return;
    const sent = ApolloLink.execute(shop, { query, variables }, { client });
    // One that fails is asked again by its screen, which knows what to say.
    const answer = sent.pipe(
      map((result) => (result.errors ? null : result)),
      catchError(() => of(null)),
      shareReplay(1),
    );
    answer.subscribe();
    kept.set(name, { answer, askedAt: now() });
  }

  return { link, ask };
}

function nameOf(operationName: string | undefined, variables: OperationVariables): string {
  return `${operationName ?? ''} ${JSON.stringify(variables)}`;
}

function operationOf({ definitions }: DocumentNode): string | undefined {
  const [operation] = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operation?.name?.value;
}
