import { Matches } from 'class-validator';
import {
  CUSTOMER_ID,
  LANGUAGE_TAG,
  ORDER_NUMBER,
  PERSON_NAME,
  PHONE_NUMBER,
  SHORT_TEXT,
} from '../api/domain/text-forms.ts';

/*
 * Texts are counted in characters, not in the units a language stores them in, and so does the database. None may hold control
 * characters or halves of characters.
 */

/** Free text for the journal: up to 200 characters on one line, in any script. */
export function ShortText(): PropertyDecorator {
  return text(SHORT_TEXT, 'must have at most 200 characters on one line');
}

/** Text that may run over several lines: up to 2,000 characters, in any script. */
export function LongText(): PropertyDecorator {
  return text(
    /^(?:[^\p{Cc}\p{Cs}]|\n){0,2000}$/u,
    'must have at most 2,000 characters, and no control characters but new lines',
  );
}

/** What the sender of a gift says: up to 300 characters, over several lines. */
export function GiftMessage(): PropertyDecorator {
  return text(
    /^(?:[^\p{Cc}\p{Cs}]|\n){0,300}$/u,
    'must have at most 300 characters, and no control characters but new lines',
  );
}

/** Where a mail goes: one address, and nothing around it. */
export function EmailAddress(): PropertyDecorator {
  return bounded(
    /^(?=.{3,254}$)[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+$/,
    'must be one mail address',
  );
}

/** What somebody is called. */
export function PersonName(): PropertyDecorator {
  return text(PERSON_NAME, 'must have 1 to 120 characters on one line');
}

/** How somebody can be reached on the phone. */
export function PhoneNumber(): PropertyDecorator {
  return text(PHONE_NUMBER, 'must be a phone number such as +91 98765 43210');
}

/** A language by BCP 47; the longest tag in use has far fewer characters. */
export function LanguageTag(): PropertyDecorator {
  return text(LANGUAGE_TAG, 'must be a language tag such as en-IN');
}

/** A name for a note on something. */
export function MetadataKey(): PropertyDecorator {
  return bounded(/^[A-Za-z0-9_-]{1,64}$/, 'must be 1 to 64 letters, digits, underscores or dashes');
}

/** An address of a page of the shop. */
export function ReturnAddress(): PropertyDecorator {
  return bounded(/^https?:\/\/[\x21-\x7e]{1,380}$/, 'must be a web address of at most 380 characters');
}

/** The shop's number of an order. */
export function OrderNumber(): PropertyDecorator {
  return bounded(ORDER_NUMBER, 'must be 1 to 64 printable characters and not blank');
}

/** The shop's id of a customer, or an identity provider's, such as `auth0|4711`. */
export function CustomerId(): PropertyDecorator {
  return bounded(CUSTOMER_ID, 'must be 1 to 64 letters, digits or any of . - _ | : @ +');
}

/** Marks what a person writes in words. Ids and keys are no texts: they are taken as they are, or refused. */
export function Text(): PropertyDecorator {
  return (target, name) => {
    const names = texts.get(target) ?? new Set();
    texts.set(target, names.add(String(name)));
  };
}

/** The names of the texts among the properties of an input or of arguments. */
export function textsOf({ prototype }: { readonly prototype: object }): readonly string[] {
  const names: string[] = [];
  for (let owner: object | null = prototype; owner; owner = Object.getPrototypeOf(owner) as object | null) {
    names.push(...(texts.get(owner) ?? []));
  }
  return names;
}

/** By the prototype of the class that declares them. */
const texts = new WeakMap<object, Set<string>>();

function text(pattern: RegExp, message: string): PropertyDecorator {
  const [mark, bound] = [Text(), bounded(pattern, message)];
  return (target, name) => {
    mark(target, name);
    bound(target, name);
  };
}

function bounded(pattern: RegExp, message: string): PropertyDecorator {
  const matches = Matches(pattern, { message });
  return (target, name) => matches(target, name as string);
}
