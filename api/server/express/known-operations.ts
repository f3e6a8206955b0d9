import type { DocumentNode, OperationDefinitionNode } from 'graphql';

/** An operation that was parsed and found valid and within the limits before. */
export interface KnownOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The name under which it was asked for; null when it was left out. */
  readonly operationName: string | null;
}

/** Clients have some dozens of operations; with this many, texts made up to fill the memory take some megabytes. */
const MOST = 512;

/** The operations that callers have sent lately, by their text. The ones known for longest make room. */
export class KnownOperations {
  readonly #byText = new Map<string, KnownOperation>();

  find(text: string, operationName: string | null): KnownOperation | undefined {
    const found = this.#byText.get(text);
    return found?.operationName === operationName ? found : undefined;
  }

  add(text: string, known: KnownOperation): void {
    this.#byText.delete(text);
    this.#byText.set(text, known);
    const [oldest] = this.#byText.size > MOST ? this.#byText.keys() : [];
    if (oldest !== undefined) this.#byText.delete(oldest);
  }
}
