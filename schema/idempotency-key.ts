import { Matches } from 'class-validator';
import { Field } from 'type-graphql';

/** Declares the key that makes a retry harmless. The same words and the same bounds in every input that takes one. */
export function IdempotencyKey(): PropertyDecorator {
  const described = Field(() => String, {
    description:
      'Chosen by the caller, new for every intent: 16 to 128 letters, digits, underscores or dashes. The same key with the same input acts once and gives the first answer again; with another input it is refused as IDEMPOTENCY_CONFLICT.',
  });
  const bounded = Matches(/^[A-Za-z0-9_-]{16,128}$/, {
    message: 'must be 16 to 128 letters, digits, underscores or dashes',
  });
  return (target, name) => {
    described(target, name);
    bounded(target, name as string);
  };
}
