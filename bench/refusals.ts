/**
 * npm run bench:refusals [-- --rounds 1500]: whether a stranger can tell by the time of an answer why a code was refused. Codes that never
 * were and codes that are of no use any more are asked in turn, in an order of chance, of the built server, each time by another
 * customer from another address; all hear the same words. What is told is how often a code of one kind took longer than one that
 * never was in the same round: a half for what cannot be told apart. On a database of its own on this machine, which is gone
 * afterwards.
 */
import 'reflect-metadata';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { CODE_BYTES, codeOf, writtenCode } from '../api/domain/code.ts';
import { connect, disconnect } from '../api/persistence/connection.ts';
import { median } from './lib/load.ts';
import { DATABASE, openOwnDatabase } from './lib/own-database.ts';
import { OwnServer, type Asker } from './lib/own-server.ts';
import { circumstances } from './lib/report.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '1500' } } });
const rounds = Math.min(20_000, Number(values.rounds));
/** The first rounds are those of a cold server. */
const WARM_UP = 100;
const DAY = 86_400_000;

/** What is asked with a code. */
const ASKED = {
  giftCardLook:
    'mutation($input: GiftCardLookInput!) { giftCardLook(input: $input) { userErrors { code } } }',
  claimGiftCard:
    'mutation($input: ClaimGiftCardInput!) { claimGiftCard(input: $input) { userErrors { code } } }',
  redeemVoucher:
    'mutation($input: RedeemVoucherInput!) { redeemVoucher(input: $input) { userErrors { code } } }',
} as const;
type Act = keyof typeof ASKED;

const NEVER = 'never was';
const AGAIN = 'never was, once more';

const admin: Asker = { id: 'meera', role: 'ADMIN' };
const directory = await mkdtemp(join(tmpdir(), 'early-bird-refusals-'));
const { uri, stop } = await openOwnDatabase();
const server = await OwnServer.start({
  ...{ uri, databaseName: DATABASE, dataDirectory: directory },
  settings: { TRUST_PROXY: '127.0.0.1' },
});
const database = await connect(uri, DATABASE);
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const to = new URL('/graphql', server.url);

try {
  const cards = await closedCards();
  const drafts = await draftCampaign();
  const { version } = await database.getClient().db('admin').command({ buildInfo: 1 });
  const lines: string[] = [];
  for (const act of Object.keys(ASKED) as Act[]) {
    lines.push(...rows(act, await measure(act, act === 'redeemVoucher' ? drafts : cards)));
  }
  console.log(
    [
      '# Whether a refusal tells by its time why',
      '',
      `\`npm run bench:refusals -- --rounds ${rounds}\``,
      '',
      ...circumstances(String(version)),
      '',
      '| asked | code | ms, median | slower than one that never was | if none can be told, 19 of 20 times between |',
      '|---|---|---:|---:|---:|',
      ...lines,
    ].join('\n'),
  );
} finally {
  agent.destroy();
  await disconnect(database);
  await server.stop();
  await stop();
  await rm(directory, { recursive: true, force: true });
}

/** Codes of cards that are of no use to a stranger, by what became of them. */
async function closedCards(): Promise<ReadonlyMap<string, string>> {
  const kinds = ['claimed', 'called off', 'replaced', 'past its end', 'stopped'];
  const { giftCards } = await asAdmin(
    `mutation($input: IssueGiftCardsInput!) {
      issueGiftCards(input: $input) { giftCards { code giftCard { id } } userErrors { code } }
    }`,
    { count: kinds.length, amount: { amount: '100' }, reason: 'Bench', ...freshKey() },
  );
  const [claimed, calledOff, replaced, ended, stopped] = (giftCards as CodedCard[]).map(
    ({ code, giftCard }) => ({
      code,
      id: giftCard.id,
    }),
  );
  if (!claimed || !calledOff || !replaced || !ended || !stopped) throw new Error('Too few cards were made.');
  await asAdmin(
    'mutation($input: SaveCustomerInput!) { saveCustomer(input: $input) { userErrors { code } } }',
    {
      ...{ customerId: 'asha', name: 'Asha' },
    },
  );
  await asAdmin(
    'mutation($input: CreateWalletInput!) { createWallet(input: $input) { userErrors { code } } }',
    { customerId: 'asha', ...freshKey() },
  );
  await asAdmin(ASKED.claimGiftCard, { code: claimed.code, customerId: 'asha', ...freshKey() });
  await asAdmin(
    'mutation($input: CancelGiftCardInput!) { cancelGiftCard(input: $input) { userErrors { code } } }',
    { giftCardId: calledOff.id, reason: 'Bench', ...freshKey() },
  );
  await asAdmin(
    'mutation($input: ReissueGiftCardInput!) { reissueGiftCard(input: $input) { userErrors { code } } }',
    { giftCardId: replaced.id, reason: 'Bench', ...freshKey() },
  );
  // What takes years and a dispute is written down here as it will be.
  const write = async ({ code }: { readonly code: string }, change: object) => {
    const { matchedCount } = await database
      .collection('gift_cards')
      .updateOne({ lastFour: code.replaceAll('-', '').slice(-4) }, { $set: change });
    if (matchedCount !== 1) throw new Error('The card is kept elsewhere.');
  };
  await write(ended, { expiresAt: new Date(Date.now() - DAY), dueAt: null });
  await write(stopped, { isStopped: true });
  return new Map([claimed, calledOff, replaced, ended, stopped].map(({ code }, n) => [kinds[n] ?? '', code]));
}

/** The code of a campaign that nobody is to know of yet. */
async function draftCampaign(): Promise<ReadonlyMap<string, string>> {
  await asAdmin(
    'mutation($input: CreateCampaignInput!) { createCampaign(input: $input) { userErrors { code } } }',
    {
      ...{ name: 'Bench', codes: 'SHARED', sharedCode: 'FESTIVE24', value: { amount: '50' }, maxUses: 10 },
      ...freshKey(),
      startsAt: new Date(Date.now() - DAY).toISOString(),
    },
  );
  return new Map([['of a draft', 'FESTIVE24']]);
}

/** How long each kind of code took in each round. */
async function measure(act: Act, codes: ReadonlyMap<string, string>): Promise<Map<string, number[]>> {
  const neverWas = () =>
    act === 'redeemVoucher' ? sharedCode() : writtenCode(codeOf(randomBytes(CODE_BYTES)));
  const kinds = [NEVER, AGAIN, ...codes.keys()];
  const took = new Map(kinds.map((kind) => [kind, [] as number[]]));
  for (let round = -WARM_UP; round < rounds; round += 1) {
    for (const kind of shuffled(kinds)) {
      const ms = await refusedIn(
        act,
        codes.get(kind) ?? neverWas(),
        `guest-${act}-${round}-${kinds.indexOf(kind)}`,
      );
      if (round >= 0) took.get(kind)?.push(ms);
    }
  }
  return took;
}

async function refusedIn(act: Act, code: string, customerId: string): Promise<number> {
  const key = act === 'giftCardLook' ? {} : freshKey();
  const body = JSON.stringify({ query: ASKED[act], variables: { input: { code, ...key } } });
  const token = await server.tokenOf({ id: customerId, role: 'CUSTOMER' });
  const began = performance.now();
  const answer = await post(body, token, `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`);
  const ms = performance.now() - began;
  if (!answer.includes('"userErrors":[{"code":"CODE_NOT_USABLE"}]')) throw new Error(`Told apart: ${answer}`);
  return ms;
}

async function asAdmin(query: string, input: object): Promise<Record<string, unknown>> {
  const body = JSON.stringify({ query, variables: { input } });
  const answer = await post(body, await server.tokenOf(admin), '10.0.0.1');
  const { data } = JSON.parse(answer) as { data?: Record<string, Record<string, unknown>> };
  const [payload] = Object.values(data ?? {});
  if (!payload || (payload['userErrors'] as unknown[]).length > 0) throw new Error(`Not made: ${answer}`);
  return payload;
}

async function post(body: string, token: string, from: string): Promise<string> {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    authorization: `Bearer ${token}`,
    'x-forwarded-for': from,
  };
  const asked = request(to, { method: 'POST', agent, headers });
  asked.end(body);
  const [answer] = (await once(asked, 'response')) as [AsyncIterable<Buffer>];
  let text = '';
  for await (const part of answer) text += part.toString();
  return text;
}

function rows(act: Act, took: ReadonlyMap<string, readonly number[]>): string[] {
  const never = took.get(NEVER) ?? [];
  // Of so many pairs that are decided by chance.
  const spread = 1.96 * Math.sqrt(0.25 / never.length);
  return [...took].map(([kind, times]) => {
    const ms = median([...times]).toFixed(2);
    if (kind === NEVER) return `| \`${act}\` | ${kind} | ${ms} | | |`;
    const slower = times.filter((time, round) => time > (never[round] ?? 0)).length / times.length;
    return `| \`${act}\` | ${kind} | ${ms} | ${share(slower)} | ${share(0.5 - spread)} – ${share(0.5 + spread)} |`;
  });
}

function freshKey() {
  return { idempotencyKey: randomUUID() };
}

function share(of: number): string {
  return `${(of * 100).toFixed(1)} %`;
}

function sharedCode(): string {
  return `F${randomBytes(4).toString('hex').toUpperCase()}`;
}

function shuffled<T>(all: readonly T[]): T[] {
  const left = [...all];
  return all.map(() => left.splice(randomInt(left.length), 1)[0] as T);
}

interface CodedCard {
  readonly code: string;
  readonly giftCard: { readonly id: string };
}
