import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import type { Ref } from '../ref.ts';
import { WalletEdge } from './wallet-edge.type.ts';
import { Wallet } from './wallet.type.ts';

/** Counting costs a query of its own, so the total has a resolver. */
@ObjectType({ simpleResolvers: true, description: 'A page of wallets, newest first.' })
export class WalletConnection {
  @Field(() => [WalletEdge], { description: 'The wallets of the page with their cursors.' })
  edges!: Ref<WalletEdge[]>;

  @Field(() => [Wallet], { description: 'The wallets of the page without cursors.' })
  nodes!: Ref<Wallet[]>;

  @Field(() => PageInfo, { description: 'Whether there is more, and where.' })
  pageInfo!: PageInfo;

  @Field(() => Int, {
    description:
      'How many wallets match in all, on every page together. Counted up to 10,000: that figure means as many or more.',
  })
  totalCount?: number;
}
