import { writeFile } from 'node:fs/promises';
import { actId, actOf, type Act, type ActName } from '../domain/act.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Database } from '../persistence/connection.ts';
import { PersonStore, type Held } from '../persistence/stores/person.store.ts';
import { ActStore } from '../persistence/stores/act.store.ts';

export interface CustomerCommand {
  readonly database: Database;
  readonly now: Instant;
  /** Whoever runs it, as the machine knows them. */
  readonly operator: string;
  readonly newId: () => string;
}

/** What to say, and whether it was done. */
export interface Told {
  readonly done: boolean;
  readonly lines: readonly string[];
}

const USAGE = [
  'npm run customer -- export ID [FILE]   everything that is kept on a customer, as one file',
  'npm run customer -- erase ID           name, ways to reach, and every text about a customer are gone',
];
const OWNER_ONLY = 0o600;

/** `npm run customer`: what is kept on a customer, and how it goes. Either is an act of whoever runs it. */
export async function runCustomerCommand(words: readonly string[], command: CustomerCommand): Promise<Told> {
  const [verb, customerId, file, ...more] = words;
  if (customerId === undefined || more.length > 0) return { done: false, lines: USAGE };
  if (verb === 'export') return exportCustomer(customerId, file ?? fileOf(customerId), command);
  if (verb === 'erase' && file === undefined) return eraseCustomer(customerId, command);
  return { done: false, lines: USAGE };
}

async function exportCustomer(customerId: string, file: string, command: CustomerCommand): Promise<Told> {
  const held = await new PersonStore(command.database).held(customerId);
  if (isNobody(held)) return nobody(customerId);
  const exported = { customerId, exportedAt: new Date(command.now), amounts: 'paise', ...held };
  // Recorded first: what nobody can account for must not exist.
  await new ActStore(command.database).note([actOn(customerId, 'exportCustomer', command)]);
  try {
    await writeFile(file, `${JSON.stringify(exported, plain, 2)}\n`, { mode: OWNER_ONLY, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return { done: false, lines: [`${file} is there already and was left as it is. Name another file.`] };
  }
  const counts = Object.entries(held).flatMap(([name, documents]) =>
    documents.length > 0 ? [`${documents.length} of ${name}`] : [],
  );
  return {
    done: true,
    lines: [`${file}: ${counts.join(', ')}.`, 'Only you can read it. Keep it no longer than needed.'],
  };
}

async function eraseCustomer(customerId: string, command: CustomerCommand): Promise<Told> {
  const person = new PersonStore(command.database);
  if (isNobody(await person.held(customerId))) return nobody(customerId);
  const blanked = await person.erase(customerId, actOn(customerId, 'eraseCustomer', command));
  const kept = 'Entries, amounts, dates and ids stay, and so do backups: those end by themselves.';
  return blanked === 0
    ? { done: true, lines: [`${customerId} was erased before; nothing was left to blank.`] }
    : {
        done: true,
        lines: [`${customerId} is erased: ${blanked} documents said something personal. ${kept}`],
      };
}

function actOn(customerId: string, act: ActName, { now: at, operator, newId }: CustomerCommand): Act {
  const actor = { id: operator, role: 'ADMIN', channel: 'CONSOLE' } as const;
  const deed = { id: actId(act, newId()), at, act, subject: { kind: 'CUSTOMER', id: customerId } } as const;
  return actOf({ actor, requestId: newId() }, deed);
}

/** Whoever was asked about left a trace by that alone, which makes nobody known. */
function isNobody({ acts: _, ...held }: Held): boolean {
  return Object.values(held).every((documents) => documents.length === 0);
}

function nobody(customerId: string): Told {
  return {
    done: false,
    lines: [`Nothing is kept on ${customerId}. Is it the shop's own id of the customer?`],
  };
}

function fileOf(customerId: string): string {
  return `customer-${encodeURIComponent(customerId)}.json`;
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
