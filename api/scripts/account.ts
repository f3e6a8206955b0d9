import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Accounts, type AccountAnswer, type NewAccount } from '../identity/accounts.ts';
import { LINK_HOURS } from '../identity/password-links.ts';
import { primaryTime } from '../persistence/primary-time.ts';
import type { Config } from '../server/config.ts';
import { onDatabase } from './local-database.ts';
import { operator } from './operator.ts';

/**
 * `npm run account -- add|reset|disable|reset-factor` keeps the accounts of the built-in sign-in. Adding and resetting print a
 * link through which the person chooses a password: once, within a day. Nobody else ever knows it. Each is an act of whoever
 * runs it.
 */
const USAGE = `Usage:
  npm run account -- add --email ADDRESS --name NAME --role customer|staff|admin [--customer ID] [--url ADDRESS]
  npm run account -- reset --email ADDRESS [--url ADDRESS]
  npm run account -- disable --email ADDRESS
  npm run account -- reset-factor --email ADDRESS
A customer's account needs --customer, the shop's id of the customer. --url is where the web app is served, unless PUBLIC_URL says so.
reset-factor takes the second step of signing in off an account whose owner has lost the telephone and the recovery codes.`;
const VERBS = ['add', 'reset', 'disable', 'reset-factor'];
const ROLES = { customer: 'CUSTOMER', staff: 'STAFF', admin: 'ADMIN' } as const;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,189}$/;
const CUSTOMER = /^[A-Za-z0-9._|:@+-]{1,64}$/;

interface Asked {
  readonly verb: string | undefined;
  readonly email: string;
  readonly name: string | undefined;
  readonly role: string | undefined;
  readonly customer: string | undefined;
  readonly url: string;
}

async function main(words: readonly string[]): Promise<void> {
  const asked = read(words);
  const newcomer = asked?.verb === 'add' ? newcomerOf(asked) : null;
  if (!asked || !VERBS.includes(asked.verb ?? '')) return fail(USAGE);
  if (asked.verb === 'add' && !newcomer) return fail(USAGE);
  await onDatabase(async (database, config) => {
    const base = asked.url || baseOf(config);
    const now = await primaryTime(database);
    const accounts = new Accounts({ database, operator: operator(), now: () => now, newId: randomUUID });
    if (newcomer) return tell(await accounts.add(newcomer), asked.email, base);
    if (asked.verb === 'reset') return tell(await accounts.reset(asked.email), asked.email, base);
    if (asked.verb === 'reset-factor') return tellReset(await accounts.resetFactor(asked.email), asked.email);
    const isDone = await accounts.disable(asked.email);
    if (!isDone) return fail(`There is no account with the address ${asked.email}.`);
    say(
      `Nobody can sign in as ${asked.email} any more. What was signed in ends within a quarter of a minute.`,
    );
  });
}

function tellReset(answer: Awaited<ReturnType<Accounts['resetFactor']>>, email: string): void {
  if (answer === 'NO_SUCH_ACCOUNT') return fail(`There is no account with the address ${email}.`);
  if (answer === 'NO_FACTOR') return fail(`${email} signs in without a second step.`);
  say(
    `The second step of ${email} is taken off. Make sure that it was they who asked: now the password alone will do, until they set up a new one.`,
  );
}

function read(words: readonly string[]): Asked | null {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { email: text, name: text, role: text, customer: text, url: text },
      allowPositionals: true,
    });
    const { email = '', name, role, customer, url = '' } = values;
    if (!EMAIL.test(email)) return null;
    return { verb: positionals[0], email, name, role, customer, url: url.replace(/\/+$/, '') };
  } catch {
    return null;
  }
}

function newcomerOf({ email, name, role, customer }: Asked): NewAccount | null {
  const known = Object.entries(ROLES).find(([word]) => word === role?.toLowerCase())?.[1];
  if (!known || !name?.trim() || name.length > 120) return null;
  const isCustomer = known === 'CUSTOMER';
  if (isCustomer !== (customer !== undefined) || (customer !== undefined && !CUSTOMER.test(customer)))
    return null;
  return { id: customer ?? `${known.toLowerCase()}_${randomUUID()}`, email, name: name.trim(), role: known };
}

/** Where the web app is served, as far as the configuration knows. */
function baseOf({ payments, http }: Config): string {
  return (payments.razorpay.returnUrl ?? `http://localhost:${http.port}`).replace(/\/+$/, '');
}

function tell(answer: AccountAnswer, email: string, base: string): void {
  if ('link' in answer) {
    say(`Give this link to ${email}. It works once, within ${LINK_HOURS} hours:`);
    return say(`${base}/set-password#${answer.link}`);
  }
  fail(
    answer.refused === 'NO_SUCH_ACCOUNT'
      ? `There is no account with the address ${email}.`
      : 'There is an account with this address or this id already.',
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

await main(process.argv.slice(2));
