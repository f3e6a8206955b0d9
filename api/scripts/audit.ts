import 'reflect-metadata';
import { performance } from 'node:perf_hooks';
import { reportLines } from '../audit/report-lines.ts';
import { runAudit } from '../audit/run-audit.ts';
import { primaryTime } from '../persistence/primary-time.ts';
import { onDatabase } from './local-database.ts';

/**
 * `npm run audit` looks whether every invariant of the money holds. It reads one instant of the database and changes
 * nothing. Exit code 1 when something is wrong.
 */
await onDatabase(
  async (database, { policy }) => {
    const elapsed = () => performance.now();
    const report = await runAudit({ database, policy, now: await primaryTime(database), elapsed });
    process.stdout.write(`${reportLines(report).join('\n')}\n`);
    if (report.violations > 0) process.exitCode = 1;
  },
  { mustBeNewest: true },
);
