let current = 'en-IN';

/** How dates, numbers and plurals are written now: the one place that every format asks. */
export function locale(): string {
  return current;
}

/** Said by the language when it changes; what is on the screen is then printed anew. */
export function setLocale(next: string): void {
  current = next;
}
