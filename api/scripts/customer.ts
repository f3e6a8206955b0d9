import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { primaryTime } from '../persistence/primary-time.ts';
import { runCustomerCommand } from './customer-command.ts';
import { onDatabase } from './local-database.ts';
import { operator } from './operator.ts';

/** `npm run customer -- export|erase ID`, beside a running server or without one. */
await onDatabase(
  async (database) => {
    const now = await primaryTime(database);
    const command = { database, now, operator: operator(), newId: randomUUID };
    const { done, lines } = await runCustomerCommand(process.argv.slice(2), command);
    (done ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`);
    if (!done) process.exitCode = 1;
  },
  // Only the newest release knows every place in which a person is named.
  { mustBeNewest: true },
);
