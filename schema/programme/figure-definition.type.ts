import { Field, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'What a figure means, to be printed beside it.' })
export class FigureDefinition {
  @Field(() => String, { description: 'The name of the field that it is of.' })
  figure!: string;

  @Field(() => String, { description: 'What it means, in words.' })
  text!: string;
}
