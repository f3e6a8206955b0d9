import { Field, ID, InterfaceType } from 'type-graphql';

/** An id is made of the name of the type and the id within it; a transaction says by its kind which type it is. */
function typeNameOf({ id, kind }: { id: string; kind?: string }): string {
  const [name = ''] = Buffer.from(id, 'base64url').toString().split(':');
  return name === 'Transaction' && kind ? `${kind.charAt(0)}${kind.slice(1).toLowerCase()}${name}` : name;
}

@InterfaceType({
  resolveType: typeNameOf,
  description: 'Anything with an id that is unique across all types.',
})
export abstract class Node {
  @Field(() => ID, {
    description:
      'Opaque and unique across all types: keep it, compare it, send it back, but do not take it apart.',
  })
  id!: string;
}
