import type { SpokenStore, WordPart } from '../words/spoken.ts';

/** Brings a part of the app and the words that it says side by side, so that neither waits for the other. */
export function withWords<Part>(
  spoken: SpokenStore,
  words: WordPart,
  bring: () => Promise<Part>,
): () => Promise<Part> {
  return async () => {
    const [part] = await Promise.all([bring(), spoken.reach(words)]);
    return part;
  };
}
