import { limitUseId, type LimitUse } from '../domain/act-limits.ts';
import type { Actor } from '../domain/actor.ts';
import { dayOf, type Instant } from '../domain/calendar.ts';
import { checkoutOf } from '../domain/checkout.ts';
import { limitedAs } from '../domain/approval.ts';
import { boughtOnDayId, BUYING } from '../domain/gift-card/bought-card.ts';
import type { Job } from '../domain/job.ts';
import { sum, type Paise } from '../domain/money.ts';
import { isCreditedByReview } from '../domain/payment-review.ts';
import type { LimitedAct } from '../domain/policy.ts';
import { limitedAmount, type Entry } from '../domain/wallet/entries.ts';
import type { AuditSnapshot } from '../persistence/stores/audit.store.ts';
import type { Findings } from './findings.ts';
import { rupees } from './words.ts';

/** What somebody did of an act on a day, as it is found. */
interface Found {
  readonly acts: number;
  readonly total: Paise;
}

const NOTHING: Found = { acts: 0, total: 0n };

/**
 * What people of the shop did without another, added up while the journals are read. Lists and files say themselves what was
 * counted, so theirs must be the very same. Entries by hand are also made where nobody has a limit, such as by services of the shop:
 * there may be more of them than were counted, and never fewer.
 */
export class LimitRecount {
  readonly #found = new Map<string, Found>();

  note(entry: Entry): void {
    const act = actByHand(entry);
    if (act) this.#add(entry.actor, act, entry.at, limitedAmount(entry));
  }

  /** I36. Days from `until` on, if that is given, are left out: what was done on them meanwhile is in one and not yet in the other. */
  async check(snapshot: AuditSnapshot, findings: Findings, until: Instant | null): Promise<void> {
    await this.#takeOutApproved(snapshot);
    const files = await this.#noteLists(snapshot);
    await this.#noteCards(snapshot);
    await this.#notePurchases(snapshot);
    await this.#noteOrders(snapshot);
    for await (const page of snapshot.jobs()) {
      findings.shapes(page);
      findings.checked('I36', page.length);
      for (const { id, value: job } of page) {
        if (!job) continue;
        if (job.counted !== null) this.#add(job.startedBy, 'bulkAddCredits', job.startedAt ?? 0, job.counted);
        const problem = fileFault(job, files.get(roundOf(id, job.round)) ?? 0n);
        if (problem) findings.violated('I36', { record: id }, problem);
      }
    }
    for await (const page of snapshot.limitUses()) {
      findings.shapes(page);
      for (const { id, value: use } of page) {
        const [act = '', day = ''] = id.split(':');
        // Of a refund that failed and was asked for once more, only the last is known.
        if (!use || act === 'refundReview' || (until !== null && day >= dayOf(until))) continue;
        findings.checked('I36');
        const problem = useFault(act, use, this.#found.get(id) ?? NOTHING);
        if (problem) findings.violated('I36', { record: id }, problem);
      }
    }
  }

  /** What another person approved does not count. */
  async #takeOutApproved(snapshot: AuditSnapshot): Promise<void> {
    for await (const page of snapshot.paymentReviews()) {
      for (const { value: review } of page) {
        const { ending, collected } = review ?? { ending: null, collected: 0n };
        if (review && ending && isCreditedByReview(review))
          this.#add(ending.by, 'creditReview', ending.at, collected);
      }
    }
    for await (const page of snapshot.approvals()) {
      const approved = page.flatMap(({ value }) => (value?.status === 'APPROVED' ? value : []));
      const entries = await snapshot.entriesById(approved.map(({ id }) => id));
      for (const { id, act, amount, requestedBy, ending } of approved) {
        const at = entries.get(id)?.at ?? ending?.at ?? 0;
        if (act !== 'bulkAddCredits') this.#add(requestedBy, limitedAs(act), at, -amount, -1);
      }
    }
  }

  /** Adds up what lists counted, and answers what the parts of each file came to. */
  async #noteLists(snapshot: AuditSnapshot): Promise<Map<string, Paise>> {
    const files = new Map<string, Paise>();
    for await (const page of snapshot.bulkCredits()) {
      for (const { id, value: list } of page) {
        if (!list) continue;
        if (list.counted !== null) this.#add(list.actor, 'bulkAddCredits', list.createdAt, list.counted);
        const round = id.slice(0, id.lastIndexOf(':'));
        if (id.startsWith('job_')) files.set(round, (files.get(round) ?? 0n) + list.total);
      }
    }
    return files;
  }

  /** What was counted of gift cards stands on the first card of each call. */
  async #noteCards(snapshot: AuditSnapshot): Promise<void> {
    for await (const { actor, at, counted = 0n } of snapshot.countedIssues())
      this.#add(actor, 'bulkAddCredits', at, counted);
  }

  /** What customers began to buy in gift cards counts, paid or not. */
  async #notePurchases(snapshot: AuditSnapshot): Promise<void> {
    for await (const { walletId, createdAt, amount } of snapshot.cardPayments())
      this.#note(boughtOnDayId(walletId, createdAt), amount, 1);
  }

  /** What was given back of an order counts whole, by whatever means it went. */
  async #noteOrders(snapshot: AuditSnapshot): Promise<void> {
    for await (const { by, at, amount } of snapshot.checkoutRefunds())
      if (isOfShop(by)) this.#add(by, 'refundCredits', at, amount);
  }

  #add(actor: Actor, act: LimitedAct, at: Instant, amount: Paise, acts = 1): void {
    this.#note(limitUseId(actor, act, at), amount, acts);
  }

  #note(id: string, amount: Paise, acts: number): void {
    const found = this.#found.get(id) ?? NOTHING;
    this.#found.set(id, { acts: found.acts + acts, total: sum([found.total, amount]) });
  }
}

/** What a person of the shop did with a wallet by hand that has a limit; null for everything else. */
function actByHand(entry: Entry): LimitedAct | null {
  const { kind, actor } = entry;
  if (!isOfShop(actor)) return null;
  if (kind === 'REFUND') return checkoutOf(entry.id) === null ? 'refundCredits' : null;
  if (kind === 'SETTLEMENT') return entry.how === 'PAID' ? 'settleReceivable' : 'writeOffReceivable';
  if (kind === 'HOLD' && entry.purpose === 'REFUND_TO_SOURCE') return 'refundTopUp';
  return kind === 'CREDIT' && !entry.origin ? 'addCredits' : null;
}

function isOfShop({ role }: Actor): boolean {
  return role === 'STAFF' || role === 'ADMIN';
}

function roundOf(id: string, round: number): string {
  return `${id}:${round}`;
}

function fileFault({ credited }: Job, found: Paise): string | null {
  return credited === found ? null : `it credited ${rupees(credited)}, its parts ${rupees(found)}`;
}

function useFault(act: string, { used, version, asked }: LimitUse, { acts, total }: Found): string | null {
  const counted = version - asked;
  const isExact = act === 'bulkAddCredits' || act === BUYING || counted === acts;
  if (counted > acts || used > total || (isExact && (counted !== acts || used !== total)))
    return `${counted} acts of ${rupees(used)} are counted, and ${acts} of ${rupees(total)} were done alone`;
  return null;
}
