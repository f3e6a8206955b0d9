import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import { Campaign } from './campaign.type.ts';

@ObjectType({ simpleResolvers: true, description: 'A campaign in a page.' })
export class CampaignEdge {
  @Field(() => String, { description: 'Its place in the list: send it as `after` or `before`.' })
  cursor!: string;

  @Field(() => Campaign, { description: 'The campaign.' })
  node!: Campaign;
}

/** Counting costs a query of its own, so the total has a resolver. */
@ObjectType({ simpleResolvers: true, description: 'A page of campaigns, in the order asked for.' })
export class CampaignConnection {
  @Field(() => [CampaignEdge], { description: 'The campaigns of the page with their cursors.' })
  edges!: CampaignEdge[];

  @Field(() => [Campaign], { description: 'The campaigns of the page without cursors.' })
  nodes!: Campaign[];

  @Field(() => PageInfo, { description: 'Whether there is more, and where.' })
  pageInfo!: PageInfo;

  @Field(() => Int, {
    description:
      'How many campaigns there are in all, on every page together. Counted up to 10,000: that figure means as many or more.',
  })
  totalCount?: number;
}
