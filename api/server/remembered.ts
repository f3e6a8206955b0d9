/** The answer to a question that is asked by anybody and as often as they like: found out once at a time, and good for a while. */
export function remembered<T>(
  ask: () => Promise<T>,
  { elapsed, milliseconds }: { readonly elapsed: () => number; readonly milliseconds: number },
): () => Promise<T> {
  let asked: Promise<T> | null = null;
  let until = Infinity;
  return () => {
    if (asked === null || elapsed() >= until) {
      until = Infinity;
      asked = ask().finally(() => (until = elapsed() + milliseconds));
    }
    return asked;
  };
}
