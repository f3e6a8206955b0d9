import { Authorized, Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import type { Backlog } from '../../schema/integrity/backlog.type.ts';
import { Integrity } from '../../schema/integrity/integrity.type.ts';
import { QUERY, Weighs } from '../../schema/weight.ts';
import { backlogs } from '../services/queries/backlogs.ts';
import type { GraphqlContext } from './context.ts';
import { ADMINS } from './reach.ts';

@Resolver(() => Integrity)
export class IntegrityResolver {
  @Authorized(ADMINS)
  @Weighs({ own: QUERY })
  @Query(() => Integrity, {
    description:
      'Whether the books are right, by the last audit of all wallets, journals and payments. For admins.',
  })
  async integrity(@Ctx() { app }: GraphqlContext): Promise<Integrity> {
    return { lastAudit: await app.stores.audits.last() };
  }

  @FieldResolver()
  backlogs(@Ctx() { app }: GraphqlContext): Promise<Backlog[]> {
    return backlogs(app);
  }
}
