import { Field, InputType, ObjectType } from 'type-graphql';
import { ShortText } from '../text-bounds.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { Weighs } from '../weight.ts';
import { SavedView } from './saved-view.type.ts';

@InputType({ description: 'Which view to keep.' })
export class SaveViewInput {
  @ShortText()
  @Field(() => String, {
    description: 'Its name, at most 200 characters. A view that has it is replaced.',
  })
  name!: string;

  @ShortText()
  @Field(() => String, {
    description:
      'Where it is within the console, at most 200 characters: a path with its filters. Not for what names a person.',
  })
  address!: string;
}

@InputType({ description: 'Which view to keep no longer.' })
export class RemoveViewInput {
  @ShortText()
  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

/** The same for both. */
@ObjectType({ simpleResolvers: true })
abstract class ViewsPayload {
  @Weighs({ most: 50 })
  @Field(() => [SavedView], {
    description: 'The views that the caller keeps now, by name; none when refused.',
  })
  views!: readonly SavedView[];

  @Weighs({ most: 10 })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it worked.' })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `saveView`.' })
export class SaveViewPayload extends ViewsPayload {}

@ObjectType({ simpleResolvers: true, description: 'The answer to `removeView`.' })
export class RemoveViewPayload extends ViewsPayload {}
