export interface SharedRead<T> {
  /** From where to read. */
  from(read: () => Promise<T>): void;
  /** Null where nobody can tell now. */
  once(): Promise<T | null>;
}

/** One read for all figures of a look. What cannot be read leaves them as they were last. */
export function sharedRead<T>(): SharedRead<T> {
  let read: (() => Promise<T>) | null = null;
  let underWay: Promise<T | null> | null = null;
  return {
    from: (source) => {
      read = source;
    },
    once: () =>
      (underWay ??= (read?.() ?? Promise.resolve(null)).catch(() => null).finally(() => (underWay = null))),
  };
}
