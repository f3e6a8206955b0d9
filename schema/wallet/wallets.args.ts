import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../connection/page.args.ts';
import { WalletFilter } from './wallet-filter.input.ts';
import { WalletOrder } from './wallet-order.enum.ts';

@ArgsType()
export class WalletsArgs extends PageArgs {
  @ValidateNested()
  @Field(() => WalletFilter, { nullable: true, description: 'Which wallets to list; left out, all.' })
  filter?: WalletFilter | null;

  @Field(() => WalletOrder, {
    nullable: true,
    description: 'In which order; left out, the newest first.',
  })
  orderBy?: WalletOrder | null;
}
