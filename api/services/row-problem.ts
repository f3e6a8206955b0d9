import type { RowProblem } from '../domain/job.ts';
import { formatRupees } from '../domain/money.ts';
import type { Refusal } from '../domain/refusal.ts';

/** Why a row of a file cannot be done, by its column and in words that help. */
export function problemOf(refusal: Refusal): RowProblem {
  const { code } = refusal;
  switch (code) {
    case 'WALLET_NOT_FOUND':
      return {
        code,
        column: 'customer_id',
        problem: 'There is no wallet of this customer. Check the id, or create it first.',
      };
    case 'WALLET_EXISTS':
      return {
        code,
        column: 'customer_id',
        problem: 'This customer has a wallet already: nothing was changed.',
      };
    case 'WALLET_FROZEN':
    case 'WALLET_SUSPENDED':
      return { code, column: 'customer_id', problem: 'This wallet is stopped and receives no credits.' };
    case 'AMOUNT_OUT_OF_RANGE': {
      const [min, max] = [refusal.min, refusal.max].map(formatRupees);
      return { code, column: 'amount', problem: `Write an amount from ${min} to ${max}.` };
    }
    case 'WALLET_LIMIT_EXCEEDED':
      return {
        code,
        column: 'amount',
        problem: `The wallet can take ${formatRupees(refusal.available)} more at most.`,
      };
    case 'TOO_MANY_LOTS':
      return { code, column: 'customer_id', problem: 'This wallet holds as many credits as it can.' };
    case 'EXPIRES_IN_PAST':
      return { code, column: 'expires_on', problem: 'That day is over.' };
    case 'INVALID_INPUT':
      return { code, column: refusal.field, problem: refusal.problem };
    default:
      return { code, column: null, problem: 'This row was refused.' };
  }
}
