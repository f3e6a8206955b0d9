import type { GraphQLEnumType, GraphQLLeafType } from 'graphql';

/** A piece of an answer as JSON; at once where nothing has to be waited for. */
export type Text = string | Promise<string>;

/** Writes what a resolver has answered; `Run` is what is known of the request. */
export type Write<Run> = (value: unknown, run: Run) => Text;

/** A field of an object: its name as JSON, and what writes its value. */
export interface Field<Run> {
  readonly name: string;
  readonly write: (source: unknown, run: Run) => Text;
}

/** There are no words for something, because it is an error or may become one. */
export class NotWritten extends Error {}

export function notWritten(): never {
  throw new NotWritten();
}

/** All fields are begun before any is waited for, in their order. */
export function objectOf<Run>(fields: readonly Field<Run>[]): Write<Run> {
  const beginnings = fields.map(({ name }, index) => `${index === 0 ? '{' : ','}${name}:`);
  const end = fields.length === 0 ? '{}' : '}';
  return (source, run) =>
    inPieces(
      fields.length,
      (index) => beginnings[index] ?? '',
      (index) => fields[index]?.write(source, run) ?? notWritten(),
      end,
    );
}

export function listOf<Run>(write: Write<Run>): Write<Run> {
  return (value, run) => {
    if (!Array.isArray(value)) notWritten();
    const items = value as readonly unknown[];
    return inPieces(
      items.length,
      (index) => (index === 0 ? '[' : ','),
      (index) => whenThere(items[index], write, run),
      items.length === 0 ? '[]' : ']',
    );
  };
}

/** Writes a value, or once it is there. An error that is answered instead of thrown is one all the same. */
export function whenThere<Run>(value: unknown, write: Write<Run>, run: Run): Text {
  if (isAwaited(value)) return Promise.resolve(value).then((settled) => whenThere(settled, write, run));
  if (value instanceof Error) notWritten();
  return write(value, run);
}

function isAwaited(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

export function orNull<Run>(write: Write<Run>): Write<Run> {
  return (value, run) => (value === null || value === undefined ? 'null' : write(value, run));
}

export function never<Run>(write: Write<Run>): Write<Run> {
  return (value, run) => (value === null || value === undefined ? notWritten() : write(value, run));
}

export function leafOf(type: GraphQLLeafType): Write<unknown> {
  return (value) => {
    const answer: unknown = type.serialize(value);
    if (typeof answer === 'string') return textOf(answer);
    return answer === null || answer === undefined ? notWritten() : JSON.stringify(answer);
  };
}

/** Nothing but what stands in JSON as it is. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** A text as JSON; most of them, asked for one by one, are sooner looked through than given to `JSON`. */
function textOf(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

export function enumOf(type: GraphQLEnumType): Write<unknown> {
  const names = new Map<unknown, string>(type.getValues().map(({ name, value }) => [value, `"${name}"`]));
  return (value) => names.get(value) ?? notWritten();
}

/** One text of many: as long as nothing has to be waited for, it grows. */
function inPieces(
  count: number,
  beginning: (index: number) => string,
  piece: (index: number) => Text,
  end: string,
): Text {
  const awaited: Text[] = [];
  let text = '';
  try {
    for (let index = 0; index < count; index += 1) {
      text += beginning(index);
      const next = piece(index);
      if (typeof next === 'string') text += next;
      else {
        awaited.push(text, next);
        text = '';
      }
    }
  } catch (error) {
    // What is under way ends by itself, and whatever comes of it is told by whoever answers instead.
    for (const one of awaited) if (typeof one !== 'string') one.catch(() => undefined);
    throw error;
  }
  text += end;
  return awaited.length === 0 ? text : Promise.all([...awaited, text]).then((pieces) => pieces.join(''));
}
