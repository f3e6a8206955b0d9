import { Arg, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import { AttemptInput } from '../../schema/explanation/attempt.input.ts';
import { Explanation } from '../../schema/explanation/explanation.type.ts';
import { badUserInput } from '../../schema/scalars/bad-user-input.ts';
import { DateTime } from '../../schema/scalars/date-time.ts';
import { QUERY, Weighs } from '../../schema/weight.ts';
import { explainBalance } from '../services/queries/explain-balance.ts';
import { explainRefusal, type Attempt } from '../services/queries/explain-refusal.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { noteLook } from './looks.ts';
import { presentBalanceExplained, presentRefusalExplained } from './presenters/explanation.presenter.ts';
import { rupees } from './presenters/rupees.ts';
import { callerOf, STAFF } from './reach.ts';

const DRY_RUN = 'By the same decision that acts, run dry: nothing is written. For staff and admins.';

@Resolver()
export class ExplainResolver {
  @Authorized(STAFF)
  @Weighs({ own: 4 * QUERY })
  @Query(() => Explanation, {
    nullable: true,
    description: `Why a wallet holds what it holds; null where there is no such wallet then. ${DRY_RUN}`,
  })
  async explainBalance(
    @Arg('customerId', () => ID, { description: 'The customer whose wallet it is.' }) customerId: string,
    @Arg('at', () => DateTime, {
      nullable: true,
      description: 'When: as the transactions were booked until then. Now, when left out.',
    })
    at: number | null,
    @Ctx() context: GraphqlContext,
  ): Promise<Explanation | null> {
    const { app } = context;
    if (at && at > app.now()) throw badUserInput('at must not lie in the future.', 'at');
    const explained = await explainBalance(app, customerId, at ?? null);
    if (explained) await noteLook(context, 'readHistory', customerId);
    return explained && presentBalanceExplained(explained, at ?? null);
  }

  @Authorized(STAFF)
  @Weighs({ own: 4 * QUERY })
  @Query(() => Explanation, {
    description: `Whether a customer can claim a reward now and, if not, why. ${DRY_RUN}`,
  })
  explainReward(
    @Arg('customerId', () => ID, { description: 'The customer.' }) customerId: string,
    @Arg('rewardId', () => ID, { description: 'The `id` of the reward.' }) rewardId: string,
    @Ctx() context: GraphqlContext,
  ): Promise<Explanation> {
    const attempt = { act: 'CLAIM_REWARD', rewardId: localId('Reward', rewardId) ?? rewardId } as const;
    return explained(context, customerId, attempt);
  }

  @Authorized(STAFF)
  @Weighs({ own: 4 * QUERY })
  @Query(() => Explanation, {
    description: `Why something that a customer or the shop tried is refused, as things are now: of what was refused before, nothing is kept. ${DRY_RUN}`,
  })
  explainRefusal(
    @Arg('customerId', () => ID, { description: 'The customer.' }) customerId: string,
    @Arg('attempt', () => AttemptInput, { description: 'What was tried.' }) attempt: AttemptInput,
    @Ctx() context: GraphqlContext,
  ): Promise<Explanation> {
    return explained(context, customerId, attemptOf(attempt));
  }
}

async function explained(
  context: GraphqlContext,
  customerId: string,
  attempt: Attempt,
): Promise<Explanation> {
  const { app, loaders } = context;
  const explanation = await explainRefusal(app, callerOf(context), customerId, attempt);
  if (await loaders.wallets.load(customerId)) await noteLook(context, 'readHistory', customerId);
  return presentRefusalExplained(explanation, wordsOf(attempt));
}

function attemptOf({ act, amount, orderId, debitId, rewardId, code }: AttemptInput): Attempt {
  switch (act) {
    case 'DEDUCT_CREDITS':
      return { act, amount: needed(amount, 'amount').amount, orderId: orderId ?? null };
    case 'ADD_CREDITS':
      return { act, amount: needed(amount, 'amount').amount };
    case 'REFUND_CREDITS': {
      const debit = needed(debitId, 'debitId');
      return { act, debitId: localId('Transaction', debit) ?? debit, amount: amount?.amount ?? null };
    }
    case 'CLAIM_REWARD': {
      const reward = needed(rewardId, 'rewardId');
      return { act, rewardId: localId('Reward', reward) ?? reward };
    }
    case 'APPLY_REFERRAL':
      return { act, code: needed(code, 'code') };
  }
}

function needed<T>(value: T | null | undefined, field: string): T {
  if (value !== null && value !== undefined && value !== '') return value;
  throw badUserInput(`${field} is what this act is decided on: say it.`, field);
}

function wordsOf(attempt: Attempt): string {
  switch (attempt.act) {
    case 'DEDUCT_CREDITS':
      return `to spend ${rupees(attempt.amount)}${attempt.orderId === null ? '' : ` on order ${attempt.orderId}`}`;
    case 'ADD_CREDITS':
      return `to add ${rupees(attempt.amount)}`;
    case 'REFUND_CREDITS':
      return attempt.amount === null
        ? 'to refund this debit'
        : `to refund ${rupees(attempt.amount)} of this debit`;
    case 'CLAIM_REWARD':
      return 'to claim this reward';
    case 'APPLY_REFERRAL':
      return 'to apply this referral code';
  }
}
