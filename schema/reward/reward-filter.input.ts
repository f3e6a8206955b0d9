import { ArrayMaxSize } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { DateTime } from '../scalars/date-time.ts';
import { RewardStatus } from './reward-status.enum.ts';

@InputType({ description: 'Which rewards to list. All that is given must hold.' })
export class RewardFilter {
  @ArrayMaxSize(10, { message: 'must name at most 10 statuses' })
  @Field(() => [RewardStatus], { nullable: true, description: 'Only those with one of these statuses.' })
  status?: RewardStatus[] | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Only those that can be claimed at this moment, as far as their start and end go.',
  })
  validAt?: number | null;
}
