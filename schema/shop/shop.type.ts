import { Field, ObjectType } from 'type-graphql';

@ObjectType({
  simpleResolvers: true,
  description:
    'The shop, and how its people are reached. Set up by the operator; what it does not say is null.',
})
export class Shop {
  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Where to call.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'Where to write to.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: "When somebody answers, in the shop's own words." })
  hours!: string | null;
}
