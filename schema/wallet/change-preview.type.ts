import { Field, ObjectType } from 'type-graphql';
import type { Ref } from '../ref.ts';
import { Draw } from '../transaction/draw.type.ts';
import { Weighs } from '../weight.ts';
import { LotChange } from './lot-change.type.ts';
import { Quote } from './quote.type.ts';
import { WalletGlance } from './wallet-glance.type.ts';

@ObjectType({
  simpleResolvers: true,
  description:
    'What an act would do to a wallet, by the very decision that then acts. Nothing is written and nothing is held back.',
})
export class ChangePreview {
  @Field(() => WalletGlance, { description: 'The wallet as it is, with what is due counted as expired.' })
  before!: WalletGlance;

  @Field(() => WalletGlance, { description: 'The wallet after the act.' })
  after!: WalletGlance;

  @Weighs({ most: 1_000 })
  @Field(() => [Draw], {
    description:
      'Which credits it would take from, or give back to, in order. Their `transaction` is what would be written: looking it up by its id finds nothing.',
  })
  draws!: Ref<Draw[]>;

  @Weighs({ most: 1_000 })
  @Field(() => [LotChange], { description: 'Every credit that would change, in the order of use.' })
  lots!: Ref<LotChange[]>;

  @Field(() => Boolean, {
    description:
      'Whether it is above the limit of whoever asks, so that another person has to approve it before it is done.',
  })
  needsApproval!: boolean;

  @Field(() => Quote, { description: 'What it rests on.' })
  quote!: Quote;
}
