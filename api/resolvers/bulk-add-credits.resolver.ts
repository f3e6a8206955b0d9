import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { BulkAddCreditsInput, BulkAddCreditsPayload } from '../../schema/bulk/bulk-add-credits.io.ts';
import { bulkAddCreditsWithinLimits } from '../services/bulk-within-limits.ts';
import type { GraphqlContext } from './context.ts';
import { presentAskedBulk, presentBulk, refusedBulk } from './presenters/bulk.presenter.ts';
import { ADMINS, callerOf } from './reach.ts';

@Resolver()
export class BulkAddCreditsResolver {
  @Authorized(ADMINS)
  @Mutation(() => BulkAddCreditsPayload, {
    description:
      'Adds credits to up to 1,000 wallets at once, behind interactive work. The whole call is one act under its key: sent again after whatever went wrong, by whichever admin, it decides the rows that are left, answers the others as before and doubles nothing; with any other rows or mode it is refused as IDEMPOTENCY_CONFLICT and nothing happens. Above the limit of whoever sends it, it does nothing and waits for another admin. For admins. Writes a CREDIT to the journal for every row; nothing in a dry run.',
  })
  async bulkAddCredits(
    @Arg('input', () => BulkAddCreditsInput, { description: 'Which credits, for whom.' })
    { rows, mode, dryRun, idempotencyKey }: BulkAddCreditsInput,
    @Ctx() context: GraphqlContext,
  ): Promise<BulkAddCreditsPayload> {
    const asked = {
      rows: rows.map(({ customerId, amount, source, reason, expiresAt, reference }) => ({
        customerId,
        amount: amount.amount,
        source,
        reason,
        expiresAt: expiresAt ?? null,
        reference: reference ?? null,
      })),
      mode,
      dryRun,
      idempotencyKey,
    };
    const { app } = context;
    const result = await bulkAddCreditsWithinLimits(app, callerOf(context), asked);
    if ('refused' in result) return refusedBulk(result.refused);
    return 'asked' in result ? presentAskedBulk(result, asked, app) : presentBulk(result, asked, app);
  }
}
