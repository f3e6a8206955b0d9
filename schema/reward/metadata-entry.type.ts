import { Field, ObjectType } from 'type-graphql';

@ObjectType({
  simpleResolvers: true,
  description: 'A note on a reward or an act, for apps and reports to read.',
})
export class MetadataEntry {
  @Field(() => String, { description: 'What the note is about; each key is there once.' })
  key!: string;

  @Field(() => String, { description: 'What it says.' })
  value!: string;
}
