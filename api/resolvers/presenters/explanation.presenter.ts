import type { BalanceStep } from '../../../schema/explanation/balance-step.type.ts';
import type { Explanation } from '../../../schema/explanation/explanation.type.ts';
import type { Fact } from '../../../schema/explanation/fact.type.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Paise } from '../../domain/money.ts';
import type { RefusalCode } from '../../domain/refusal.ts';
import type { StepKind } from '../../domain/wallet/balance-steps.ts';
import { isMoneyEntry, type Entry } from '../../domain/wallet/entries.ts';
import type { CreditSource } from '../../domain/wallet/lots.ts';
import type {
  ExplainedBalance,
  ExplainedStep,
  OpenLot,
  Present,
} from '../../services/queries/explain-balance.ts';
import type { ExplainedRefusal } from '../../services/queries/explain-refusal.ts';
import { day, moment } from './moment.ts';
import { presentMoney } from './money.presenter.ts';
import { rupees } from './rupees.ts';
import { presentTransaction } from './transaction.presenter.ts';
import { presentRefusal } from './user-error.presenter.ts';

const BALANCE_RULE =
  'What can be spent is what was added and refunded, less what was spent, has expired, was taken back or is set aside for orders. It is made of lots, of which the one that expires soonest is used first.';

/** Why a wallet holds what it holds, in words. */
export function presentBalanceExplained(explained: ExplainedBalance, at: Instant | null): Explanation {
  const { balance, steps, present } = explained;
  const moved = steps.filter(({ kind, count, amount: total }) =>
    kind === 'HELD' ? total !== 0n : count > 0,
  );
  const sentence = moved.map(({ kind, amount }) => `${rupees(size(amount))} was ${DONE[kind]}`).join(', ');
  const [when, spendable] = at === null ? ['', 'can be spent now'] : [` on ${moment(at)}`, 'was left'];
  return {
    question: `Why is the balance ${rupees(balance)}${when}?`,
    answer: `${sentence === '' ? 'Nothing has moved yet' : sentence}, so ${rupees(balance)} ${spendable}.`,
    rule: BALANCE_RULE,
    code: null,
    steps: moved.map(presentStep),
    facts: present ? presentFacts(explained, present) : [],
  };
}

const DONE: { readonly [K in StepKind]: string } = {
  ADDED: 'added',
  REFUNDED: 'refunded',
  SPENT: 'spent',
  EXPIRED: 'lost to expiry',
  TAKEN_BACK: 'taken back',
  HELD: 'set aside',
};

const NAMES: { readonly [K in StepKind]: string } = {
  ADDED: 'Added',
  REFUNDED: 'Refunded',
  SPENT: 'Spent',
  EXPIRED: 'Expired',
  TAKEN_BACK: 'Taken back',
  HELD: 'Set aside',
};

const FROM: { readonly [S in CreditSource]: string } = {
  PURCHASE: 'bought',
  REFERRAL: 'referrals',
  PROMOTION: 'promotions',
  LOYALTY: 'rewards',
  MANUAL: 'by hand',
};

function presentStep({ kind, count, amount, sources, latest }: ExplainedStep): BalanceStep {
  const from = sources.map(({ source, total }) => `${FROM[source]} ${rupees(total)}`).join(', ');
  const counted = count === 1 ? '1 transaction' : `${count} transactions`;
  return {
    kind,
    text: `${NAMES[kind]} by ${counted}${from === '' ? '' : `: ${from}`}.`,
    count,
    amount: presentMoney(amount),
    latest: latest.map((entry) => presentTransaction(entry)),
  };
}

function presentFacts({ entries }: ExplainedBalance, present: Present): Fact[] {
  const { lots, rest, unbooked, tier, wallet } = present;
  const others: Fact[] =
    rest.count === 0 ? [] : [fact(`${rest.count} more credits that are used later.`, rest.amount)];
  const toNext =
    tier.next && tier.toNext !== null
      ? `; ${rupees(tier.toNext)} more would reach ${tier.next.level}`
      : ', the highest there is';
  const stopped =
    wallet.status === 'ACTIVE'
      ? []
      : [fact(`The wallet is ${wallet.status}, so nothing can be spent until it is released.`)];
  const owed = wallet.receivable ?? 0n;
  return [
    ...lots.map(presentLot),
    ...others,
    ...unbooked.map((entry) => fact(`${said(entry)}, which is not booked yet.`)),
    ...stopped,
    ...(owed === 0n
      ? []
      : [fact(`The customer owes the shop ${rupees(owed)} besides; the balance is not lowered by that.`)]),
    fact(`The tier is ${tier.tier.level}${toNext}.`),
    fact(
      `All that moved in ${entries === 1 ? '1 entry' : `${entries} entries`} of the journal and all that is left of the credits come to the same.`,
    ),
  ];
}

function presentLot({ lot, credit }: OpenLot): Fact {
  const { remaining, original, expiresAt, source } = lot;
  const of = remaining === original ? 'All' : `${rupees(remaining)}`;
  const added = credit ? ` added on ${day(credit.at)}` : '';
  const until = expiresAt === null ? 'never expires' : `expires on ${day(expiresAt)}`;
  const text = `${of} of ${rupees(original)} (${FROM[source]})${added} is left and ${until}.`;
  return { ...fact(text, remaining), transaction: transactionOf(credit) };
}

/** What a refusal goes by, in a sentence for people. Those that are about the input alone need no more than their own words. */
const RULES: { readonly [C in RefusalCode]?: string } = {
  WALLET_NOT_FOUND: 'Only a customer who has a wallet can do anything with credits.',
  WALLET_FROZEN: 'Only a wallet in use spends, claims, refers and is given credits.',
  WALLET_SUSPENDED: 'Only a wallet in use spends, claims, refers and is given credits.',
  INSUFFICIENT_FUNDS: 'No more can be spent than a wallet holds; what has expired does not count.',
  AMOUNT_OUT_OF_RANGE: 'One operation is about an amount within the limits of the shop.',
  WALLET_LIMIT_EXCEEDED: 'A wallet holds no more than the limit of the shop.',
  TOO_MANY_LOTS: 'A wallet holds a limited number of separate credits.',
  ORDER_ALREADY_PAID: 'An order that was paid with credits is paid once more only if that is meant.',
  DEBIT_NOT_FOUND: 'A refund names a debit of the same wallet.',
  REFUND_EXCEEDS_DEBIT: 'The refunds of a debit never exceed it.',
  TOO_MANY_REFUNDS: 'The refunds of a debit are limited in number.',
  REWARD_NOT_FOUND: 'Only a reward that the shop has made can be claimed.',
  REWARD_NOT_ACTIVE: 'Only a reward that is switched on can be claimed.',
  REWARD_NOT_YET_VALID: 'A reward can be claimed from its start on.',
  REWARD_EXPIRED: 'A reward can be claimed until its end.',
  REWARD_EXHAUSTED: 'A reward can be claimed as often in all as the shop has set.',
  REWARD_ALREADY_CLAIMED: 'Each customer claims a reward once.',
  MINIMUM_PURCHASE_NOT_MET: 'A reward may ask for one order of at least so much since it started.',
  REFERRAL_CODE_UNKNOWN: 'A referral code is that of a customer who can be given the bonus.',
  REFERRAL_SELF: 'Nobody refers themselves.',
  REFERRAL_LOOP: 'Nobody is brought by somebody whom they have brought.',
  REFERRAL_ALREADY_APPLIED: 'A customer is brought once, for life.',
  REFERRAL_WINDOW_CLOSED: 'A referral code is used within the first days of a wallet.',
  REFERRAL_LIMIT_REACHED: 'Each customer brings a limited number of others in a month.',
};

/** Why something is refused, or that it is not, in words. `what` says what was tried. */
export function presentRefusalExplained({ refused, entries }: ExplainedRefusal, what: string): Explanation {
  const question = `Why is it refused ${what}?`;
  if (!refused) {
    const answer = 'It is not: as things are now it would be done.';
    return { question, answer, rule: 'Nothing stands against it.', code: null, steps: [], facts: [] };
  }
  const { code, message } = presentRefusal(refused);
  const rule = RULES[refused.code] ?? message;
  return { question, answer: message, rule, code, steps: [], facts: entries.map(presentEntry) };
}

function presentEntry(entry: Entry): Fact {
  const why = entry.reason === null ? '' : `: ${entry.reason}`;
  const text =
    entry.kind === 'STATUS'
      ? `${entry.actor.id} made the wallet ${entry.status} on ${moment(entry.at)}${why}.`
      : `${said(entry)} on ${moment(entry.at)}, after which the wallet held ${rupees(entry.balanceAfter)}.`;
  return { ...fact(text), transaction: transactionOf(entry) };
}

function said(entry: Entry): string {
  if (!isMoneyEntry(entry)) return 'Something changed';
  const amount = rupees(entry.amount);
  switch (entry.kind) {
    case 'CREDIT':
      return `${amount} was added`;
    case 'DEBIT':
      return `${amount} was spent on order ${entry.orderId}`;
    case 'REFUND':
      return `${amount} of order ${entry.orderId} was refunded`;
    case 'EXPIRY':
      return `${amount} expired`;
    case 'REVERSAL':
      return `${amount} was taken back`;
    case 'HOLD':
      return `${amount} was set aside${entry.orderId === null ? '' : ` for order ${entry.orderId}`}`;
    case 'RELEASE':
      return `${amount} that was set aside came back`;
  }
}

function fact(text: string, amount: Paise | null = null): Fact {
  return { text, amount: amount === null ? null : presentMoney(amount), transaction: null };
}

function transactionOf(entry: Entry | null): Fact['transaction'] {
  return entry && isMoneyEntry(entry) ? presentTransaction(entry) : null;
}

function size(amount: Paise): Paise {
  return amount < 0n ? -amount : amount;
}
