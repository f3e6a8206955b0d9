import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import { Money } from '../money/money.type.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { CreditTransaction } from '../transaction/credit-transaction.type.ts';
import { Wallet } from '../wallet/wallet.type.ts';
import { LOOKED_UP, Weighs } from '../weight.ts';

@ObjectType({ simpleResolvers: true, description: 'One use of a code of a campaign by one customer.' })
export class VoucherUse {
  @Field(() => DateTime, { description: 'When the code was used.' })
  usedAt!: number;

  @Field(() => Money, { description: 'What it added to the wallet.' })
  amount!: Money;

  @Field(() => Int, { description: 'The `version` of the terms that counted.' })
  version!: number;

  @Weighs({ own: LOOKED_UP })
  @Field(() => Wallet, { nullable: true, description: 'Whose wallet it went to.' })
  wallet?: Ref<Wallet> | null;

  @Weighs({ own: LOOKED_UP })
  @Field(() => CreditTransaction, { description: 'The credit that it brought.' })
  transaction?: Ref<CreditTransaction>;
}

@ObjectType({ simpleResolvers: true, description: 'A use in a page.' })
export class VoucherUseEdge {
  @Field(() => String, { description: 'Its place in the list: send it as `after` or `before`.' })
  cursor!: string;

  @Field(() => VoucherUse, { description: 'The use.' })
  node!: Ref<VoucherUse>;
}

@ObjectType({ simpleResolvers: true, description: 'A page of uses, in the order asked for.' })
export class VoucherUseConnection {
  @Field(() => [VoucherUseEdge], { description: 'The uses of the page with their cursors.' })
  edges!: Ref<VoucherUseEdge[]>;

  @Field(() => [VoucherUse], { description: 'The uses of the page without cursors.' })
  nodes!: Ref<VoucherUse[]>;

  @Field(() => PageInfo, { description: 'Whether there is more, and where.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many uses there were in all, on every page together.' })
  totalCount!: number;
}
