import { Field, ObjectType } from 'type-graphql';
// First of those that lead to each other in a circle.
import { Customer } from '../customer/customer.type.ts';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { LOOKED_UP, Weighs } from '../weight.ts';
import { SearchMatch } from './search-match.enum.ts';

/** What was found and whose it is are looked up when they are asked for. */
@ObjectType({ simpleResolvers: true, description: 'Something that a search found, and why.' })
export class SearchHit {
  @Field(() => SearchMatch, { description: 'What of it matches.' })
  match!: SearchMatch;

  @Field(() => Boolean, {
    description: 'Whether that is exactly what was typed. Otherwise it begins with what was typed.',
  })
  isExact!: boolean;

  @Field(() => String, { description: 'Why it was found, in words.' })
  why!: string;

  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => Node, {
    nullable: true,
    description:
      'What was found: a customer, a transaction, a top-up or a payment review. Null when it has gone meanwhile.',
  })
  subject?: Ref<Node> | null;

  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => Customer, {
    nullable: true,
    description:
      'The customer whose it is; null for a payment that nobody is known for, and where the shop has said nothing about the customer.',
  })
  customer?: Ref<Customer> | null;
}
