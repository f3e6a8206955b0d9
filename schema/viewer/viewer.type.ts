import { Field, ID, ObjectType } from 'type-graphql';
import { Customer } from '../customer/customer.type.ts';
import type { Ref } from '../ref.ts';
import { Session } from '../session/session.type.ts';
import { Wallet } from '../wallet/wallet.type.ts';
import { QUERY, Weighs } from '../weight.ts';
import { Role } from './role.enum.ts';

@ObjectType({ simpleResolvers: true, description: 'Whoever is asking.' })
export class Viewer {
  @Field(() => ID, { description: 'Opaque and unique across all types.' })
  id!: string;

  @Field(() => Role, { description: 'What the caller may do here.' })
  role!: Role;

  @Field(() => Customer, {
    nullable: true,
    description: 'The customer who is asking; null for staff and admins.',
  })
  customer?: Ref<Customer> | null;

  @Field(() => Wallet, {
    nullable: true,
    description: "The caller's own wallet; null for staff and admins, and for a customer who has none yet.",
  })
  wallet?: Ref<Wallet> | null;

  @Weighs({ own: QUERY, most: 50 })
  @Field(() => [Session], {
    description:
      'Where the caller is signed in, the session used last first, at most 50; empty where an identity provider elsewhere signs people in. End one with `endSession`.',
  })
  sessions?: Session[];
}
