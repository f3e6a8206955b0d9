/**
 * The type of a field whose class lives in a file that imports this one back. Decorator metadata would read that class
 * while its module is still loading and fail; behind an alias it reads nothing.
 */
export type Ref<T> = T;
