import { isDeepStrictEqual } from 'node:util';
import { balanceSteps } from '../../api/domain/wallet/balance-steps.ts';
import type { CreditEntry, Entry } from '../../api/domain/wallet/entries.ts';
import { evolve } from '../../api/domain/wallet/evolve.ts';
import type { Draw, Lot, LotFacts } from '../../api/domain/wallet/lots.ts';
import type { Wallet } from '../../api/domain/wallet/wallet.ts';

/** The laws that a wallet and its journal break; none in a sound one. Only the fold and the explanation use the product's own code. */
export function brokenLaws(wallet: Wallet, journal: readonly Entry[]): string[] {
  const replay = new Replay();
  for (const entry of journal) replay.add(entry);
  replay.compareWith(wallet);
  if (!folds(journal, wallet)) replay.broken.add('the fold of the journal is the wallet');
  return [...replay.broken];
}

function folds(journal: readonly Entry[], wallet: Wallet): boolean {
  try {
    return isDeepStrictEqual(journal.reduce<Wallet | null>(evolve, null), wallet);
  } catch {
    return false;
  }
}

/** Walks a journal from its first entry, counting everything anew. */
class Replay {
  readonly broken = new Set<string>();
  readonly #lots = new Map<string, Lot>();
  readonly #expired = new Set<string>();
  readonly #refundable = new Map<string, bigint>();
  readonly #totals: Record<string, { count: number; total: bigint }> = {};
  #seq = 0;
  #at = -Infinity;
  #balance = 0n;
  #held = 0n;
  readonly #holds = new Map<string, Map<string, Draw>>();
  #status = 'ACTIVE';
  /** The last release: only what it gave back may expire late. */
  #lateRelease = 0;

  add(entry: Entry): void {
    this.#law(entry.seq === this.#seq + 1, 'numbers have no gap');
    this.#law(entry.at >= this.#at, 'time does not run backwards');
    this.#seq = entry.seq;
    this.#at = entry.at;
    this.#move(entry);
    this.#law(entry.balanceAfter === this.#balance, 'each balance follows from the one before');
    this.#law(this.#free() === this.#balance, 'the balance is the sum of what remains');
    this.#law((entry.heldAfter ?? 0n) === this.#held, 'each held sum follows from the one before');
    this.#law(this.#kept() === this.#held, 'what is held is the sum of what holds keep');
    this.#law(isDeepStrictEqual({ ...entry.running }, this.#totals), 'running totals equal a recount');
    const explained = balanceSteps(entry.running, entry.heldAfter ?? 0n).reduce(
      (total, { amount }) => total + amount,
      0n,
    );
    this.#law(explained === entry.balanceAfter, 'what a balance is explained by adds up to it');
  }

  compareWith(wallet: Wallet): void {
    const open = [...this.#lots.values()].filter((lot) => lot.remaining > 0n).sort(orderOfUse);
    this.#law(wallet.balance === this.#balance, 'the balance is the sum of all entries');
    this.#law(isDeepStrictEqual(wallet.lots, open), 'the open lots are what was put in less what was taken');
  }

  #move(entry: Entry): void {
    switch (entry.kind) {
      case 'OPEN':
      case 'PURCHASE':
      case 'SETTLEMENT':
        return;
      case 'STATUS':
        this.#status = entry.status;
        return;
      case 'CREDIT':
        this.#law(this.#status === 'ACTIVE' || isOwed(entry), 'only an active wallet receives and spends');
        this.#putIn(entry.lot, entry.amount, entry.at);
        return this.#tally(entry.lot.source.toLowerCase(), entry.amount, entry.amount);
      case 'DEBIT':
        this.#refundable.set(entry.id, entry.amount);
        if (entry.holdId !== undefined) {
          this.#takeHeld(entry.holdId, entry.draws);
          this.#law(added(entry.draws) === entry.amount, 'draws and restores add up to their entry');
          return this.#tally('debit', entry.amount, 0n);
        }
        this.#law(this.#status === 'ACTIVE', 'only an active wallet receives and spends');
        this.#inOrder(entry.draws.map(({ lot }) => lot.id));
        for (const { lot, amount } of entry.draws) {
          this.#law(lot.expiresAt === null || lot.expiresAt > entry.at, 'nothing expired is spent');
          this.#takeOut(lot, amount);
        }
        this.#law(added(entry.draws) === entry.amount, 'draws and restores add up to their entry');
        return this.#tally('debit', entry.amount, -entry.amount);
      case 'EXPIRY':
        for (const { lot, amount } of entry.draws) {
          this.#law(
            lot.expiresAt === entry.expiredAt && entry.expiredAt <= entry.at,
            'nothing expires early',
          );
          const late = entry.releasedBy !== undefined;
          this.#law(
            late ? entry.releasedBy === this.#lateRelease : !this.#expired.has(lot.id),
            'a lot expires once',
          );
          this.#law(this.#lots.get(lot.id)?.remaining === amount, 'expiry takes all that is left');
          if (!late) this.#expired.add(lot.id);
          this.#takeOut(lot, amount);
        }
        this.#law(added(entry.draws) === entry.amount, 'draws and restores add up to their entry');
        return this.#tally('expiry', entry.amount, -entry.amount);
      case 'REVERSAL': {
        if (entry.holdId !== undefined) {
          this.#takeHeld(entry.holdId, entry.draws);
          this.#law(added(entry.draws) === entry.amount, 'draws and restores add up to their entry');
          return this.#tally('reversal', entry.amount, 0n);
        }
        const creditSeq = entry.draws[0]?.lot.creditSeq;
        for (const { lot, amount } of entry.draws) {
          this.#law(this.#lots.get(lot.id)?.remaining === amount, 'a reversal takes all that is left');
          this.#takeOut(lot, amount);
        }
        const kept = [...this.#lots.values()].filter((lot) => lot.creditSeq === creditSeq);
        this.#law(
          kept.every((lot) => lot.remaining === 0n),
          'a reversal takes all that is left',
        );
        this.#law(added(entry.draws) === entry.amount, 'draws and restores add up to their entry');
        return this.#tally('reversal', entry.amount, -entry.amount);
      }
      case 'EXTENSION':
        for (const { lot: id, from, to } of entry.extended) {
          const lot = this.#lots.get(id);
          this.#law(
            lot?.expiresAt === from && from > entry.at && to > from,
            'an extension gives an open lot more time',
          );
          if (lot) this.#lots.set(id, { ...lot, expiresAt: to });
          for (const parts of this.#holds.values()) {
            const part = parts.get(id);
            if (part) parts.set(id, { ...part, lot: { ...part.lot, expiresAt: to } });
          }
        }
        return;
      case 'HOLD':
        if (entry.purpose === 'ORDER') {
          this.#law(this.#status === 'ACTIVE', 'only an active wallet receives and spends');
          this.#inOrder(entry.draws.map(({ lot }) => lot.id));
        }
        this.#law(
          entry.deadline === null ? entry.purpose !== 'ORDER' : entry.deadline > entry.at,
          'a hold ends after it was placed',
        );
        for (const { lot, amount } of entry.draws) {
          this.#law(lot.expiresAt === null || lot.expiresAt > entry.at, 'nothing expired is spent');
          this.#takeOut(lot, amount);
        }
        this.#holds.set(entry.id, new Map(entry.draws.map((draw) => [draw.lot.id, draw])));
        this.#held += entry.amount;
        this.#law(added(entry.draws) === entry.amount, 'draws and restores add up to their entry');
        return this.#tally('hold', entry.amount, -entry.amount);
      case 'RELEASE':
        this.#takeHeld(entry.holdId, entry.restores);
        this.#law(!this.#holds.has(entry.holdId), 'a release gives back all that a hold keeps');
        this.#lateRelease = entry.seq;
        for (const { lot, amount } of entry.restores) {
          this.#sameFacts(lot);
          this.#keep({ ...lot, remaining: (this.#lots.get(lot.id)?.remaining ?? 0n) + amount });
        }
        this.#law(added(entry.restores) === entry.amount, 'draws and restores add up to their entry');
        return this.#tally('release', entry.amount, entry.amount);
      case 'REFUND': {
        const left = (this.#refundable.get(entry.debitId) ?? 0n) - entry.amount;
        this.#law(left >= 0n, 'refunds never exceed their debit');
        this.#refundable.set(entry.debitId, left);
        for (const { lot, amount, drawnFrom } of entry.restores) {
          this.#law(this.#lots.get(drawnFrom)?.funding === lot.funding, 'a refund keeps the funding');
          this.#putIn(lot, amount, entry.at);
        }
        this.#law(added(entry.restores) === entry.amount, 'draws and restores add up to their entry');
        return this.#tally('refund', entry.amount, entry.amount);
      }
    }
  }

  #putIn(facts: LotFacts, amount: bigint, at: number): void {
    this.#sameFacts(facts);
    this.#law(facts.expiresAt === null || facts.expiresAt > at, 'nothing goes into an expired lot');
    const remaining = (this.#lots.get(facts.id)?.remaining ?? 0n) + amount;
    this.#keep({ ...facts, remaining });
  }

  #takeOut(facts: LotFacts, amount: bigint): void {
    this.#sameFacts(facts);
    this.#keep({ ...facts, remaining: (this.#lots.get(facts.id)?.remaining ?? 0n) - amount });
  }

  #keep(lot: Lot): void {
    this.#law(
      lot.remaining >= 0n && lot.remaining <= lot.original,
      'a lot holds between nothing and what it began with',
    );
    this.#lots.set(lot.id, lot);
  }

  /** Above all the expiry: it is fixed when the lot is opened, and only an extension moves it (product rule 6). */
  #sameFacts(facts: LotFacts): void {
    const known = this.#lots.get(facts.id);
    if (!known) return;
    this.#law(
      isDeepStrictEqual(known, { ...facts, remaining: known.remaining }),
      'the facts of a lot never change but by an extension',
    );
  }

  #inOrder(drawn: readonly string[]): void {
    const open = [...this.#lots.values()].filter((lot) => lot.remaining > 0n).sort(orderOfUse);
    const first = open.slice(0, drawn.length).map((lot) => lot.id);
    this.#law(isDeepStrictEqual(first, drawn), 'draws follow the order of use');
  }

  #tally(movement: string, amount: bigint, signed: bigint): void {
    this.#law(amount > 0n, 'every movement moves something');
    const { count, total } = this.#totals[movement] ?? { count: 0, total: 0n };
    this.#totals[movement] = { count: count + 1, total: total + amount };
    this.#balance += signed;
  }

  #free(): bigint {
    return added([...this.#lots.values()].map((lot) => ({ amount: lot.remaining })));
  }

  #kept(): bigint {
    return added([...this.#holds.values()].flatMap((parts) => [...parts.values()]));
  }

  /** Takes parts out of a hold, which must keep them. */
  #takeHeld(holdId: string, parts: readonly Draw[]): void {
    const kept = this.#holds.get(holdId);
    this.#law(kept !== undefined, 'a hold ends once');
    for (const { lot, amount } of parts) {
      const part = kept?.get(lot.id);
      this.#law((part?.amount ?? 0n) >= amount, 'no more is taken of a hold than it keeps');
      this.#law(isDeepStrictEqual(part?.lot, lot), 'the facts of a lot never change but by an extension');
      if (part && part.amount > amount) kept?.set(lot.id, { lot: part.lot, amount: part.amount - amount });
      else kept?.delete(lot.id);
      this.#held -= amount;
    }
    if (kept?.size === 0) this.#holds.delete(holdId);
  }

  #law(holds: boolean, law: string): void {
    if (!holds) this.broken.add(law);
  }
}

function added(parts: readonly { readonly amount: bigint }[]): bigint {
  return parts.reduce((total, { amount }) => total + amount, 0n);
}

function orderOfUse(a: Lot, b: Lot): number {
  const keys = [rank, (lot: Lot) => (lot.funding === 'GRANTED' ? 0 : 1), (lot: Lot) => lot.openedSeq, partOf];
  for (const key of keys) if (key(a) !== key(b)) return key(a) - key(b);
  return 0;
}

function rank(lot: Lot): number {
  return lot.expiresAt ?? Number.MAX_VALUE;
}

function partOf(lot: Lot): number {
  return Number(lot.id.split('.')[1] ?? 0);
}

/** What was paid, or comes back of an order, lands in any status. */
function isOwed({ origin }: CreditEntry): boolean {
  if (origin?.kind === 'GIFT_CARD') return origin.checkoutId !== undefined;
  return origin?.kind === 'TOP_UP' || origin?.kind === 'REVIEW';
}
