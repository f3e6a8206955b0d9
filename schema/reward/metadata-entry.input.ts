import { Field, InputType } from 'type-graphql';
import { MetadataKey, ShortText } from '../text-bounds.ts';

@InputType({ description: 'A note on a reward, for apps and reports to read. Customers can read it.' })
export class MetadataEntryInput {
  @MetadataKey()
  @Field(() => String, {
    description: 'What the note is about: 1 to 64 letters, digits, underscores or dashes.',
  })
  key!: string;

  @ShortText()
  @Field(() => String, { description: 'What it says, at most 200 characters.' })
  value!: string;
}
