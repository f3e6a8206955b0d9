import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { Tier } from '../tier/tier.type.ts';
import { WalletStatus } from './wallet-status.enum.ts';

@ObjectType({ simpleResolvers: true, description: 'A wallet at a glance, before an act or after it.' })
export class WalletGlance {
  @Field(() => Money, { description: 'What can be spent.' })
  balance!: Money;

  @Field(() => Money, { description: 'What is set aside by open holds, beside the balance.' })
  held!: Money;

  @Field(() => Tier, { description: 'The tier held.' })
  tier!: Tier;

  @Field(() => WalletStatus, { description: 'Whether the wallet can be used.' })
  status!: WalletStatus;
}
