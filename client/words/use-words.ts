import { createContext, useContext } from 'react';

/** All words of one language, by the name of the room that says them. */
export type Catalogue = Readonly<Record<string, object>>;

/** Names a room's words without bringing them along: those come with the language that is chosen. */
export interface RoomWords<Words extends object> {
  room: string;
  /** Never there; it tells the compiler what the words look like. */
  shape?: Words;
}

export function wordsOf<Words extends object>(room: string): RoomWords<Words> {
  return { room };
}

const CatalogueContext = createContext<Catalogue>({});

export const WordsProvider = CatalogueContext.Provider;

/** A room's words in the chosen language. Components hold no text of their own. */
export function useWords<Words extends object>({ room }: RoomWords<Words>): Words {
  return useContext(CatalogueContext)[room] as Words;
}
