import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/date-time.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'A list of the console with its filters, as somebody wants to find it again.',
})
export class SavedView {
  @Field(() => String, { description: 'Its name, of which the caller has one.' })
  name!: string;

  @Field(() => String, { description: 'Where it is within the console, such as `/wallets?status=FROZEN`.' })
  address!: string;

  @Field(() => DateTime, { description: 'When it was saved last.' })
  savedAt!: number;
}
