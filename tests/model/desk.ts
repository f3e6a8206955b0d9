import { isDeepStrictEqual } from 'node:util';
import type { Approval } from '../../api/domain/approval.ts';
import { actOnTerms, type Answer as ActAnswer } from '../../api/services/act-on-terms.ts';
import { addingCredits, type AddCredits } from '../../api/services/add-credits.ts';
import { decideApproval, type ApprovalAnswer, type Verdict } from '../../api/services/decide-approval.ts';
import { withdrawApproval } from '../../api/services/withdraw-approval.ts';
import type { CreditEntry } from '../../api/domain/wallet/entries.ts';
import type { NaiveAnswer } from '../domain/naive-records.ts';
import { callerOf } from '../support/app.ts';
import { agrees, answerOf, refusalOf, type Answer } from './answers.ts';
import { creditAmount, nextAsk, type WalletAsk } from './asks.ts';
import { call } from './calls.ts';
import { told, type ModelWallet } from './model-wallet.ts';
import type { Random } from './random.ts';
import { agreeingOrder } from './rivals.ts';
import { performed } from './rules.ts';
import type { Tills } from './tills.ts';

export interface DeskParts {
  readonly tills: Tills;
  readonly random: Random;
  readonly newKey: () => string;
  readonly count: (answer: NaiveAnswer, kind: string) => void;
  /** Says after how much of the run it was. */
  readonly problem: (what: string) => Error;
}

type CreditAsk = Extract<WalletAsk, { kind: 'CREDIT' }>;
type Asked = CreditAsk & { readonly key: string };

const TERMS = { dryRun: false, expectedSeq: null };
const DAY = 86_400_000;
const ravi = callerOf('STAFF', 'ravi');
const [meera, leela] = [callerOf('ADMIN', 'meera'), callerOf('ADMIN', 'leela')];

/**
 * What staff may not do alone: they ask for a credit, and others decide on it, several at once and while the wallet moves. It is
 * done if and only if somebody has approved it, once, and as it was asked for. Throws at a difference.
 */
export class Desk {
  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  async askAndDecide(wallet: ModelWallet, now: number): Promise<void> {
    const asked = this.#someCredit(wallet, now);
    const trial = this.#tried(wallet, asked, now);
    const answer = await this.#ask(wallet, asked);
    if ('refusal' in trial) return this.#mustBeRefused(wallet, answer, trial);
    if (!('approval' in answer) || 'entry' in answer || !answer.approval)
      throw this.#differs('what staff asked for', wallet, answer, 'an approval');
    const open = await this.#decideAmongRivals(wallet, asked, answer.approval, now);
    if (open) await this.#decideAlone(wallet, asked, open, now);
  }

  #someCredit(wallet: ModelWallet, now: number): Asked {
    const { random, newKey } = this.#parts;
    return {
      ...{
        kind: 'CREDIT',
        amount: creditAmount(wallet, random),
        source: 'PROMOTION',
        reason: 'Late delivery',
      },
      expiresOn: random.percent(50) ? now + (1 + random.below(90)) * DAY : null,
      key: newKey(),
    };
  }

  /** Two people decide, or whoever asked thinks better of it, and the wallet may move meanwhile. Answers what still waits. */
  async #decideAmongRivals(
    wallet: ModelWallet,
    asked: Asked,
    { id }: Approval,
    now: number,
  ): Promise<Approval | null> {
    const { random, newKey, tills } = this.#parts;
    const rival = random.percent(50) ? this.#someRival(wallet, now) : null;
    const rivalKey = newKey();
    const [decisions, rivalAnswer] = await Promise.all([
      Promise.all([
        this.#decide(id, meera, random.percent(80) ? 'APPROVE' : 'REFUSE'),
        ...(random.percent(40) ? [this.#decide(id, leela, 'APPROVE')] : []),
        ...(random.percent(10) ? [this.#withdraw(id)] : []),
      ]),
      rival && tills.send((app) => call(app, wallet, rival, rivalKey), wallet),
    ]);
    const after = await this.#load(id);
    const isOpen = after.status === 'PENDING' || after.status === 'CHANGED';
    const ends = decisions.filter((decision) => !('refused' in decision));
    if (ends.length !== (isOpen ? 0 : 1))
      throw this.#differs('who decided', wallet, decisions, `${after.status}, once`);

    const asks: WalletAsk[] = rival ? [rival] : [];
    const answers: Answer[] = rivalAnswer ? [rivalAnswer] : [];
    if (after.status === 'APPROVED') {
      asks.push(asked);
      answers.push(await this.#doneOf(wallet, asked));
    }
    if (!agreeingOrder(wallet, asks, answers, now))
      throw this.#differs('an approval among rivals', wallet, { after, answers }, asks);
    for (const answer of answers) wallet.learn(answer);
    this.#parts.count({ lines: [] }, `approval ${after.status}`);
    return isOpen ? after : null;
  }

  /** Nothing moves any more: it is approved at once, or once it was shown afresh, or the wallet does not allow it. */
  async #decideAlone(wallet: ModelWallet, asked: Asked, { id }: Approval, now: number): Promise<void> {
    let decision = await this.#decide(id, meera, 'APPROVE');
    if ('refused' in decision && decision.refused.code === 'APPROVAL_CHANGED')
      decision = await this.#decide(id, meera, 'APPROVE');
    const expected = performed(wallet, asked, now);
    if ('refusal' in expected) {
      const isSo = 'refused' in decision && isDeepStrictEqual(refusalOf(decision.refused), expected.refusal);
      if (!isSo) throw this.#differs('what was approved', wallet, decision, expected);
      const withdrawn = await this.#withdraw(id);
      if ('refused' in withdrawn) throw this.#differs('what was taken back', wallet, withdrawn, 'WITHDRAWN');
    } else {
      const done = await this.#doneOf(wallet, asked);
      if ('refused' in decision || !agrees(done, expected))
        throw this.#differs('what was approved', wallet, { decision, done }, expected);
      wallet.learn(done);
    }
    this.#parts.count(expected, 'approval decided alone');
  }

  /** The credit, by the key under which it was asked for. */
  async #doneOf(wallet: ModelWallet, asked: Asked): Promise<Answer> {
    const answer = await this.#ask(wallet, asked);
    if (!('entry' in answer)) throw this.#differs('an approved credit', wallet, answer, 'done');
    return answerOf(answer);
  }

  async #mustBeRefused(
    wallet: ModelWallet,
    answer: ActAnswer<CreditEntry>,
    trial: NaiveAnswer,
  ): Promise<void> {
    const given = 'refused' in answer ? { refusal: refusalOf(answer.refused) } : null;
    if (!isDeepStrictEqual(given, trial)) throw this.#differs('what staff asked for', wallet, answer, trial);
    this.#parts.count(trial, 'ask');
  }

  /** What the model would say to it, after which the wallet is as it was. */
  #tried(wallet: ModelWallet, asked: Asked, now: number): NaiveAnswer {
    const before = wallet.naive.lines.length;
    const trial = performed(wallet, asked, now);
    wallet.naive.forgetAfter(before);
    return trial;
  }

  /** A claim leaves something behind outside the wallet, and an order has no answer of its own. */
  #someRival(wallet: ModelWallet, now: number): WalletAsk | null {
    const ask = nextAsk(wallet, '', now, this.#parts.random);
    return ask.kind === 'CLAIM' || ask.kind === 'PURCHASE' ? null : ask;
  }

  #ask(wallet: ModelWallet, { amount, source, reason, expiresOn, key }: Asked) {
    const input: AddCredits = {
      ...{ customerId: wallet.id, amount, source, reason, expiresAt: expiresOn, orderId: null },
      idempotencyKey: key,
    };
    return this.#parts.tills.send(
      (app) => actOnTerms(app, ravi, addingCredits, { input, terms: TERMS }),
      wallet,
    );
  }

  #decide(approvalId: string, by: typeof meera, verdict: Verdict): Promise<ApprovalAnswer> {
    const note = verdict === 'REFUSE' ? 'Not this time' : null;
    const input = { approvalId, verdict, note, expectedSeq: null, idempotencyKey: this.#parts.newKey() };
    return this.#parts.tills.send((app) => decideApproval(app, by, input));
  }

  #withdraw(approvalId: string): Promise<ApprovalAnswer> {
    const input = { approvalId, idempotencyKey: this.#parts.newKey() };
    return this.#parts.tills.send((app) => withdrawApproval(app, ravi, input));
  }

  async #load(id: string): Promise<Approval> {
    const approval = (await this.#parts.tills.send((app) => app.stores.approvals.load([id]))).get(id);
    if (!approval) throw this.#parts.problem(`The approval ${id} is gone.`);
    return approval;
  }

  #differs(what: string, { id }: ModelWallet, product: unknown, model: unknown): Error {
    return this.#parts.problem(told(`${what} of ${id}`, product, model));
  }
}
