import { performance } from 'node:perf_hooks';
import { runAudit, type AuditReport } from '../../api/audit/run-audit.ts';
import type { TestApp } from './app.ts';

/** The audit of everything in the application's database, at the application's time. */
export function auditOf({
  database,
  policy,
  now,
}: Pick<TestApp, 'database' | 'policy' | 'now'>): Promise<AuditReport> {
  return runAudit({ database, policy, now: now(), elapsed: () => performance.now() });
}

/** What an audit found, as `I6 asha, asha:key: the problem`; nothing in a sound database. */
export function foundBy({ invariants }: AuditReport): string[] {
  return invariants.flatMap(({ code, first }) =>
    first.map(
      ({ record, entry, problem }) => `${code} ${[record, entry].filter(Boolean).join(', ')}: ${problem}`,
    ),
  );
}

/** Fails the test with what is wrong, if anything is. */
export async function expectSound(app: TestApp): Promise<void> {
  expect(foundBy(await auditOf(app))).toEqual([]);
}
