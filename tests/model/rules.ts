import { defaultPolicy, type Policy } from '../../api/domain/policy.ts';
import { indianDate } from '../domain/naive-calendar.ts';
import type { NaiveAnswer, NaiveAsk, NaiveLine } from '../domain/naive-records.ts';
import type { WalletAsk } from './asks.ts';
import type { ModelWallet } from './model-wallet.ts';

const DAY = 86_400_000;
/** More than a run comes to. */
const A_DAY = 10n ** 15n;
const { approvals } = defaultPolicy;

/** Limits narrow enough to be met often. */
export const policy: Policy = {
  ...defaultPolicy,
  operation: { min: 1_00n, max: 4_000_00n },
  topUp: { min: 1_00n, max: 4_000_00n },
  maxBalance: 9_000_00n,
  maxOpenLots: 10,
  holds: { ...defaultPolicy.holds, maxOpen: 4 },
  checkouts: { ...defaultPolicy.checkouts, max: 5_000_00n, minutes: 600 },
  giftCards: { amount: { min: 2_00n, max: 3_000_00n }, days: 90, buyerDay: 2_500_00n },
  approvals: {
    ...approvals,
    limits: {
      STAFF: { ...approvals.limits.STAFF, bulkAddCredits: { each: 1_400_00n, day: A_DAY } },
      ADMIN: { ...approvals.limits.ADMIN, bulkAddCredits: { each: 7_000_00n, day: A_DAY } },
    },
  },
};

/*
 * What goes beyond one wallet, once more and naively: it shares nothing with the product but the words of its answers.
 */

/** What the model answers to a request, after which its wallet is as it would be. */
export function performed(wallet: ModelWallet, ask: WalletAsk, now: number): NaiveAnswer {
  const isOfHold = ask.kind === 'CAPTURE_HOLD' || ask.kind === 'RELEASE_HOLD';
  if (isOfHold && wallet.holdsOfOrders.has(ask.hold))
    return { refusal: { code: 'INVALID_INPUT', field: 'holdId' } };
  if (ask.kind === 'PURCHASE') wallet.reports.push({ at: now, total: ask.amount });
  return wallet.naive.perform(inNaiveWords(ask), now);
}

/** What the model answers when `friend` uses the code of `host`: both get their bonus or nobody does. */
export function referred(friend: ModelWallet, host: ModelWallet, now: number): NaiveAnswer {
  const refusal = whyNotReferred(friend, host, now);
  if (refusal) return { refusal };
  const { referrerBonus, referredBonus, validityDays } = policy.referral;
  const expiresOn = now + validityDays * DAY;
  const bonus = { source: 'REFERRAL', expiresOn };
  const before = host.naive.lines.length;
  const thanks = 'A friend joined with your code';
  const given = granted(
    host,
    { ...bonus, amount: referrerBonus, reason: thanks, origin: 'REFERRER', other: friend.id },
    now,
  );
  if ('refusal' in given) return { refusal: { code: 'REFERRAL_CODE_UNKNOWN' } };
  const welcome = granted(
    friend,
    { ...bonus, amount: referredBonus, reason: 'Welcome bonus', origin: 'REFERRED', other: host.id },
    now,
  );
  if ('refusal' in welcome) host.naive.forgetAfter(before);
  else friend.referredAt = welcome.lines.at(-1)?.at ?? null;
  return welcome;
}

function whyNotReferred(friend: ModelWallet, host: ModelWallet, now: number) {
  const { windowDays, monthlyLimit } = policy.referral;
  if (friend.referredAt !== null) return { code: 'REFERRAL_ALREADY_APPLIED', since: friend.referredAt };
  const brought = (wallet: ModelWallet) => bonuses(wallet, 'REFERRED').map(({ other }) => other);
  if (brought(host).includes(friend.id)) return { code: 'REFERRAL_LOOP' };
  const since = (friend.naive.lines[0]?.at ?? 0) + windowDays * DAY;
  if (friend.naive.timeAt(now) >= since) return { code: 'REFERRAL_WINDOW_CLOSED', since };
  if (host.naive.status !== 'ACTIVE') return { code: 'REFERRAL_CODE_UNKNOWN' };
  const month = indianDate(host.naive.timeAt(now)).slice(0, 7);
  const inMonth = bonuses(host, 'REFERRER').filter(({ day }) => day.startsWith(month));
  if (inMonth.length >= monthlyLimit) return { code: 'REFERRAL_LIMIT_REACHED' };
  if (friend.naive.status === 'ACTIVE') return null;
  return { code: `WALLET_${friend.naive.status}`, since: friend.naive.lastStatusLine?.at };
}

function bonuses({ naive }: ModelWallet, origin: NaiveLine['origin']): NaiveLine[] {
  return naive.linesOf('CREDIT').filter((line) => line.origin === origin);
}

type Grant = Omit<Extract<NaiveAsk, { kind: 'CREDIT' }>, 'kind' | 'expiresOn'> & {
  readonly expiresOn?: number | null;
};

export function granted(wallet: ModelWallet, grant: Grant, now: number): NaiveAnswer {
  return wallet.naive.perform({ kind: 'CREDIT', expiresOn: null, ...grant }, now);
}

function inNaiveWords(ask: WalletAsk): NaiveAsk {
  switch (ask.kind) {
    case 'CREDIT':
      return { ...ask, origin: 'NONE' };
    case 'PURCHASE':
      return { kind: 'PURCHASE', total: ask.amount };
    case 'OPEN':
      return { kind: 'OPEN' };
    default:
      return ask;
  }
}
