import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { defaultPolicy } from '../../api/domain/policy.ts';
import { seed } from '../../api/scripts/seed.ts';
import { expireCredits } from '../../api/services/expire-credits.ts';
import { largestPurchaseSince } from '../../api/services/queries/largest-purchase.ts';
import { openApp } from '../../api/services/open-app.ts';
import { pollTopUps } from '../../api/services/poll-top-up.ts';
import { sendDueGifts } from '../../api/services/send-due-gifts.ts';
import { storedWallet } from '../support/acts.ts';
import { TestApi } from '../support/api.ts';
import { fieldsOf, listen, namesOne, told, type Targeted } from '../support/commands.ts';
import { openTestDatabase } from '../support/database.ts';
import { PaymentDoor } from '../support/payment-door.ts';
import { mockPayments } from '../support/payments.ts';
import { ReadyMadeRun, readyMade } from '../support/ready-made.ts';
import { SCATTERED, SHARD_KEYS } from '../support/sharding.ts';

const START = '2026-11-23T09:41:00+05:30';

const at = openTestDatabase();
const api = new TestApi();
const payments = mockPayments();
let heard: readonly Targeted[];

beforeAll(async () => {
  await api.start({ ...at, uri: told(at.uri) }, { start: START, payments });
  heard = listen(api.app.database);
  await doEverything();
});
afterAll(() => api.stop());

/** Every operation that there is a document for, the jobs, and what a payment provider sends. */
async function doEverything(): Promise<void> {
  const { app } = api;
  const { database } = app;
  await seed(
    (now) => openApp({ database, policy: defaultPolicy, now, elapsed: () => performance.now(), randomBytes }),
    app.now(),
  );
  const run = new ReadyMadeRun(api);
  for (const { path } of readyMade) await run.first(path);
  await askForLargestOrders();
  await payTopUps();
  await expireCredits(app, 'nightly');
  await pollTopUps(app, 'poll');
  await sendDueGifts(app, { carry: async () => {} });
}

/** Twice, as of a wallet with a long journal: once all is counted, once what came since. */
async function askForLargestOrders(): Promise<void> {
  const wallet = await storedWallet(api.app, 'cus_asha');
  const counting = { remembered: 1, few: 0, step: 10 };
  await largestPurchaseSince(api.app, wallet, wallet.openedAt, counting);
  await largestPurchaseSince(api.app, wallet, wallet.openedAt, counting);
}

async function payTopUps(): Promise<void> {
  const door = await PaymentDoor.open(api.app);
  for (const topUp of await api.app.stores.topUps.ofWallet('cus_asha', { limit: 10 })) {
    for (const id of topUp.providerIds) await payments.provider.decide(id, 'approve');
  }
  for (const { body, headers } of payments.sent) {
    await door.settle({ body, headers: headers as Record<string, string> });
  }
  await door.close();
}

describe('a collection', () => {
  it('is never without a decision', async () => {
    const collections = await api.app.database.getClient().db(at.name).listCollections().toArray();
    expect(collections.map(({ name }) => name).sort()).toEqual(Object.keys(SHARD_KEYS).sort());
  });

  it.each(Object.keys(SHARD_KEYS))(
    '%s has a shard key or is small, and a shard alone can tell what is unique in it',
    async (name) => {
      const key = SHARD_KEYS[name];
      const indexes = await api.app.database.getClient().db(at.name).collection(name).indexes();
      const unique = indexes.filter((index) => index.unique === true);
      // A small collection is on one shard, and the index on _id is unique by what the ids are made of.
      for (const index of unique) if (key !== null) expect(Object.keys(index.key)[0]).toBe(key);
    },
  );
});

describe('of all that the operations and jobs ask the database for', () => {
  it('every document that is inserted says to which shard it belongs', () => {
    const without = sharded().filter(({ command, filter, key }) => command === 'insert' && !(key in filter));
    expect(without).toEqual([]);
  });

  it('an id that is unique within a shard is unique among all: it names what the shard was chosen by', () => {
    const inserted = sharded().filter(({ command, key }) => command === 'insert' && key !== '_id');
    expect(inserted.length).toBeGreaterThan(0);
    for (const { filter, key } of inserted) {
      expect(String(filter['_id']).split(':')).toContain(filter[key]);
    }
  });

  it('only what may asks every shard', () => {
    const asked = sharded().filter(
      ({ command, filter, key }) => command !== 'insert' && !namesOne(filter, key),
    );
    expect(new Set(asked.map(kindOf))).toEqual(new Set(Object.keys(SCATTERED)));
  });

  it('nothing that is written is looked for on every shard', () => {
    const written = sharded().filter(({ command }) =>
      ['update', 'delete', 'findAndModify'].includes(command),
    );
    expect(written.length).toBeGreaterThan(0);
    expect(written.filter(({ filter, key }) => !namesOne(filter, key))).toEqual([]);
  });
});

/** What was heard of collections that are spread, with the field by which they are. */
function sharded() {
  return heard.flatMap((targeted) => {
    const key = SHARD_KEYS[targeted.collection];
    return typeof key === 'string' ? [{ ...targeted, key }] : [];
  });
}

function kindOf({ collection, command, filter }: Targeted): string {
  return `${collection} ${command}: ${fieldsOf(filter)}`;
}
