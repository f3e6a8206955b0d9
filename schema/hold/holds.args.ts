import { ArrayMaxSize } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { ForwardPageArgs } from '../connection/forward-page.args.ts';
import { HoldStatus } from './hold-status.enum.ts';

@ArgsType()
export class HoldsArgs extends ForwardPageArgs {
  @ArrayMaxSize(10, { message: 'must name at most 10 statuses' })
  @Field(() => [HoldStatus], { nullable: true, description: 'Only those that stand so; left out, all.' })
  status?: HoldStatus[] | null;
}
