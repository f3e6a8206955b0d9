import { words as englishDoor } from '../../../client/app/languages/door/en.ts';
import { words as hindiDoor } from '../../../client/app/languages/door/hi.ts';
import { words as englishInside } from '../../../client/app/languages/inside/en.ts';
import { words as hindiInside } from '../../../client/app/languages/inside/hi.ts';
import { words as englishScreens } from '../../../client/app/languages/screens/en.ts';
import { words as hindiScreens } from '../../../client/app/languages/screens/hi.ts';

/** As they come: those of the door, of the first screen behind it, and of all others. */
export const WORDS = {
  en: { door: englishDoor, inside: englishInside, screens: englishScreens },
  hi: { door: hindiDoor, inside: hindiInside, screens: hindiScreens },
};

/** All words of each language. */
export const english = { ...englishDoor, ...englishInside, ...englishScreens };
export const hindi = { ...hindiDoor, ...hindiInside, ...hindiScreens };
