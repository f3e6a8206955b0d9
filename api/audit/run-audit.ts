import type { Instant } from '../domain/calendar.ts';
import type { Policy } from '../domain/policy.ts';
import type { Database } from '../persistence/connection.ts';
import {
  differentIndexes,
  forgettingIndexes,
  missingUniqueIndexes,
  unknownToModels,
} from '../persistence/index-faults.ts';
import { AuditSnapshot } from '../persistence/stores/audit.store.ts';
import { Claims } from './cross-checks.ts';
import { FigureRecount } from './figure-recount.ts';
import { Findings, type InvariantFindings } from './findings.ts';
import { checkPaymentEvents, checkTopUps } from './payment-checks.ts';
import { checkPurchases } from './purchase-checks.ts';
import { checkReferrals } from './referral-checks.ts';
import { checkRefunds } from './refund-checks.ts';
import { checkRewards } from './reward-checks.ts';
import { ProgrammeRecount } from './programme-recount.ts';
import { WalletPass } from './wallet-pass.ts';

export interface AuditOptions {
  readonly database: Database;
  /** By which stored tiers are judged. */
  readonly policy: Policy;
  readonly now: Instant;
  /** Milliseconds on a clock that only moves forward. */
  readonly elapsed: () => number;
}

export interface AuditReport {
  readonly wallets: number;
  readonly entries: number;
  readonly milliseconds: number;
  readonly violations: number;
  readonly invariants: readonly InvariantFindings[];
  /** What is neither right nor wrong, but worth knowing: collections and indexes that belong to nobody here. */
  readonly notices: readonly string[];
}

/**
 * Looks whether the invariants of the money hold, over everything as it was at one instant. Reads only, beside any traffic;
 * holds one wallet and a few pages at a time, however many there are.
 */
export async function runAudit({ database, policy, now, elapsed }: AuditOptions): Promise<AuditReport> {
  const started = elapsed();
  const findings = new Findings(elapsed);
  await checkIndexes(database, findings);
  const snapshot = await AuditSnapshot.open(database, (work) => findings.timed('I23', work));
  try {
    const claims = new Claims(snapshot, findings);
    const programme = new ProgrammeRecount();
    const figures = new FigureRecount(policy);
    const context = { findings, claims, programme, figures, policy, now };
    const counts = await new WalletPass(snapshot, context).run();
    await checkProgramme(snapshot, programme, findings);
    await findings.timedAsync('I30', () => checkFigures(snapshot, figures, findings));
    await findings.timedAsync('I13', () => checkRefunds(snapshot, findings));
    await findings.timedAsync('I14', () => checkReferrals(snapshot, findings));
    await findings.timedAsync('I15', () => checkRewards(snapshot, findings));
    await findings.timedAsync('I17', () => checkTopUps(snapshot, findings));
    await findings.timedAsync('I18', () => checkPaymentEvents(snapshot, findings));
    await findings.timedAsync('I28', () => checkPurchases(snapshot, findings));
    for await (const [collection, page] of snapshot.others()) findings.shapes(page, collection);
    const invariants = findings.all();
    const violations = invariants.reduce((total, invariant) => total + invariant.violations, 0);
    const notices = await unknownToModels(database);
    return { ...counts, milliseconds: elapsed() - started, violations, invariants, notices };
  } finally {
    await snapshot.close();
  }
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
