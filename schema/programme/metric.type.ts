import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'A share, with what it was worked out from.' })
export class Metric {
  @Field(() => Float, {
    description:
      'The numerator divided by the denominator: 0.3 means 30 %. 0 when there is nothing to divide by.',
  })
  value!: number;

  @Field(() => Float, { nullable: true, description: 'What the shop set out to reach; null when nothing.' })
  target!: number | null;

  @Field(() => Int, { description: 'How many it is true of.' })
  numerator!: number;

  @Field(() => Int, { description: 'Of how many.' })
  denominator!: number;
}
