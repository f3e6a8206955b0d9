import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { OrderedPageArgs } from '../connection/ordered-page.args.ts';
import { CampaignStatus } from './campaign-status.enum.ts';

@InputType({ description: 'Which campaigns to list. All that is given must hold.' })
export class CampaignFilter {
  @ArrayMaxSize(6, { message: 'must name at most 6 statuses' })
  @Field(() => [CampaignStatus], { nullable: true, description: 'Only campaigns in one of these statuses.' })
  status?: CampaignStatus[] | null;
}

@ArgsType()
export class CampaignsArgs extends OrderedPageArgs {
  @ValidateNested()
  @Field(() => CampaignFilter, { nullable: true, description: 'Which campaigns to list; left out, all.' })
  filter?: CampaignFilter | null;
}
