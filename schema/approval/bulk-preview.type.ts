import { Field, Int, ObjectType } from 'type-graphql';
import { BulkMode } from '../bulk/bulk-mode.enum.ts';
import { Money } from '../money/money.type.ts';
import { Quote } from '../wallet/quote.type.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'What a list of credits would do, by the very decision that then does it.',
})
export class BulkPreview {
  @Field(() => Int, { description: 'How many rows it has.' })
  rows!: number;

  @Field(() => Int, { description: 'How many of them would be credited.' })
  credited!: number;

  @Field(() => Int, { description: 'How many would be refused.' })
  refused!: number;

  @Field(() => Money, { description: 'What the credited rows come to together.' })
  total!: Money;

  @Field(() => BulkMode, { description: 'What happens to the other rows when one is refused.' })
  mode!: BulkMode;

  @Field(() => String, {
    description:
      'A fingerprint of all rows in their order, or of the file: the same list has the same, whoever sends it.',
  })
  fingerprint!: string;

  @Field(() => String, { nullable: true, description: 'The file that it was read from, if it was one.' })
  fileName!: string | null;

  @Field(() => Quote, { description: 'What it rests on: `expectedSeq` of `decideApproval`.' })
  quote!: Quote;
}
