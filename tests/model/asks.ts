import { isDead, death, remaining, total, type NaiveStatus } from '../domain/naive-records.ts';
import type { ModelWallet } from './model-wallet.ts';
import type { Random } from './random.ts';

/** What a caller asks of one wallet, in the words of the services. Credits, debits and holds are named by their line. */
export type Ask =
  | { readonly kind: 'OPEN' }
  | { readonly kind: 'CLAIM'; readonly rewardId: string }
  | {
      readonly kind: 'CREDIT';
      readonly amount: bigint;
      readonly source: (typeof SOURCES)[number];
      readonly reason: string;
      readonly expiresOn: number | null;
    }
  | {
      readonly kind: 'DEBIT';
      readonly amount: bigint;
      /** The last line that the quote knew on which it is decided. */
      readonly quoted?: number;
    }
  | { readonly kind: 'PLACE_HOLD'; readonly amount: bigint; readonly until: number | null }
  | {
      readonly kind: 'CAPTURE_HOLD';
      readonly hold: number;
      readonly amount: bigint | null;
      readonly isFinal: boolean;
    }
  | { readonly kind: 'RELEASE_HOLD'; readonly hold: number; readonly reason: string }
  | { readonly kind: 'PURCHASE'; readonly amount: bigint }
  | {
      readonly kind: 'REFUND';
      readonly debit: number;
      readonly amount: bigint | null;
      readonly reason: string;
    }
  | { readonly kind: 'REVERSE'; readonly credit: number; readonly reason: string }
  | { readonly kind: 'EXTEND'; readonly credit: number; readonly expiresOn: number; readonly reason: string }
  | {
      readonly kind: 'SET_STATUS';
      readonly status: NaiveStatus;
      readonly reason: string;
      readonly role: 'STAFF' | 'ADMIN';
    };

export type AskKind = Ask['kind'];
/** What concerns nothing but the wallet. */
export type WalletAsk = Exclude<Ask, { kind: 'CLAIM' }>;

const SOURCES = ['PURCHASE', 'PROMOTION', 'LOYALTY', 'MANUAL'] as const;
const DAY = 86_400_000;

const USUAL: Readonly<Record<AskKind, number>> = {
  OPEN: 1,
  CREDIT: 30,
  DEBIT: 30,
  PLACE_HOLD: 12,
  CAPTURE_HOLD: 10,
  RELEASE_HOLD: 4,
  REFUND: 14,
  REVERSE: 4,
  EXTEND: 4,
  PURCHASE: 4,
  CLAIM: 4,
  SET_STATUS: 5,
};

/** Something that somebody may ask of the wallet as it is, mostly sensible and now and then not. */
export function nextAsk(wallet: ModelWallet, rewardId: string, now: number, random: Random): Ask {
  const { naive } = wallet;
  if (naive.lines.length === 0) return { kind: 'OPEN' };
  // A locked wallet would refuse nearly everything, so it does not stay locked for long.
  const locked = naive.status !== 'ACTIVE' && random.percent(40);
  // And one that has nearly as many holds as it may is asked for more, or it would hardly ever have too many.
  const nearlyFull = naive.openHolds.length >= naive.rules.holds - 1 && random.percent(15);
  const kind = locked ? 'SET_STATUS' : nearlyFull ? 'PLACE_HOLD' : random.share(USUAL);
  switch (kind) {
    case 'CREDIT':
      return {
        kind,
        amount: creditAmount(wallet, random),
        source: random.pick(SOURCES),
        reason: reason(random),
        expiresOn: random.percent(60) ? now + (random.below(120) - 2) * DAY : null,
      };
    case 'DEBIT':
      return { kind, amount: debitAmount(wallet, random), ...quoted(wallet, random) };
    case 'PLACE_HOLD':
      return { kind, amount: debitAmount(wallet, random), until: deadline(wallet, now, random) };
    case 'CAPTURE_HOLD':
      return capture(wallet, random) ?? { kind: 'PLACE_HOLD', amount: naive.rules.least, until: null };
    case 'RELEASE_HOLD': {
      const hold = someHold(wallet, random);
      if (hold === null) return { kind: 'DEBIT', amount: debitAmount(wallet, random) };
      return { kind, hold, reason: reason(random) };
    }
    case 'PURCHASE':
      return { kind, amount: BigInt(1 + random.below(500_000)) };
    case 'REFUND':
      return refund(wallet, random) ?? { kind: 'DEBIT', amount: debitAmount(wallet, random) };
    case 'REVERSE': {
      const credit = someCredit(wallet, random);
      return credit === null ? { kind: 'CLAIM', rewardId } : { kind, credit, reason: reason(random) };
    }
    case 'EXTEND': {
      const credit = someCredit(wallet, random);
      if (credit === null) return { kind: 'CLAIM', rewardId };
      return { kind, credit, expiresOn: now + (random.below(200) - 10) * DAY, reason: reason(random) };
    }
    case 'SET_STATUS': {
      const status = locked ? 'ACTIVE' : random.pick(['ACTIVE', 'FROZEN', 'SUSPENDED'] as const);
      return {
        kind,
        status,
        reason: reason(random),
        role: random.percent(50) || locked ? 'ADMIN' : 'STAFF',
      };
    }
    case 'OPEN':
      return { kind };
    case 'CLAIM':
      return { kind, rewardId };
  }
}

/** Moments at which something happens to a wallet by itself. */
export function momentsOf({ naive }: ModelWallet, now: number): number[] {
  const ends = naive.openHolds.flatMap(({ due }) => (due !== null && due > now ? [due] : []));
  return [...ends, ...naive.openLots.filter((lot) => !isDead(lot, now)).flatMap((lot) => death(lot) ?? [])];
}

/** In paise, mostly within all limits and now and then just beside one. */
export function creditAmount({ naive }: ModelWallet, random: Random): bigint {
  const room = naive.rules.ceiling - naive.balance - naive.held;
  if (random.percent(5)) return room + BigInt(random.below(3) - 1);
  if (random.percent(3)) return random.pick([0n, naive.rules.least - 1n, naive.rules.most + 1n]);
  return naive.rules.least + BigInt(random.below(150_000));
}

function debitAmount({ naive }: ModelWallet, random: Random): bigint {
  const [first] = naive.openLots;
  if (random.percent(8)) return naive.balance + BigInt(random.below(3) - 1);
  if (random.percent(8) && first) return remaining(first) + BigInt(random.below(3) - 1);
  return naive.rules.least + BigInt(random.below(60_000));
}

/** Mostly of the wallet as it is, and now and then of what it was some lines ago. */
function quoted({ naive }: ModelWallet, random: Random): { quoted?: number } {
  return random.percent(15) ? { quoted: Math.max(1, naive.lines.length - random.below(3)) } : {};
}

/** Left to the policy, some time from now, or the very moment at which a lot ends. */
function deadline({ naive }: ModelWallet, now: number, random: Random): number | null {
  if (random.percent(20)) return null;
  const [soonest] = naive.openLots.flatMap((lot) => death(lot) ?? []);
  if (random.percent(20) && soonest !== undefined) return soonest;
  if (random.percent(4)) return now + random.pick([0, 31 * DAY]);
  return naive.timeAt(now) + 1 + random.below(28 * DAY);
}

function capture(wallet: ModelWallet, random: Random): Ask | null {
  const hold = someHold(wallet, random);
  if (hold === null) return null;
  const held = total(wallet.naive.keptOf(wallet.naive.line(hold)).map(({ amount }) => amount));
  const part = held > 1n ? 1n + BigInt(random.below(Number(held))) : held;
  const amount = random.percent(30)
    ? null
    : random.percent(30)
      ? held + random.pick([-1n, 0n, 1n, 1n])
      : part;
  return { kind: 'CAPTURE_HOLD', hold, amount, isFinal: random.percent(65) };
}

function someHold({ naive, isNamed }: ModelWallet, random: Random): number | null {
  const open = naive.openHolds.flatMap(({ no }) => (isNamed(no) ? [no] : []));
  const any = naive.linesOf('HOLD').flatMap(({ no }) => (isNamed(no) ? [no] : []));
  const from = open.length > 0 && random.percent(85) ? open : any;
  return from.length === 0 ? null : random.pick(from);
}

function refund({ naive, isNamed }: ModelWallet, random: Random): Ask | null {
  const debits = naive.linesOf('DEBIT').filter(({ no }) => isNamed(no));
  if (debits.length === 0) return null;
  const debit = random.pick(debits.slice(-6)).no;
  const open = naive.refundableOf(debit);
  const part = open > 1n ? 1n + BigInt(random.below(Number(open))) : open;
  const amount = random.percent(30) ? null : random.percent(10) ? open + BigInt(random.below(3) - 1) : part;
  return { kind: 'REFUND', debit, amount, reason: reason(random) };
}

function someCredit({ naive, isNamed }: ModelWallet, random: Random): number | null {
  const open = naive.openLots.map(({ credit }) => credit).filter(isNamed);
  const any = naive.linesOf('CREDIT').flatMap(({ no }) => (isNamed(no) ? [no] : []));
  const from = open.length > 0 && random.percent(80) ? open : any;
  return from.length === 0 ? null : random.pick(from);
}

function reason(random: Random): string {
  return random.percent(2) ? ' ' : random.pick(['Goodwill', 'Returned goods', 'As agreed', 'Looks unusual']);
}
