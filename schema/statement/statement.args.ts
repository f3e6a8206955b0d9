import { ArgsType, Field } from 'type-graphql';

@ArgsType()
export class StatementArgs {
  @Field(() => String, { description: 'The first day, in India, such as `2026-11-01`.' })
  from!: string;

  @Field(() => String, { description: 'The last day, in India, such as `2026-11-30`. Not before `from`.' })
  to!: string;
}
