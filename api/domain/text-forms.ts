/** The forms of texts that come from outside, whichever door they come by. Characters are counted, not units of storage. */

export const SHORT_TEXT = /^[^\p{Cc}\p{Cs}]{0,200}$/u;
export const PERSON_NAME =
  /^(?=.*[^\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800])[^\p{Cc}\p{Cs}]{1,120}$/u;
export const PHONE_NUMBER = /^\+?[0-9 -]{5,20}$/;
export const LANGUAGE_TAG = /^(?=.{2,64}$)[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
export const ORDER_NUMBER = /^(?=.*[^ ])[\x20-\x7e]{1,64}$/;
export const CUSTOMER_ID = /^[A-Za-z0-9._|:@+-]{1,64}$/;

const SEEN = /[^\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether nobody who reads the text sees anything: it is space, or what shapes and hides letters that are not there. */
export function isBlank(text: string): boolean {
  return !SEEN.test(text);
}

/** A text as it is meant (decision 16): without space around it and in one form of Unicode. */
export function asMeant(text: string): string {
  return text.normalize('NFC').trim();
}
