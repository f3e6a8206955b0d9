import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../api/domain/actor.ts';
import type { Policy } from '../../api/domain/policy.ts';
import { isRefusal } from '../../api/domain/refusal.ts';
import type { WalletCommand } from '../../api/domain/wallet/commands.ts';
import { decide, type Decision } from '../../api/domain/wallet/decide.ts';
import type { CreditEntry, CreditOrigin, DebitEntry, Entry } from '../../api/domain/wallet/entries.ts';
import { evolve } from '../../api/domain/wallet/evolve.ts';
import type { CreditSource } from '../../api/domain/wallet/lots.ts';
import type { Wallet } from '../../api/domain/wallet/wallet.ts';
import { lineOf } from './entry-lines.ts';
import { NaiveWallet } from './naive-model.ts';
import { naiveLinesOf, naivePortraitOf, rulesOf } from './naive-portrait.ts';
import type { NaiveAnswer, NaiveAsk, NaiveOrigin } from './naive-records.ts';
import { portraitOf } from './portrait.ts';

/** Whoever is on the other side of a referral in these tests. */
export const FRIEND = 'friend';

const ORIGINS: { readonly [O in NaiveOrigin]: CreditOrigin | null } = {
  NONE: null,
  REWARD: { kind: 'REWARD', rewardId: 'reward' },
  REFERRER: { kind: 'REFERRAL', side: 'REFERRER', otherId: FRIEND },
  REFERRED: { kind: 'REFERRAL', side: 'REFERRED', otherId: FRIEND },
  TOP_UP: { kind: 'TOP_UP', topUpId: 'top-up' },
  BULK: { kind: 'BULK', reference: null },
  REVIEW: { kind: 'REVIEW', reviewId: 'MOCK:payment:pay_1' },
  VOUCHER: { kind: 'VOUCHER', campaignId: 'campaign', termsVersion: 1, use: 1 },
  GIFT_CARD: { kind: 'GIFT_CARD', giftCardId: 'card' },
  ORDER_BACK: { kind: 'GIFT_CARD', giftCardId: 'card', checkoutId: 'checkout' },
};

/** What another wallet has, for asking this one about it. */
export interface Strange {
  readonly debit: DebitEntry;
  readonly credit: CreditEntry;
}

/** One wallet held twice: by the product and by the naive model, which must never differ. */
export class SideBySide {
  readonly naive: NaiveWallet;
  readonly journal: Entry[] = [];
  wallet: Wallet | null = null;
  readonly #policy: Policy;
  #asked = 0;

  constructor(
    readonly id: string,
    policy: Policy,
  ) {
    this.#policy = policy;
    this.naive = new NaiveWallet(rulesOf(policy));
  }

  /** Asks both the same and compares answers and wallets; entries of another wallet can be handed in to be named. */
  ask(ask: NaiveAsk, clock: number, strange: Strange | null = null): Decision {
    const entryId = `${this.id}:${(this.#asked += 1)}`;
    const role = ask.kind === 'SET_STATUS' ? (ask.role as Actor['role']) : 'ADMIN';
    const actor: Actor = { id: 'somebody', role, channel: 'API' };
    const context = { now: clock, policy: this.#policy, actor, requestId: entryId, entryId, intent: null };
    const decision = decide(this.wallet, frozen(this.#commandFor(ask, strange)), this.id, context);
    mustEqual(toldBy(decision, this), naiveToldBy(this.naive.perform(ask, clock), this.naive), ask);
    if (!isRefusal(decision)) this.#fold(decision);
    // Also after a refusal: then what is due is not booked yet, and views have to leave it out by themselves.
    if (this.wallet)
      mustEqual(portraitOf(this.wallet, this.#policy, clock), naivePortraitOf(this.naive, clock), ask);
    return decision;
  }

  #debit(line: number | null, strange: Strange | null): DebitEntry {
    const entry = line === null ? strange?.debit : this.journal[line - 1];
    if (entry?.kind !== 'DEBIT') throw new Error(`Entry ${line} is no debit.`);
    return entry;
  }

  #credit(line: number | null, strange: Strange | null): CreditEntry {
    const entry = line === null ? strange?.credit : this.journal[line - 1];
    if (entry?.kind !== 'CREDIT') throw new Error(`Entry ${line} is no credit.`);
    return entry;
  }

  #hold(line: number | null): string {
    return (line === null ? null : this.journal[line - 1]?.id) ?? `${this.id}:of-nobody`;
  }

  #quote({ quoted: seq }: { readonly quoted?: number }) {
    return seq === undefined ? {} : { quote: { seq, since: this.journal.slice(Math.max(0, seq)) } };
  }

  #fold(entries: readonly Entry[]): void {
    for (const entry of entries) this.wallet = frozen(evolve(this.wallet, frozen(entry)));
    this.journal.push(...entries);
  }

  #commandFor(ask: NaiveAsk, strange: Strange | null): WalletCommand {
    switch (ask.kind) {
      case 'OPEN':
        return { kind: 'OPEN', referralCode: `CODE-${this.id}` };
      case 'CREDIT': {
        const { origin: name, other: _, ...asked } = ask;
        const origin = ORIGINS[name];
        const command = { ...asked, source: ask.source as CreditSource, orderId: null };
        return origin ? { ...command, origin } : command;
      }
      case 'DEBIT':
        return { ...ask, orderId: ask.order ?? `order-${this.#asked}`, reason: null, ...this.#quote(ask) };
      case 'PLACE_HOLD': {
        const orderId = ask.order ?? `order-${this.#asked}`;
        return { ...ask, orderId, expiresAt: ask.until, reason: null, ...this.#quote(ask) };
      }
      case 'CAPTURE_HOLD':
        return { ...ask, holdId: this.#hold(ask.hold), entries: [...this.journal], reason: null };
      case 'RELEASE_HOLD':
        return { ...ask, holdId: this.#hold(ask.hold), entries: [...this.journal] };
      case 'REFUND': {
        const debit = this.#debit(ask.debit, strange);
        const refunds = this.journal.filter((entry) => entry.kind === 'REFUND');
        return { ...ask, debit, earlier: refunds.filter((entry) => entry.debitId === debit.id) };
      }
      case 'REVERSE': {
        const credit = this.#credit(ask.credit, strange);
        const reversals = this.journal.filter((entry) => entry.kind === 'REVERSAL');
        return { ...ask, credit, earlier: reversals.filter((entry) => entry.creditId === credit.id) };
      }
      case 'EXTEND':
        return { ...ask, credit: this.#credit(ask.credit, strange) };
      case 'PURCHASE': {
        const orderId = ask.order ?? `order-${this.#asked}`;
        const debits = this.journal.filter((entry) => entry.kind === 'DEBIT');
        return { ...ask, orderId, debits: debits.filter((entry) => entry.orderId === orderId) };
      }
      default:
        return ask;
    }
  }
}

/** A decision in the words of the naive model. Wording of problems is free, everything else is not. */
function toldBy(decision: Decision, pair: SideBySide): unknown {
  if (!isRefusal(decision)) {
    const stray = decision.find(({ walletId }) => walletId !== pair.id);
    if (stray) throw new Error(`Entry ${stray.id} belongs to ${stray.walletId}.`);
    return decision.map((entry) => lineOf(entry, pair.journal, originName));
  }
  const unsaid = { problem: '', customerId: '', moved: [] };
  const { problem: _, customerId: __, moved: ___, ...rest } = { ...unsaid, ...decision };
  return rest;
}

function naiveToldBy(answer: NaiveAnswer, naive: NaiveWallet): unknown {
  return 'refusal' in answer ? answer.refusal : naiveLinesOf(answer.lines, naive);
}

function originName({ origin }: CreditEntry): string | undefined {
  return Object.entries(ORIGINS).find(([, known]) => isDeepStrictEqual(known, origin))?.[0];
}

function mustEqual(product: unknown, naive: unknown, ask: NaiveAsk): void {
  if (isDeepStrictEqual(product, naive)) return;
  expect({ asked: ask, answer: product }).toEqual({ asked: ask, answer: naive });
  throw new Error('The product and the naive model differ in a way that only a strict comparison sees.');
}

/** Makes sure that nobody changes what was handed in: deciding and folding are pure. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
