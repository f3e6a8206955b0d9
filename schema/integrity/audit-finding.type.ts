import { Field, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'Something that does not hold, as the audit found it.' })
export class AuditFinding {
  @Field(() => String, { description: 'Which invariant, such as `I6`.' })
  invariant!: string;

  @Field(() => String, { description: 'What should hold, in words.' })
  rule!: string;

  @Field(() => String, { description: 'Where: the id of the wallet or of another record.' })
  record!: string;

  @Field(() => String, { nullable: true, description: 'The id of the entry, if it is about one.' })
  entry!: string | null;

  @Field(() => String, { description: 'What is wrong with it, in words.' })
  problem!: string;
}
