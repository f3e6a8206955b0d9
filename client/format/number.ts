import { locale } from './locale.ts';

/** The words for each kind of count that a language tells apart; "other" is for all that have none of their own. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const counts = new Map<string, Intl.NumberFormat>();
const rules = new Map<string, Intl.PluralRules>();

/** "1,23,456". */
export function formatCount(count: number): string {
  const tag = locale();
  const format = counts.get(tag) ?? new Intl.NumberFormat(tag);
  counts.set(tag, format);
  return format.format(count);
}

/** The word that goes with a count, by the language's own plural rules: Hindi takes "one" for nothing, too. */
export function plural(count: number, forms: PluralForms): string {
  const tag = locale();
  const rule = rules.get(tag) ?? new Intl.PluralRules(tag);
  rules.set(tag, rule);
  return forms[rule.select(count)] ?? forms.other;
}
