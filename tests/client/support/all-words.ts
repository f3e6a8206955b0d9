import { words as englishDoor } from '../../../client/app/languages/door/en.ts';
import { words as hindiDoor } from '../../../client/app/languages/door/hi.ts';
import { words as englishInside } from '../../../client/app/languages/inside/en.ts';
import { words as hindiInside } from '../../../client/app/languages/inside/hi.ts';

/** As they come: those of the door, and those behind it. */
export const WORDS = {
  en: { door: englishDoor, inside: englishInside },
  hi: { door: hindiDoor, inside: hindiInside },
};

/** All words of each language. */
export const english = { ...englishDoor, ...englishInside };
export const hindi = { ...hindiDoor, ...hindiInside };
