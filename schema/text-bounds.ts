import { Matches } from 'class-validator';

/** Free text for the journal: up to 200 characters on one line, in any script. */
export function ShortText(): PropertyDecorator {
  return bounded(/^\P{Cc}{0,200}$/u, 'must have at most 200 characters on one line');
}

/** Text that may run over several lines: up to 2,000 characters, in any script. */
export function LongText(): PropertyDecorator {
  return bounded(/^[\P{Cc}\n]{0,2000}$/u, 'must have at most 2,000 characters');
}

/** A name for a note on something. */
export function MetadataKey(): PropertyDecorator {
  return bounded(/^[A-Za-z0-9_-]{1,64}$/, 'must be 1 to 64 letters, digits, underscores or dashes');
}

/** The shop's number of an order. */
export function OrderNumber(): PropertyDecorator {
  return bounded(/^[\x20-\x7e]{1,64}$/, 'must be 1 to 64 printable characters');
}

/** The shop's id of a customer. Ids of entries begin with it and a colon, so it holds none. */
export function CustomerId(): PropertyDecorator {
  return bounded(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 letters, digits, dots, dashes or underscores');
}

function bounded(pattern: RegExp, message: string): PropertyDecorator {
  const matches = Matches(pattern, { message });
  return (target, name) => matches(target, name as string);
}
