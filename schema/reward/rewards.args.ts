import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { OrderedPageArgs } from '../connection/ordered-page.args.ts';
import { RewardFilter } from './reward-filter.input.ts';

@ArgsType()
export class RewardsArgs extends OrderedPageArgs {
  @ValidateNested()
  @Field(() => RewardFilter, {
    nullable: true,
    description: 'Which rewards to list; left out, all that the caller may see.',
  })
  filter?: RewardFilter | null;
}
