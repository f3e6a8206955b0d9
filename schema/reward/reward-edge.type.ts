import { Field, ObjectType } from 'type-graphql';
import { Reward } from './reward.type.ts';

@ObjectType({ simpleResolvers: true, description: 'A reward in a page.' })
export class RewardEdge {
  @Field(() => String, { description: 'Its place in the list: send it as `after` or `before`.' })
  cursor!: string;

  @Field(() => Reward, { description: 'The reward.' })
  node!: Reward;
}
