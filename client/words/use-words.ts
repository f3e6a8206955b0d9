import { createContext, useContext } from 'react';

/**
 * The words of every room in another language, found by the English ones. English is what the code is written with: it comes with the
 * screen that uses it and stands in where a translation has nothing.
 */
export type Translations = ReadonlyMap<object, object>;

const TranslationsContext = createContext<Translations>(new Map());

export const TranslationsProvider = TranslationsContext.Provider;

/** A room's words in the chosen language. Components hold no text of their own. */
export function useWords<Words extends object>(english: Words): Words {
  const translated = useContext(TranslationsContext).get(english) as Words | undefined;
  return translated ?? english;
}
