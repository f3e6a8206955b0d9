import { index, modelOptions } from '@typegoose/typegoose';
import { MODELS, type Collection } from '../../api/persistence/collections.ts';
import { connect, disconnect, type Database } from '../../api/persistence/connection.ts';
import { text, type JsonSchema } from '../../api/persistence/json-schema.ts';
import { CustomerModel, customerSchema } from '../../api/persistence/models/customer.model.ts';
import type { SchemaVersionModel } from '../../api/persistence/models/schema-version.model.ts';
import { rewardSchema } from '../../api/persistence/models/reward.model.ts';
import { walletSchema } from '../../api/persistence/models/wallet.model.ts';
import { fingerprintOf, shapesOf } from '../../api/persistence/schema-versions/shapes.ts';
import { requireSchema } from '../../api/persistence/schema-versions/stored-versions.ts';
import {
  SCHEMA,
  VERSIONS,
  type Schema,
  type SchemaVersion,
} from '../../api/persistence/schema-versions/versions.ts';
import { setUp } from '../../api/persistence/set-up.ts';
import { saveCustomer } from '../../api/services/save-customer.ts';
import { updateReward } from '../../api/services/update-reward.ts';
import { credit, debit, entryOf, makeReward, storedWallet } from '../support/acts.ts';
import { expectSound } from '../support/audit.ts';
import { callerOf, openTestApp, openWallet } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';

const at = openTestDatabase();
let database: Database;

beforeAll(async () => (database = await connect(at.uri, at.name)));
beforeEach(() => database.dropDatabase());
afterAll(() => disconnect(database));

const own = Math.max(...VERSIONS.map(({ number }) => number));

/** What the collections of the newest version look like; a new one is written here together with a version of its own. */
const SHAPES = { version: 42, fingerprint: '8dfd3bb4bdf438394d1e33bb8f245fed' };

it('gives every change of a validator or an index a version of its own', () => {
  const fingerprint = fingerprintOf(shapesOf(database, SCHEMA.collections));
  expect({ version: own, fingerprint }).toEqual(SHAPES);
});

@modelOptions({ schemaOptions: { collection: 'customers', versionKey: false } })
@index({ nickname: 1 }, { name: 'nickname' })
class LaterCustomerModel extends CustomerModel {}

/** A later release: customers, wallets and rewards may have a nickname, and an index finds it. */
function later(more: Partial<SchemaVersion> = {}): Schema {
  const withNickname = ({ model, schema }: Collection): Collection => {
    if (model === CustomerModel) return { model: LaterCustomerModel, schema: andNickname(schema) };
    return [walletSchema, rewardSchema].includes(schema)
      ? { model, schema: andNickname(schema) }
      : { model, schema };
  };
  const version = { number: own + 1, name: 'nicknames', date: '2027-01-01', oldest: own, ...more };
  return { collections: MODELS.map(withNickname), versions: [...VERSIONS, version] };
}

function andNickname(schema: JsonSchema): JsonSchema {
  return { ...schema, properties: { ...(schema['properties'] as object), nickname: text } };
}

function driver() {
  return database.getClient().db(at.name);
}

function collection(name: string) {
  return driver().collection<{ _id: string; nickname?: string }>(name);
}

function versions(): Promise<SchemaVersionModel[]> {
  return driver().collection<SchemaVersionModel>('schema_versions').find().sort({ _id: 1 }).toArray();
}

/** Every collection with its validator and indexes. */
async function standing(): Promise<unknown> {
  const collections = await driver().listCollections().toArray();
  const all = collections.map(async ({ name, ...rest }) => {
    const { options } = rest as { options?: object };
    return [name, { options, indexes: await driver().collection(name).indexes() }];
  });
  return Object.fromEntries(await Promise.all(all));
}

async function validatorOf(name: string): Promise<JsonSchema | undefined> {
  const [found] = await driver().listCollections({ name }, { nameOnly: false }).toArray();
  return (found as { options?: { validator?: { $jsonSchema?: JsonSchema } } }).options?.validator
    ?.$jsonSchema;
}

/** What a release leaves that knew nothing of versions. */
async function leftWithoutVersions(): Promise<void> {
  for (const name of ['schema_versions', 'leases']) await driver().dropCollection(name);
}

describe('a database from before schema versions', () => {
  it('is brought forward, with all that is in it, and remembers each step', async () => {
    const app = await openTestApp(at);
    await openWallet(app, 'asha');
    await entryOf(credit(app, 'asha', 500_00n));
    await collection('customers').updateOne({ _id: 'asha' }, { $unset: { searchKeys: '' } });
    await leftWithoutVersions();

    await setUp(database);

    expect((await versions()).map(({ _id, name, broughtBy }) => [_id, name, broughtBy])).toEqual(
      VERSIONS.map(({ number, name }) => [number, name, own]),
    );
    expect((await versions()).filter(({ doneAt, begunAt }) => !doneAt || doneAt < begunAt)).toEqual([]);
    expect(await collection('customers').countDocuments({ searchKeys: { $exists: true } })).toBe(1);
    expect((await storedWallet(app, 'asha')).balance).toBe(500_00n);
    await app.close();
  });

  it('is brought forward once when many processes start together', async () => {
    await setUp(database);
    await leftWithoutVersions();
    let runs = 0;
    const schema = later({ step: async () => void (runs += 1) });
    const others = await Promise.all([1, 2, 3].map(() => connect(at.uri, at.name)));
    await Promise.all([database, ...others].map((one) => setUp(one, schema)));
    await Promise.all(others.map(disconnect));
    expect(runs).toBe(1);
    expect((await versions()).map(({ _id }) => _id)).toEqual(schema.versions.map(({ number }) => number));
  });
});

describe('two versions side by side', () => {
  it('both write, the older one starts again, and nothing is narrowed or lost', async () => {
    const older = await openTestApp(at);
    await openWallet(older, 'asha');
    const reward = await makeReward(older);
    await setUp(database, later());
    const before = await standing();

    // The newer one writes what the older one has never heard of, and the older one writes on.
    for (const [name, id] of [
      ['customers', 'asha'],
      ['customer_wallets', 'asha'],
      ['loyalty_rewards', reward.id],
    ] as const) {
      await collection(name).updateOne({ _id: id }, { $set: { nickname: 'Ash' } });
    }
    const restarted = await openTestApp(at, { clock: older.clock });
    const staff = callerOf('ADMIN');
    const known = { id: 'asha', name: 'Asha R', email: null, phone: null, language: null };
    for (const app of [older, restarted]) {
      await entryOf(credit(app, 'asha', 300_00n));
      await entryOf(debit(app, 'asha', 100_00n));
      await saveCustomer(app, staff, known);
      await openWallet(app, `new-${app === older ? 'older' : 'restarted'}`);
    }
    expect(await updateReward(restarted, staff, reward.id, { name: 'Renamed' })).not.toHaveProperty(
      'refused',
    );

    expect(await standing()).toEqual(before);
    expect((await storedWallet(older, 'asha')).balance).toBe(400_00n);
    for (const name of ['customers', 'customer_wallets', 'loyalty_rewards']) {
      expect(await collection(name).countDocuments({ nickname: 'Ash' })).toBe(1);
      await collection(name).updateMany({}, { $unset: { nickname: '' } });
    }
    await setUp(database, later());
    expect(await standing()).toEqual(before);
    await expectSound(older);
    await Promise.all([older.close(), restarted.close()]);
  });

  it('what the newer one does once happens once, also when the older one starts in between', async () => {
    let runs = 0;
    const schema = later({ step: async () => void (runs += 1) });
    await setUp(database);
    for (const which of [schema, SCHEMA, schema, SCHEMA, schema]) await setUp(database, which);
    expect(runs).toBe(1);
    expect((await versions()).at(-1)).toMatchObject({ _id: own + 1, name: 'nicknames', broughtBy: own + 1 });
  });

  it('a unique index that is gone stops the older one too, which does not put it back', async () => {
    await setUp(database, later());
    await collection('wallet_transactions').dropIndex('walletId_seq');
    await expect(setUp(database)).rejects.toThrow('The index walletId_seq of wallet_transactions is missing');
    await setUp(database, later());
    await setUp(database);
  });
});

describe('a process that is too old', () => {
  const sentence = `The database is at schema version ${own + 1}, beside which version ${own + 1} and later may run. This is version ${own}: start a newer release`;

  it('refuses to start and touches nothing', async () => {
    await setUp(database, later({ oldest: own + 1 }));
    const before = [await standing(), await versions()];
    await expect(setUp(database)).rejects.toThrow(sentence);
    expect([await standing(), await versions()]).toEqual(before);
  });

  it('refuses as soon as the newer one has begun, and commands refuse like servers', async () => {
    await setUp(database);
    const cutOff = later({ oldest: own + 1, step: () => Promise.reject(new Error('cut off')) });
    await expect(setUp(database, cutOff)).rejects.toThrow('cut off');
    await expect(setUp(database)).rejects.toThrow(sentence);
    await expect(requireSchema(database)).rejects.toThrow(sentence);
  });

  it('does not do the steps that a newer one has begun for it', async () => {
    const step = () => Promise.reject(new Error('cut off'));
    const cutOff = {
      ...later(),
      versions: later().versions.map((version) => (version.number === 1 ? { ...version, step } : version)),
    };
    await expect(setUp(database, cutOff)).rejects.toThrow('cut off');
    await expect(setUp(database)).rejects.toThrow('Start that release again first.');
    await setUp(database, later());
    await setUp(database);
  });
});

describe('commands beside servers', () => {
  it('work at their own version and beside a newer one that lets them', async () => {
    await setUp(database);
    await requireSchema(database);
    await setUp(database, later());
    await requireSchema(database);
  });

  it('leave the audit to the newest, because only that knows everything that is stored', async () => {
    await setUp(database);
    await requireSchema(database, { mustBeNewest: true });
    await setUp(database, later());
    await expect(requireSchema(database, { mustBeNewest: true })).rejects.toThrow(
      'A newer release has brought the database forward. Only that one knows all that is stored: run this with it.',
    );
    await requireSchema(database, { mustBeNewest: true, schema: later() });
  });

  it('ask for a server that brings an older database forward first', async () => {
    await setUp(database);
    await expect(requireSchema(database, { schema: later() })).rejects.toThrow('Start its server first.');
    await database.dropDatabase();
    await expect(requireSchema(database)).rejects.toThrow('Start its server first.');
  });
});

describe('a version that is cut off', () => {
  it('is finished by the next process, with the steps that were left', async () => {
    await setUp(database);
    let attempts = 0;
    const step = async () => {
      attempts += 1;
      if (attempts === 1) throw new Error('cut off');
    };
    await expect(setUp(database, later({ step }))).rejects.toThrow('cut off');
    expect((await versions()).at(-1)).not.toHaveProperty('doneAt');
    await setUp(database, later({ step }));
    expect(attempts).toBe(2);
    expect((await versions()).at(-1)).toHaveProperty('doneAt');
  });

  it('is taken over from a killed process once its lease is over', async () => {
    const killed = { _id: 'set-up', holder: 'killed', until: new Date(Date.now() + 500) };
    await driver().collection<typeof killed>('leases').insertOne(killed);
    await setUp(database);
    expect(Date.now()).toBeGreaterThan(killed.until.getTime());
    expect(await driver().collection('leases').countDocuments()).toBe(0);
  });

  it('narrows a validator only after its step', async () => {
    await setUp(database);
    await collection('customers').insertOne({
      _id: 'asha',
      name: 'Asha',
      email: null,
      phone: null,
      language: null,
      createdAt: new Date(),
    } as never);
    const required = [...(customerSchema['required'] as string[]), 'nickname'];
    const schema = { ...andNickname(customerSchema), required };
    const optional: unknown[] = [];
    const step = async () => {
      optional.push(await validatorOf('customers'));
      await collection('customers').updateMany({}, { $set: { nickname: 'Ash' } });
    };
    await setUp(database, later());
    const narrowing: Schema = {
      collections: later().collections.map((one) =>
        one.model === LaterCustomerModel ? { ...one, schema } : one,
      ),
      versions: [
        ...later().versions,
        { number: own + 2, name: 'all-nicknames', date: '2027-02-01', oldest: own + 1, step },
      ],
    };
    await setUp(database, narrowing);
    expect(optional).toEqual([andNickname(customerSchema)]);
    expect((await validatorOf('customers'))?.['required']).toEqual(required);
    await setUp(database, later());
    expect((await validatorOf('customers'))?.['required']).toEqual(required);
    await expect(setUp(database)).rejects.toThrow('This is version');
  });
});

describe('two builds that call themselves the same version', () => {
  const nameless = { collections: later().collections, versions: VERSIONS };

  it('keep the wider validators, whichever starts last', async () => {
    await setUp(database);
    await setUp(database, nameless);
    const wide = await validatorOf('customers');
    expect(wide).toEqual(andNickname(customerSchema));
    await setUp(database);
    expect(await validatorOf('customers')).toEqual(wide);
    await setUp(database, nameless);
    expect(await validatorOf('customers')).toEqual(wide);
  });

  it('are told when neither is the wider one', async () => {
    await setUp(database);
    const other = SCHEMA.collections.map((one) =>
      one.model === CustomerModel
        ? { ...one, schema: andNickname({ ...customerSchema, required: ['_id', 'nickname'] }) }
        : one,
    );
    await expect(setUp(database, { ...SCHEMA, collections: other })).rejects.toThrow(
      `The validator of customers was made by another build that calls itself schema version ${own} too.`,
    );
    expect(await validatorOf('customers')).toEqual(customerSchema);
  });
});
