import { LRUCache } from 'lru-cache';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';

/** An operation that was parsed and found valid and within the limits before. */
export interface KnownOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The name under which it was asked for; null when it was left out. */
  readonly operationName: string | null;
}

/** Clients have some dozens of operations, of a few thousand characters at most; so texts made up to fill the memory do not. */
const MOST = 512;
const LONGEST = 16_384;

/** The operations that callers have sent lately. A text that is far longer than any of ours goes through Apollo each time. */
export class KnownOperations {
  readonly #byText = new LRUCache<string, KnownOperation>({ max: MOST });

  find(text: string, operationName: string | null): KnownOperation | undefined {
    const found = this.#byText.get(text);
    return found?.operationName === operationName ? found : undefined;
  }

  add(text: string, known: KnownOperation): void {
    if (text.length <= LONGEST) this.#byText.set(text, known);
  }
}
