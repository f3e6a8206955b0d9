import { Field, ObjectType } from 'type-graphql';
import type { Ref } from '../ref.ts';
import { Wallet } from './wallet.type.ts';

@ObjectType({ simpleResolvers: true, description: 'A wallet in a page.' })
export class WalletEdge {
  @Field(() => String, { description: 'Its place in the list: send it as `after` or `before`.' })
  cursor!: string;

  @Field(() => Wallet, { description: 'The wallet.' })
  node!: Ref<Wallet>;
}
