/** The forms of texts that come from outside, whichever door they come by. Characters are counted, not units of storage. */

export const SHORT_TEXT = /^[^\p{Cc}\p{Cs}]{0,200}$/u;
export const PERSON_NAME = /^[^\p{Cc}\p{Cs}]{1,120}$/u;
export const PHONE_NUMBER = /^\+?[0-9 -]{5,20}$/;
export const LANGUAGE_TAG = /^(?=.{2,64}$)[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
export const ORDER_NUMBER = /^(?=.*[^ ])[\x20-\x7e]{1,64}$/;
export const CUSTOMER_ID = /^[A-Za-z0-9._|:@+-]{1,64}$/;
