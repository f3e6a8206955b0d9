import type { Instant } from '../domain/calendar.ts';
import type { Paise } from '../domain/money.ts';
import type { Policy } from '../domain/policy.ts';
import { isMoneyEntry, signedAmount, type Entry } from '../domain/wallet/entries.ts';
import { evolve } from '../domain/wallet/evolve.ts';
import type { Wallet } from '../domain/wallet/wallet.ts';
import type { KeptWallet, Stored, StoredEntry } from '../persistence/stores/audit.store.ts';
import type { Claims } from './cross-checks.ts';
import * as entries from './entry-checks.ts';
import type { Findings, Place } from './findings.ts';
import type { InvariantCode } from './invariants.ts';
import type { BulkRecount } from './bulk-checks.ts';
import type { CohortCount } from './cohort-count.ts';
import type { LimitRecount } from './limit-checks.ts';
import type { FigureRecount } from './figure-recount.ts';
import type { ProgrammeRecount } from './programme-recount.ts';
import * as holds from './hold-checks.ts';
import * as lots from './lot-checks.ts';
import { Replay, type Step } from './replay.ts';
import * as wallets from './wallet-checks.ts';

const ENDS_OR_PLACES: ReadonlySet<string> = new Set(['DEBIT', 'REVERSAL', 'HOLD', 'RELEASE']);

const ENTRY_CHECKS: readonly (readonly [InvariantCode, lots.StepCheck, ((entry: Entry) => boolean)?])[] = [
  ['I3', lots.lotsHoldWhatTheyCan, isMoneyEntry],
  ['I4', lots.partsAddUp, isMoneyEntry],
  ['I5', entries.runningTotalsCount],
  ['I6', entries.entriesFollow],
  ['I7', entries.namesFit],
  ['I11', lots.lotsAreDrawnInOrder, ({ kind }) => kind === 'DEBIT' || kind === 'HOLD'],
  ['I12', lots.lotsExpireWholeAndInTime],
  ['I12', holds.holdsEndInTime],
  ['I16', entries.onlyActiveWalletsMove],
  ['I20', holds.holdsEndOnce, ({ kind }) => ENDS_OR_PLACES.has(kind)],
  ['I21', lots.termsOfLotsStay],
  ['I22', entries.bulkRowsHaveKeys, entries.isBulk],
  ['I24', entries.entriesSayWho],
  ['I25', entries.timeGoesOn],
  ['I37', holds.heldFollows],
];

const WALLET_CHECKS: readonly (readonly [InvariantCode, wallets.WalletCheck])[] = [
  ['I1', wallets.balanceIsOneAmount],
  ['I2', wallets.spendableIsWithinBalance],
  ['I2', wallets.bandFollows],
  ['I3', wallets.openLotsHoldSomething],
  ['I4', wallets.lotsHoldWhatIsLeft],
  ['I5', wallets.totalsAreTheLast],
  ['I6', wallets.walletIsUpToDate],
  ['I7', wallets.foldIsTheWallet],
  ['I11', wallets.lotsStandInOrder],
  ['I14', wallets.welcomedOnce],
  ['I16', wallets.statusIsTheLast],
  ['I19', wallets.receivableIsNoted],
  ['I21', wallets.tierFollows],
  ['I25', wallets.timesAreTheJournals],
  ['I34', wallets.codeIsWellWritten],
  ['I37', holds.holdsAreWhatTheyKeep],
];

export interface AuditContext {
  readonly findings: Findings;
  readonly claims: Claims;
  readonly programme: ProgrammeRecount;
  readonly figures: FigureRecount;
  readonly bulks: BulkRecount;
  readonly cohorts: CohortCount;
  readonly limits: LimitRecount;
  readonly policy: Policy;
  readonly now: Instant;
}

/**
 * Goes through the journal of one wallet, a stretch at a time, and then compares it with the wallet. An entry that cannot
 * be read ends it: what follows would only repeat the same damage under other names.
 */
export class WalletAudit {
  readonly id: string;
  readonly #context: AuditContext;
  readonly #replay = new Replay();
  #signed: Paise = 0n;
  #welcomes = 0;
  #receivable: Paise = 0n;
  #folded: Wallet | null = null;
  #folds = true;
  #isReadable = true;

  constructor(id: string, context: AuditContext) {
    this.id = id;
    this.#context = context;
  }

  /** The next entries, by position. */
  add(stretch: readonly StoredEntry[]): void {
    const { findings, claims, programme, bulks, cohorts, limits } = this.#context;
    const steps: Step[] = [];
    findings.checked('I23', stretch.length);
    for (const { id, value, faults } of stretch) {
      for (const fault of faults) findings.violated('I23', this.#place(id), fault);
      this.#isReadable &&= value !== null;
      if (!this.#isReadable || !value) break;
      steps.push(this.#replay.add(value));
      if (isMoneyEntry(value)) this.#signed += signedAmount(value);
      if (entries.isWelcome(value)) this.#welcomes += 1;
      this.#noteOwed(value);
      claims.note(value);
      bulks.note(value);
      cohorts.note(value);
      limits.note(value);
    }
    findings.timed('I5', () => {
      for (const { entry } of steps) programme.note(entry);
    });
    for (const [code, check, concerns] of ENTRY_CHECKS) {
      const concerned = concerns ? steps.filter(({ entry }) => concerns(entry)) : steps;
      findings.checked(code, concerned.length);
      findings.timed(code, () => {
        for (const step of concerned) {
          const problem = check(step);
          if (problem !== null) findings.violated(code, this.#place(step.entry.id), problem);
        }
      });
    }
    findings.timed('I7', () => this.#fold(steps));
  }

  /** What is owed follows reversals and settlements; at no place of the journal is it less than nothing. */
  #noteOwed(entry: Entry): void {
    if (entry.kind === 'REVERSAL') this.#receivable += entry.receivable ?? 0n;
    if (entry.kind !== 'SETTLEMENT') return;
    const problem = entries.settlesWhatIsOwed(entry, this.#receivable);
    this.#context.findings.checked('I19');
    if (problem !== null) this.#context.findings.violated('I19', this.#place(entry.id), problem);
    this.#receivable -= entry.settled;
  }

  /** The stored wallet, or null when there is none. Returns what it adds to the sums over all wallets. */
  compareWith(stored: Stored<KeptWallet> | null): { readonly signed: Paise; readonly balance: Paise } {
    const { findings, claims, figures, policy, now } = this.#context;
    if (!stored) {
      findings.violated('I1', this.#place(), `it has entries (${this.#replay.last?.seq ?? 0}) and no wallet`);
      return { signed: this.#signed, balance: 0n };
    }
    for (const fault of stored.faults) findings.violated('I23', this.#place(), fault);
    if (!stored.value || !this.#isReadable) return { signed: 0n, balance: 0n };
    const folded = this.#folds ? this.#folded : null;
    const told = {
      replay: this.#replay,
      signed: this.#signed,
      welcomes: this.#welcomes,
      receivable: this.#receivable,
      folded,
    };
    const reckoning = { kept: stored.value, ...told, policy, now };
    for (const [code, check] of WALLET_CHECKS) {
      findings.checked(code);
      findings.timed(code, () => {
        const problem = check(reckoning);
        if (problem !== null) findings.violated(code, this.#place(), problem);
      });
    }
    claims.noteWallet(stored.value.wallet);
    findings.timed('I30', () => figures.note(reckoning.kept.wallet));
    return { signed: this.#signed, balance: stored.value.wallet.balance };
  }

  /** The product's own fold, which must accept every entry. */
  #fold(steps: readonly Step[]): void {
    if (!this.#folds) return;
    for (const { entry } of steps) {
      try {
        this.#folded = evolve(this.#folded, entry);
      } catch (error) {
        this.#folds = false;
        const problem = error instanceof Error ? error.message : String(error);
        return this.#context.findings.violated(
          'I7',
          this.#place(entry.id),
          `the journal does not fold: ${problem}`,
        );
      }
    }
  }

  #place(entry?: string): Place {
    return entry === undefined ? { record: this.id } : { record: this.id, entry };
  }
}
