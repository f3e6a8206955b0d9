const counts = new Intl.NumberFormat('en-IN');
const plurals = new Intl.PluralRules('en-IN');

/** "1,23,456". */
export function formatCount(count: number): string {
  return counts.format(count);
}

/** The word that goes with a count, by the language's own plural rules. */
export function plural(count: number, words: { one: string; other: string }): string {
  return plurals.select(count) === 'one' ? words.one : words.other;
}
