import { isDeepStrictEqual } from 'node:util';
import type { Approval, BulkPreview } from '../../api/domain/approval.ts';
import type { BulkMode } from '../../api/domain/bulk-credit.ts';
import { sum } from '../../api/domain/money.ts';
import type { BulkAddCredits, BulkResult, RowOutcome } from '../../api/services/bulk-add-credits.ts';
import type { BulkRow } from '../../api/services/bulk-part.ts';
import type { Caller } from '../../api/services/caller.ts';
import { bulkAddCreditsWithinLimits } from '../../api/services/bulk-within-limits.ts';
import { decideApproval, type ApprovalAnswer, type Verdict } from '../../api/services/decide-approval.ts';
import type { NaiveAnswer } from '../domain/naive-records.ts';
import { callerOf } from '../support/app.ts';
import { agrees, answerOf } from './answers.ts';
import type { DeskParts } from './desk.ts';
import { told, type ModelWallet } from './model-wallet.ts';
import type { Random } from './random.ts';
import { granted, policy } from './rules.ts';

/** A list of credits, a row for each wallet. */
interface List {
  readonly by: Caller;
  readonly wallets: readonly ModelWallet[];
  readonly input: BulkAddCredits;
}

/** What the model says of a list. The wallets are then as it leaves them. */
interface Told {
  readonly rows: readonly NaiveAnswer[];
  readonly isWritten: boolean;
}

const meera = callerOf('ADMIN', 'meera');
/** Has a limit that also a short list is above now and then. */
const ravi = callerOf('STAFF', 'ravi');
const others = [callerOf('ADMIN', 'leela'), callerOf('ADMIN', 'john')];

/**
 * Lists of credits that an admin sends. Above the limit nothing is done until another admin has approved, of whom several decide
 * at once and while the wallets move; then each row is decided anew. Throws at a difference.
 */
export class Lists {
  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** Sends a list for these wallets; `between` has some of them move while it waits for another admin. */
  async send(
    candidates: readonly ModelWallet[],
    now: number,
    between: (wallets: readonly ModelWallet[]) => Promise<void>,
  ): Promise<void> {
    const list = listFor(candidates, this.#parts);
    const answer = await this.#send(list);
    if ('refused' in answer)
      throw this.#parts.problem(`A list of credits was refused: ${answer.refused.code}.`);
    const trial = tried(list, now);
    if ('asked' in answer !== isAbove(list, trial))
      throw this.#parts.problem(told('whether a list was left to another', answer, trial));
    if (!('asked' in answer)) return this.#mustBe(list, answer, decided(list, now));

    const { preview } = answer.asked;
    this.#mustShow(answer.asked, trial);
    const moving = this.#parts.random.percent(50) ? this.#parts.random.some(list.wallets, 4) : [];
    await between(moving);
    const approval = await this.#decidedOn(answer.asked);
    this.#parts.count({ lines: [] }, `list ${approval.status}`);
    if (moving.length === 0 && !isDeepStrictEqual(approval.preview, preview))
      throw this.#parts.problem(told('a list that was approved', approval.preview, preview));
    if (approval.status !== 'APPROVED') return;
    const done = await this.#send(list);
    if ('refused' in done || 'asked' in done)
      throw this.#parts.problem(told('an approved list', done, 'done'));
    this.#mustBe(list, done, decided(list, now));
  }

  /** Until it has ended: as long as it comes out as something else than was shown, it is looked at afresh. */
  async #decidedOn({ id }: Approval): Promise<Approval> {
    const { random, tills } = this.#parts;
    for (;;) {
      const deciding = random.percent(40) ? others : others.slice(0, 1);
      const verdict = (): Verdict => (random.percent(85) ? 'APPROVE' : 'REFUSE');
      const decisions = await Promise.all(deciding.map((by) => this.#decide(id, by, verdict())));
      const after = (await tills.send((app) => app.stores.approvals.load([id]))).get(id);
      if (!after) throw this.#parts.problem(`The approval ${id} is gone.`);
      const ends = decisions.filter((decision) => !('refused' in decision)).length;
      const isOpen = after.status === 'PENDING' || after.status === 'CHANGED';
      if (ends !== (isOpen ? 0 : 1))
        throw this.#parts.problem(told(`who decided on ${id}`, decisions, `${after.status}, once`));
      if (!isOpen) return after;
      const [first] = decisions;
      const why = first && 'refused' in first ? first.refused.code : null;
      if (why === 'APPROVAL_CHANGED') continue;
      // All or nothing, and a wallet has moved so that a row of it is refused now.
      const refused = await this.#decide(id, others[0] ?? meera, 'REFUSE');
      if ('refused' in refused) throw this.#parts.problem(told('what was refused', refused, 'REFUSED'));
      return refused.approval;
    }
  }

  #decide(approvalId: string, by: Caller, verdict: Verdict): Promise<ApprovalAnswer> {
    const note = verdict === 'REFUSE' ? 'Not this month' : null;
    const input = { approvalId, verdict, note, expectedSeq: null, idempotencyKey: this.#parts.newKey() };
    return this.#parts.tills.send((app) => decideApproval(app, by, input));
  }

  #send({ by, input }: List) {
    return this.#parts.tills.send((app) => bulkAddCreditsWithinLimits(app, by, input));
  }

  #mustShow({ preview }: Approval, trial: Told): void {
    const { credited, total } = preview as BulkPreview;
    const lines = trial.rows.flatMap((row) => ('lines' in row ? [row.lines.at(-1)?.amount ?? 0n] : []));
    const isSo = trial.isWritten && credited === lines.length && total === sum(lines);
    if (!isSo) throw this.#parts.problem(told('what a list shows', preview, trial));
  }

  #mustBe({ wallets }: List, { rows: outcomes }: BulkResult, { rows, isWritten }: Told): void {
    for (const [index, wallet] of wallets.entries()) {
      const answer = rows[index] as NaiveAnswer;
      this.#parts.count(answer, 'BULK');
      const given = this.#given(outcomes[index] ?? null, index, !isWritten && 'lines' in answer);
      if (given === null) continue;
      if (!agrees(given, answer))
        throw this.#parts.problem(told(`row ${index} for ${wallet.id}`, given, answer));
      wallet.learn(given);
    }
  }

  #given(outcome: RowOutcome | null, index: number, mayBeLeftOut: boolean) {
    if (outcome === null && mayBeLeftOut) return null;
    if (outcome === null) throw this.#parts.problem(`Row ${index} of a list was left out.`);
    // These lists are short enough for one transaction, so that it is said of the whole.
    if ('undecided' in outcome) throw this.#parts.problem(`Row ${index} of a list was left undecided.`);
    return answerOf(outcome);
  }
}

/** A list with a row for each wallet; a short one where a single fault spoils it. */
function listFor(candidates: readonly ModelWallet[], { random, newKey }: DeskParts): List {
  const mode: BulkMode = random.pick(['VALID_ROWS', 'ALL_OR_NOTHING']);
  const active = candidates.filter(({ naive }) => naive.status === 'ACTIVE').slice(0, 8);
  const wallets = mode === 'VALID_ROWS' || active.length === 0 ? candidates : active;
  const rows = wallets.map(({ id }) => rowFor(id, random));
  const by = wallets === active ? ravi : meera;
  return { by, wallets, input: { rows, mode, dryRun: false, idempotencyKey: newKey() } };
}

function rowFor(customerId: string, random: Random): BulkRow {
  const amount = policy.operation.min + BigInt(random.below(40_000));
  const reason = random.percent(2) ? '' : 'Festival';
  return { customerId, amount, source: 'PROMOTION', reason, expiresAt: null, reference: null };
}

/** Whether it takes another person: by all that was asked for, if anything of it can be done. */
function isAbove({ by, input }: List, { rows, isWritten }: Told): boolean {
  const { STAFF, ADMIN } = policy.approvals.limits;
  const { each } = (by === ravi ? STAFF : ADMIN).bulkAddCredits;
  const isSomething = isWritten && rows.some((row) => 'lines' in row);
  return isSomething && sum(input.rows.map(({ amount }) => amount)) > each;
}

function decided({ wallets, input }: List, now: number): Told {
  const before = wallets.map(({ naive }) => naive.lines.length);
  const rows = wallets.map((wallet, index) => {
    const { amount, source, reason } = input.rows[index] as BulkRow;
    return granted(wallet, { amount, source, reason, origin: 'BULK' }, now);
  });
  const isWritten = input.mode === 'VALID_ROWS' || rows.every((answer) => 'lines' in answer);
  if (!isWritten) wallets.forEach(({ naive }, index) => naive.forgetAfter(before[index] ?? 0));
  return { rows, isWritten };
}

/** What the model would say to it, after which the wallets are as they were. */
function tried(list: List, now: number): Told {
  const before = list.wallets.map(({ naive }) => naive.lines.length);
  const trial = decided(list, now);
  list.wallets.forEach(({ naive }, index) => naive.forgetAfter(before[index] ?? 0));
  return trial;
}
