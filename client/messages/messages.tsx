import { createContext, useContext } from 'react';
import { en } from './en.ts';
import type { Messages } from './en.ts';

const MessagesContext = createContext<Messages>(en);

/** A language is an object of the type of `en.ts`; rendering this provider with another one translates the app. */
export const MessagesProvider = MessagesContext.Provider;

/** The words of the chosen language. Components hold no text of their own. */
export function useMessages(): Messages {
  return useContext(MessagesContext);
}
