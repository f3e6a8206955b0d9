import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { formatRupees } from '../domain/money.ts';
import { runExpiry } from '../jobs/expiry-job.ts';
import { clockSentence, openClock } from '../server/clock.ts';
import { openApp } from '../services/open-app.ts';
import { onDatabase } from './local-database.ts';

/** `npm run expire-credits` books every credit whose time has come, beside a running server or without one. */
await onDatabase(async (database, config) => {
  const { policy, engine } = config;
  const elapsed = () => performance.now();
  const clock = await openClock(config, { now: () => Date.now(), elapsed }, database);
  const { now, trust } = clock;
  const app = openApp({ database, policy, now, trust, elapsed, randomBytes, engine });
  const { wallets, credits, amount, failures } = await runExpiry(app, randomUUID());
  await app.engine.stop();
  clock.stop();
  if (trust() !== 'FULL') {
    process.stderr.write(`Nothing was expired: ${clockSentence(trust(), clock.skewMs())}.\n`);
    process.exitCode = 1;
    return;
  }
  for (const { walletId, error } of failures) process.stderr.write(`${walletId}: ${String(error)}\n`);
  if (failures.length > 0) process.exitCode = 1;
  process.stdout.write(`Expired ${credits} credits of ₹${formatRupees(amount)} on ${wallets} wallets.\n`);
});
