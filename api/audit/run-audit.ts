import { checkGifts } from './gift-checks.ts';
import { startOfDay, type Instant } from '../domain/calendar.ts';
import type { Cohort } from '../domain/cohort.ts';
import type { Policy } from '../domain/policy.ts';
import type { Database } from '../persistence/connection.ts';
import {
  differentIndexes,
  forgettingIndexes,
  missingUniqueIndexes,
  unknownToModels,
} from '../persistence/index-faults.ts';
import { AuditSnapshot } from '../persistence/stores/audit.store.ts';
import { checkCampaigns } from './campaign-checks.ts';
import { checkClaimedOrders } from './claimed-order-checks.ts';
import { checkCheckouts } from './checkout-checks.ts';
import { Claims } from './cross-checks.ts';
import { CohortCount } from './cohort-count.ts';
import { BulkRecount } from './bulk-checks.ts';
import { checkCardClaims, checkGiftCards } from './gift-card-checks.ts';
import { LimitRecount } from './limit-checks.ts';
import { FigureRecount } from './figure-recount.ts';
import { Findings, type InvariantFindings } from './findings.ts';
import { checkApprovals } from './approval-checks.ts';
import { checkPaymentEvents, checkTopUps } from './payment-checks.ts';
import { checkPaymentReviews } from './review-checks.ts';
import { checkLargestOrders } from './largest-order-checks.ts';
import { checkPurchases } from './purchase-checks.ts';
import { checkReferrals } from './referral-checks.ts';
import { checkRefunds } from './refund-checks.ts';
import { checkRewards } from './reward-checks.ts';
import { checkUniqueValues } from './unique-value-checks.ts';
import { ProgrammeRecount } from './programme-recount.ts';
import type { InvariantCode } from './invariants.ts';
import { WalletPass, type Looked } from './wallet-pass.ts';

export interface AuditOptions {
  readonly database: Database;
  /** By which stored tiers are judged. */
  readonly policy: Policy;
  readonly now: Instant;
  /** Milliseconds on a clock that only moves forward. */
  readonly elapsed: () => number;
  /** Left out, it goes as fast as it can. */
  readonly gentle?: Gentle;
}

/** How to look at a shop that is open. */
export interface Gentle {
  /** Documents that are looked at in one go. */
  readonly page: number;
  /** How long one moment is looked at before going on to the present, in milliseconds: less than the server keeps it. */
  readonly momentMs: number;
  /** Waits between two pages, and throws when it is time to stop. */
  readonly breathe: () => Promise<void>;
}

export interface AuditReport {
  readonly wallets: number;
  readonly entries: number;
  readonly milliseconds: number;
  readonly violations: number;
  readonly invariants: readonly InvariantFindings[];
  /** What is neither right nor wrong, but worth knowing: collections and indexes that belong to nobody here. */
  readonly notices: readonly string[];
  /** Who spent for the first time when, by all debits before the day of the audit. */
  readonly cohorts: readonly Cohort[];
}

/**
 * Looks whether the invariants of the money hold. Reads only, beside any traffic; holds one wallet and a few pages at a time,
 * however many there are. Everything is looked at as it was at one instant; gently, each wallet and each kind of document as
 * it was at an instant of its own, so that nothing is taken for wrong because it was changing.
 */
export async function runAudit(options: AuditOptions): Promise<AuditReport> {
  const { database, elapsed, gentle } = options;
  const started = elapsed();
  const findings = new Findings(elapsed);
  await checkIndexes(database, findings);
  const snapshot = await AuditSnapshot.open(database, {
    reading: (work) => findings.timed('I23', work),
    ...(gentle && { page: gentle.page, breathe: gentle.breathe }),
  });
  try {
    const { isOfOneMoment: _, ...counts } = await checkWallets(snapshot, findings, options);
    for (const [code, check] of DOCUMENT_CHECKS) {
      if (gentle) await snapshot.renew();
      await findings.timedAsync(code, () => check(snapshot, findings));
    }
    const invariants = findings.all();
    const violations = invariants.reduce((total, invariant) => total + invariant.violations, 0);
    const notices = await unknownToModels(database);
    return { ...counts, milliseconds: elapsed() - started, violations, invariants, notices };
  } finally {
    await snapshot.close();
  }
}

type DocumentCheck = (snapshot: AuditSnapshot, findings: Findings) => Promise<void>;

const DOCUMENT_CHECKS: readonly (readonly [InvariantCode, DocumentCheck])[] = [
  ['I13', checkRefunds],
  ['I14', checkReferrals],
  ['I15', checkRewards],
  ['I17', checkTopUps],
  ['I18', checkPaymentEvents],
  ['I19', checkPaymentReviews],
  ['I28', checkPurchases],
  ['I33', checkLargestOrders],
  ['I34', checkUniqueValues],
  ['I35', checkApprovals],
  ['I38', checkCampaigns],
  ['I39', checkCheckouts],
  ['I41', checkGiftCards],
  ['I42', checkCardClaims],
  ['I46', checkGifts],
  ['I48', checkClaimedOrders],
  ['I23', checkOtherShapes],
];

/** All wallets with their journals, and the sums over all of them. */
async function checkWallets(
  snapshot: AuditSnapshot,
  findings: Findings,
  { policy, now, elapsed, gentle }: AuditOptions,
): Promise<Looked & Pick<AuditReport, 'cohorts'>> {
  let since = elapsed();
  const isOld = () => {
    if (!gentle || elapsed() - since < gentle.momentMs) return false;
    since = elapsed();
    return true;
  };
  const claims = new Claims(snapshot, findings);
  const programme = new ProgrammeRecount();
  const figures = new FigureRecount(policy);
  const bulks = new BulkRecount();
  const cohorts = new CohortCount(startOfDay(now));
  const limits = new LimitRecount();
  const context = { findings, claims, programme, figures, bulks, cohorts, limits, policy, now };
  const passed = await new WalletPass(snapshot, context, isOld).run();
  const looked = { ...passed, cohorts: cohorts.cohorts() };
  if (!looked.isOfOneMoment) await snapshot.renew();
  await findings.timedAsync('I31', () => bulks.check(snapshot, findings));
  const until = looked.isOfOneMoment ? null : now;
  await findings.timedAsync('I36', () => limits.check(snapshot, findings, until));
  if (looked.isOfOneMoment) {
    await checkProgramme(snapshot, programme, findings);
    await findings.timedAsync('I30', () => checkFigures(snapshot, figures, findings));
    return looked;
  }
  // Wallets of different moments come to no sum. They alone are few enough to be looked at once more in one.
  await snapshot.renew();
  await findings.timedAsync('I30', async () => {
    const recount = new FigureRecount(policy);
    for await (const page of snapshot.wallets())
      for (const { value } of page) if (value) recount.note(value.wallet);
    await checkFigures(snapshot, recount, findings);
  });
  return looked;
}

async function checkOtherShapes(snapshot: AuditSnapshot, findings: Findings): Promise<void> {
  for await (const [collection, page] of snapshot.others()) findings.shapes(page, collection);
}

/** I5, over all wallets by month: what the figures of the programme are made of. */
async function checkProgramme(
  snapshot: AuditSnapshot,
  recount: ProgrammeRecount,
  findings: Findings,
): Promise<void> {
  const kept = await snapshot.programme();
  if (!kept) return;
  findings.checked('I5', kept.length);
  for (const [record, problem] of recount.differences(kept)) findings.violated('I5', { record }, problem);
}

/** I30. */
async function checkFigures(
  snapshot: AuditSnapshot,
  recount: FigureRecount,
  findings: Findings,
): Promise<void> {
  const kept = await snapshot.figures();
  if (!kept) return;
  findings.checked('I30', kept.sheets.size);
  for (const [record, problem] of recount.differences(kept)) findings.violated('I30', { record }, problem);
}

async function checkIndexes(database: Database, findings: Findings): Promise<void> {
  const looks = [
    ['I8', missingUniqueIndexes],
    ['I12', forgettingIndexes],
    ['I29', differentIndexes],
  ] as const;
  for (const [code, look] of looks) {
    await findings.timedAsync(code, async () => {
      const { checked, faults } = await look(database);
      findings.checked(code, checked);
      for (const fault of faults) findings.violated(code, { record: 'indexes' }, fault);
    });
  }
}
