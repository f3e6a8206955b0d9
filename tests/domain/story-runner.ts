import { defaultPolicy } from '../../api/domain/policy.ts';
import { isRefusal } from '../../api/domain/refusal.ts';
import type { Entry } from '../../api/domain/wallet/entries.ts';
import { keepsSomeOf, type OpenHold } from '../../api/domain/wallet/holds.ts';
import { isDue } from '../../api/domain/wallet/lots.ts';
import type { Decision } from '../../api/domain/wallet/decide.ts';
import type { Act, Amount, ClockMove, CommandStory, Day, Step } from './command-stories.ts';
import { brokenLaws } from './journal-laws.ts';
import { india } from './wallet-story.ts';
import { death, remaining, total, type NaiveAsk, type NaiveLine } from './naive-records.ts';
import { FRIEND, SideBySide, type Strange } from './side-by-side.ts';

/** How often each outcome was met, so that a test can tell whether the stories went everywhere. */
export type Outcomes = Map<string, number>;

/** Runs one story over a few wallets, each held by the product and by the naive model; throws where they differ. */
export class StoryRunner {
  readonly #wallets: readonly SideBySide[];
  readonly #outcomes: Outcomes;
  #now = india('2026-03-10 09:00');

  constructor({ tuned }: CommandStory, outcomes: Outcomes) {
    this.#wallets = ['asha', 'kiran', 'zoya'].map((id) => new SideBySide(id, { ...defaultPolicy, ...tuned }));
    this.#outcomes = outcomes;
  }

  run(steps: readonly Step[]): void {
    for (const step of steps) this.#take(step);
    for (const { wallet, journal } of this.#wallets) {
      if (wallet) expect(brokenLaws(wallet, journal)).toEqual([]);
    }
  }

  #take({ who, clock, act, early }: Step): void {
    const pair = this.#wallets[who];
    if (!pair) throw new Error('The story names a wallet that is not in it.');
    this.#now = this.#moved(clock, pair);
    if (!pair.wallet && !early) this.#ask(pair, { kind: 'OPEN' });
    const strange = 'ofAnother' in act && act.ofAnother ? this.#madeByAnother(who) : null;
    const ask = this.#concrete(act, pair, strange !== null);
    if (ask) this.#ask(pair, ask, strange);
  }

  #ask(pair: SideBySide, ask: NaiveAsk, strange: Strange | null = null): void {
    const held = new Set(pair.wallet?.lots.map((lot) => lot.id));
    const kept = pair.wallet?.holds ?? [];
    const before = pair.wallet?.updatedAt ?? 0;
    const decision = pair.ask(ask, this.#now, strange);
    this.#count('command');
    for (const outcome of outcomesOf(decision, held)) this.#count(outcome);
    if (!isRefusal(decision) && decision.some((entry) => extendsHeld(entry, kept)))
      this.#count('extension of held credits');
    if (this.#now < before) this.#count('clock set back');
  }

  #count(outcome: string): void {
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
  }

  #moved(move: ClockMove, { naive }: SideBySide): number {
    if (move.kind === 'FORWARD') return this.#now + move.ms;
    if (move.kind === 'TO_MIDNIGHT') {
      const day = 86_400_000;
      return Math.floor((this.#now + 5.5 * 3_600_000) / day + 1) * day - 5.5 * 3_600_000 + move.offset;
    }
    const moments =
      move.kind === 'TO_DEADLINE'
        ? naive.openHolds.flatMap(({ due }) => due ?? [])
        : naive.openLots.flatMap((lot) => death(lot) ?? []).slice(0, 4);
    const moment = moments[move.which % moments.length];
    return moment === undefined ? this.#now : Math.max(this.#now, moment + move.offset);
  }

  #madeByAnother(who: number): Strange | null {
    const others = this.#wallets.filter((_, index) => index !== who).flatMap(({ journal }) => journal);
    const debit = others.findLast((entry) => entry.kind === 'DEBIT');
    const credit = others.findLast((entry) => entry.kind === 'CREDIT');
    return debit && credit ? { debit, credit } : null;
  }

  /** The act in figures; null where there is nothing to name, such as the refund in a wallet that never spent. */
  #concrete(act: Act, pair: SideBySide, isStrange: boolean): NaiveAsk | null {
    const { naive } = pair;
    const named = (kind: NaiveLine['kind'], which: number) => {
      if (isStrange) return { no: null };
      const lines = naive.linesOf(kind).slice(-8);
      return lines[which % lines.length] ?? null;
    };
    // Most credits are used up, and few are in several lots: most acts on a credit look for one that is worth it.
    const held = (which: number) => {
      const open = isStrange || which % 4 === 0 ? [] : naive.openLots.map(({ credit }) => credit);
      const several = which % 2 === 0 ? [] : open.filter((no, at) => open.indexOf(no) !== at);
      const no = several[0] ?? open[which % open.length];
      return no === undefined ? named('CREDIT', which) : { no };
    };
    switch (act.kind) {
      case 'CREDIT': {
        const { source, reason, origin } = act;
        // Nobody can pay nothing; what was paid has no other bounds.
        const isPaid = ['TOP_UP', 'REVIEW', 'GIFT_CARD', 'ORDER_BACK'].includes(origin);
        const amount = isPaid ? atLeastOne(act.amount, pair) : paiseOf(act.amount, pair, null);
        const expiresOn = act.expiresOn && this.#moment(act.expiresOn, pair);
        return { kind: 'CREDIT', amount, source, reason, origin, other: FRIEND, expiresOn };
      }
      case 'DEBIT':
        return {
          kind: 'DEBIT',
          amount: paiseOf(act.amount, pair, null),
          order: act.order,
          ...quotedIn(act, pair),
        };
      case 'PLACE_HOLD': {
        const { order } = act;
        const until = act.until && this.#instant(act.until, pair);
        return {
          kind: 'PLACE_HOLD',
          amount: paiseOf(act.amount, pair, null),
          order,
          until,
          ...quotedIn(act, pair),
        };
      }
      case 'CAPTURE_HOLD': {
        const hold = someHold(act.which, pair);
        if (hold === null && act.which % 10 > 0) return null;
        const amount = act.amount && paiseOf(act.amount, pair, null, hold);
        return { kind: 'CAPTURE_HOLD', hold, amount, isFinal: act.isFinal };
      }
      case 'RELEASE_HOLD':
        return act.which % 10 > 0 && naive.linesOf('HOLD').length === 0
          ? null
          : { kind: 'RELEASE_HOLD', hold: someHold(act.which, pair), reason: act.reason };
      case 'REFUND': {
        const debit = named('DEBIT', act.which);
        if (!debit) return null;
        const amount = act.amount && paiseOf(act.amount, pair, debit.no);
        return { kind: 'REFUND', debit: debit.no, amount: isStrange ? null : amount, reason: act.reason };
      }
      case 'REVERSE': {
        const credit = held(act.which);
        return credit && { kind: 'REVERSE', credit: credit.no, reason: act.reason };
      }
      case 'EXTEND': {
        const credit = held(act.which);
        const expiresOn = this.#moment(act.expiresOn, pair) ?? this.#now;
        return credit && { kind: 'EXTEND', credit: credit.no, expiresOn, reason: act.reason };
      }
      case 'PURCHASE':
        // The shop reports an order once.
        return naive.linesOf('PURCHASE').some(({ order }) => order === act.order) ? null : act;
      case 'SET_STATUS':
        return act;
      case 'OPEN':
      case 'EXPIRE':
        return { kind: act.kind };
    }
  }

  #instant(
    until: { readonly inMs: number } | { readonly likeLot: number },
    { naive }: SideBySide,
  ): number | null {
    if ('inMs' in until) return naive.timeAt(this.#now) + until.inMs;
    const moments = naive.openLots.flatMap((lot) => death(lot) ?? []);
    return moments[until.likeLot % moments.length] ?? null;
  }

  #moment(day: Day, { naive }: SideBySide): number | null {
    if ('inDays' in day) return this.#now + day.inDays * 86_400_000;
    const moments = naive.openLots.map(death);
    return moments[day.likeLot % moments.length] ?? null;
  }
}

/** Mostly one that is open. */
function someHold(which: number, { naive }: SideBySide): number | null {
  const open = which % 5 === 0 ? [] : naive.openHolds;
  const holds = open.length > 0 ? open : naive.linesOf('HOLD').slice(-4);
  return holds[which % holds.length]?.no ?? null;
}

function quotedIn({ quoted }: { readonly quoted: number | null }, { naive }: SideBySide) {
  return quoted === null ? {} : { quoted: naive.lines.length - quoted };
}

function atLeastOne(amount: Amount, pair: SideBySide): bigint {
  const paise = paiseOf(amount, pair, null);
  return paise < 1n ? 1n : paise;
}

function paiseOf(
  amount: Amount,
  { naive }: SideBySide,
  debit: number | null,
  hold: number | null = null,
): bigint {
  const { rules, balance } = naive;
  const [first] = naive.openLots;
  switch (amount.of) {
    case 'PLAIN':
      return amount.paise;
    case 'BALANCE':
      return balance + amount.around;
    case 'FIRST_LOT':
      return (first ? remaining(first) : 0n) + amount.around;
    case 'ROOM':
      return rules.ceiling - balance - naive.held + amount.around;
    case 'REFUNDABLE':
      return (debit === null ? 300_00n : naive.refundableOf(debit)) + amount.around;
    case 'HELD':
      return held(naive, hold) + amount.around;
    case 'TIER':
      return (rules.rungs[amount.rung]?.from ?? 0n) - balance + amount.around;
  }
}

function held(naive: SideBySide['naive'], hold: number | null): bigint {
  return hold === null ? 100_00n : total(naive.keptOf(naive.line(hold)).map(({ amount }) => amount));
}

function extendsHeld(entry: Entry, kept: readonly OpenHold[]): boolean {
  return entry.kind === 'EXTENSION' && entry.extended.some(({ lot }) => keepsSomeOf(kept, lot));
}

function outcomesOf(decision: Decision, held: ReadonlySet<string>): string[] {
  if (isRefusal(decision)) return [decision.code];
  const expiries = decision.filter((entry) => entry.kind === 'EXPIRY').length;
  const outcomes: string[] = decision.map((entry) => entry.kind);
  if (expiries > 1) outcomes.push('several expiries at once');
  for (const entry of decision) {
    if (entry.kind === 'DEBIT' && entry.countedBefore) outcomes.push('debit for a reported order');
    if (entry.kind === 'DEBIT' && entry.draws.length > 1) outcomes.push('several draws');
    if (entry.kind === 'DEBIT' && entry.holdId !== undefined) {
      outcomes.push('captured');
      if (entry.countedBefore) outcomes.push('capture for a reported order');
      if (entry.draws.some(({ lot }) => isDue(lot, entry.at)))
        outcomes.push('capture after the lot had ended');
    }
    if (entry.kind === 'RELEASE') outcomes.push(`release: ${entry.cause}`);
    if (entry.kind === 'EXPIRY' && entry.releasedBy !== undefined) outcomes.push('given back too late');
    if (entry.kind === 'REVERSAL' && entry.stillHeld) outcomes.push('reversal beside a hold');
    if (entry.kind === 'REVERSAL' && entry.notRecovered > 0n) outcomes.push('reversal in part');
    if (entry.kind === 'REVERSAL' && entry.draws.length > 1) outcomes.push('reversal of several lots');
    if (entry.kind === 'EXTENSION' && entry.extended.length > 1) outcomes.push('extension of several lots');
    if (entry.kind !== 'REFUND') continue;
    if (entry.restores.length > 1) outcomes.push('several restores');
    for (const { drawnFrom, lot } of entry.restores) {
      if (drawnFrom !== lot.id) outcomes.push('new lot for an expired one');
      else outcomes.push(held.has(lot.id) ? 'open lot refilled' : 'used-up lot opened again');
    }
  }
  return outcomes;
}
