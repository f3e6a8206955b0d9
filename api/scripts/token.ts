import { randomUUID } from 'node:crypto';
import { issueToken } from '../identity/issue-token.ts';
import { KeyProblem } from '../identity/key-file.ts';
import { openExistingKeys } from '../identity/signing-keys.ts';
import type { PrincipalRole } from '../identity/principal.ts';
import { ConfigurationProblem, readLocalConfig } from '../server/config.ts';

/**
 * `npm run token -- --role customer|staff|admin [--customer ID]` prints a bearer token of the local instance, for curl and for
 * mobile work. It signs with the keys of that instance, so it needs no password and refuses to work in production.
 */
const USAGE = 'Usage: npm run token -- --role customer|staff|admin [--customer ID]';
const PEOPLE: Record<PrincipalRole, { readonly id: string; readonly name: string }> = {
  CUSTOMER: { id: 'cus_asha', name: 'Asha' },
  STAFF: { id: 'staff_ravi', name: 'Ravi' },
  ADMIN: { id: 'admin_meera', name: 'Meera' },
};

async function main(words: readonly string[]): Promise<void> {
  const role = roleOf(wordAfter(words, '--role'));
  const customer = wordAfter(words, '--customer');
  if (!role || (customer !== undefined && role !== 'CUSTOMER')) return fail(USAGE);
  const config = readLocalConfig();
  if (config.identity.external) return fail('Tokens come from the issuer behind JWT_JWKS_URL here.');
  const keys = await openExistingKeys({
    directory: config.dataDirectory,
    isProduction: config.isProduction,
    now: Date.now,
  });
  if (!keys)
    return fail(`There are no keys in ${config.dataDirectory} yet. Start the server once: npm run demo`);
  const { issuer, audience } = config.identity;
  const person = customer === undefined ? PEOPLE[role] : { id: customer, name: customer };
  const token = await issueToken(
    keys,
    { issuer, audience, lifetimeSeconds: 900 },
    { ...person, role, sessionVersion: null },
    { now: Date.now(), tokenId: randomUUID() },
  );
  process.stdout.write(`${token}\n`);
}

function wordAfter(words: readonly string[], option: string): string | undefined {
  const index = words.indexOf(option);
  return index === -1 ? undefined : words[index + 1];
}

function roleOf(word: string | undefined): PrincipalRole | undefined {
  const role = word?.toUpperCase();
  return role === 'CUSTOMER' || role === 'STAFF' || role === 'ADMIN' ? role : undefined;
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof ConfigurationProblem || error instanceof KeyProblem)) throw error;
  fail(error.message);
});
