import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { DatabaseUnavailable } from '../database/database-unavailable.ts';
import { KeyProblem } from '../identity/key-file.ts';
import { SchemaProblem } from '../persistence/schema-versions/schema-problem.ts';
import { announcement } from './announcement.ts';
import { ConfigurationProblem, readConfig, type Config } from './config.ts';
import { createLogger } from './observability/logger.ts';
import { createMetrics } from './observability/metrics.ts';
import { start, StartProblem, type RunningServer } from './start.ts';

/** The composition root: the only place where the process, its clock and its chance come in. */
async function main(): Promise<void> {
  // Whoever read what is said here may have gone: that must not keep the server from finishing what it has accepted.
  process.stdout.on('error', () => {});
  const config = readConfig();
  const logger = createLogger(config);
  process.on('unhandledRejection', (error) => logger.error({ err: error }, 'A rejection was not handled'));
  const starting = start(config, {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    newId: randomUUID,
    randomBytes,
    say,
    logger,
    metrics: createMetrics({ withProcess: true }),
  });
  stopOnSignals(starting, config);
  const { port } = await starting;
  say(announcement(config, port));
}

/** A server that is still starting is let finish first, so that nothing it opened stays open. */
function stopOnSignals(starting: Promise<RunningServer>, { connections }: Config): void {
  let isStopping = false;
  const stop = () => {
    // A terminal and npm may both pass the same Ctrl-C on.
    if (isStopping) return;
    isStopping = true;
    say('Stopping: finishing what was accepted');
    const limitMs = connections.drainMs + connections.finishMs;
    setTimeout(() => end(1, 'Not everything could be finished in time.'), limitMs).unref();
    starting
      .then((running) => running.stop())
      .then(
        () => end(0, 'Stopped'),
        (error: unknown) => end(1, String(error)),
      );
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

function end(exitCode: number, line: string): void {
  say(line);
  process.exit(exitCode);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Problems that the operator can solve are told in their own words, all others with all there is to know. */
function tell(error: unknown): void {
  const isForOperator =
    error instanceof ConfigurationProblem ||
    error instanceof DatabaseUnavailable ||
    error instanceof KeyProblem ||
    error instanceof SchemaProblem ||
    error instanceof StartProblem;
  console.error(isForOperator ? error.message : error);
  process.exit(1);
}

main().catch(tell);
