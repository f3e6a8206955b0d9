import type { mongoose } from '@typegoose/typegoose';
import type { Act } from '../../domain/act.ts';
import type { Instant } from '../../domain/calendar.ts';
import { searchKeysOf } from '../../domain/customer-search.ts';
import { driverOf, type Database } from '../database.ts';
import type { AccountModel } from '../models/account.model.ts';
import { ERASED, PERSONAL_TEXTS, type PersonalText } from '../personal-texts.ts';
import { failureOf, inTransaction } from '../transaction.ts';
import { aboutCustomer, ActStore } from './act.store.ts';
import { inSnapshot, type Session } from './document-store.ts';

type Document = mongoose.mongo.Document & { _id: string };
type Filter = mongoose.mongo.Filter<Document>;
type Collection = keyof typeof PERSONAL_TEXTS;

/** What is kept on one person, by collection; the documents as they are stored, without secrets. */
export type Held = Readonly<Record<string, readonly object[]>>;

/** The collections that hold nothing of a person but an id, or a fingerprint, that leads nowhere else. */
export const NOTHING_OF_A_PERSON = [
  ...['loyalty_rewards', 'unique_values', 'programme_figures', 'programme_stays'],
  // Who used a code stands in the use of it.
  ...['campaigns', 'voucher_codes', 'gift_codes'],
  ...[
    'schema_versions',
    'leases',
    'api_processes',
    'sign_in_codes',
    'approval_slots',
    'checkout_orders',
    'limit_uses',
    'jobs',
    'saved_views',
  ],
] as const;

/** The collections in which a person is looked for. */
export function collectionsOfAPerson(): string[] {
  return [...Object.keys(placesOf('')), 'sessions', 'payment_events'];
}

/** What proves who somebody is, and is nobody's to read. */
const SECRETS = [
  ...['passwordHash', 'tokenHash', 'previousTokenHash', 'chainKey', 'deviceKey', 'linkHash'],
  ...['secondFactor', 'pendingFactor'],
];
const READ_AT_ONCE = 500;
const MOST_ATTEMPTS = 20;
/** What is written while the texts are gone through is found by the next pass. */
const MOST_PASSES = 5;

/** Everything on one person, in whatever collection it is (decision 43). For commands: some of it is found by reading all. */
export class PersonStore {
  readonly #database: Database;
  readonly #acts: ActStore;

  constructor(database: Database) {
    this.#database = database;
    this.#acts = new ActStore(database);
  }

  /** All that is kept on a customer, of one instant; empty lists where nothing is. */
  async held(customerId: string): Promise<Held> {
    const session = this.#database.getClient().startSession({ snapshot: true });
    try {
      const held: Record<string, object[]> = {};
      const topUps: string[] = [];
      for (const [name, filter] of Object.entries(placesOf(customerId))) {
        held[name] = await this.#read(name, filter, customerId, session);
        if (name === 'top_ups') topUps.push(...held[name].map((topUp) => (topUp as Document)._id));
      }
      if (held['accounts']?.length)
        held['sessions'] = await this.#read('sessions', { accountId: customerId }, customerId, session);
      held['payment_events'] = await this.#read(
        'payment_events',
        { topUpId: { $in: topUps } },
        customerId,
        session,
      );
      return held;
    } finally {
      await session.endSession();
    }
  }

  /**
   * Blanks every personal text of a customer, ends the sessions, and writes the act. Amounts, dates, ids and the order of things
   * stay. May be repeated, cut off and done beside traffic: who is erased already is gone through again. Answers how many
   * documents had something to blank.
   */
  async erase(customerId: string, act: Act): Promise<number> {
    let blanked = await this.#eraseAtOnce(customerId, act);
    const topUps = (await this.#find('top_ups', { walletId: customerId }, { _id: 1 })).map(({ _id }) => _id);
    const cards = (await this.#find('gift_cards', { claimedBy: customerId }, { _id: 1 })).map(
      ({ _id }) => _id,
    );
    // A status that is set meanwhile is new, and its wallet says the same.
    const entries = { walletId: customerId, kind: { $ne: 'STATUS' } };
    for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
      let found = 0;
      found += await this.#blankAll('wallet_transactions', entries);
      found += await this.#blankAll('checkouts', { walletId: customerId });
      found += await this.#blankAll('top_ups', { walletId: customerId });
      found += await this.#blankAll('gifts', { senderId: customerId });
      found += await this.#blankAll('payment_events', { topUpId: { $in: topUps } });
      found += await this.#blankAll('payment_reviews', { walletId: customerId });
      found += await this.#blankAll('approvals', { walletId: customerId });
      found += await this.#blankRows(customerId);
      found += await this.#blankAll('gift_card_entries', { cardId: { $in: cards } });
      found += await this.#blankAll('acts', { about: aboutCustomer(customerId) });
      blanked += found;
      if (found === 0) break;
    }
    return blanked;
  }

  /** What must change together: the person, the sign-in, and the reason of a status, which the wallet tells as its journal does. */
  async #eraseAtOnce(customerId: string, act: Act): Promise<number> {
    for (let attempt = 1; ; attempt += 1) {
      let blanked = 0;
      const write = async (session: Session): Promise<void> => {
        blanked = await this.#blankPerson(customerId, act.at, session);
        await this.#acts.append([act], session);
      };
      try {
        await inTransaction(this.#database, write, () => true);
        return blanked;
      } catch (error) {
        // Somebody is changing the same wallet; that goes first.
        if (attempt === MOST_ATTEMPTS || failureOf(error) !== 'TRANSIENT') throw error;
      }
    }
  }

  async #blankPerson(customerId: string, at: Instant, session: Session): Promise<number> {
    const id = { _id: customerId };
    const unknown = { name: ERASED, email: null, phone: null, language: null };
    const known = Object.entries(unknown).map(([field, value]) => ({ [field]: { $ne: value } }));
    const searchKeys = searchKeysOf({ id: customerId, ...unknown });
    const customer = await this.#collection('customers').updateOne(
      { ...id, $or: known },
      { $set: { ...unknown, searchKeys } },
      { session },
    );
    const account = await this.#collection('accounts').findOne(ownAccount(customerId), { session });
    if (account) {
      await this.#closeAccount(account, at, session);
      await this.#collection('sessions').deleteMany({ accountId: customerId }, { session });
    }
    const wallet = await this.#collection('customer_wallets').updateOne(
      { ...id, statusReason: { $type: 'string', $ne: ERASED } },
      { $set: { statusReason: ERASED } },
      { session },
    );
    await this.#collection('wallet_transactions').updateMany(
      { walletId: customerId, kind: 'STATUS', reason: { $type: 'string' } },
      { $set: { reason: ERASED } },
      { session },
    );
    return customer.modifiedCount + wallet.modifiedCount;
  }

  /** An account stays as one that nobody can sign in to, so that every process hears that its sessions have ended. */
  async #closeAccount(account: Document, at: Instant, session: Session): Promise<void> {
    const { _id, role, sessionVersion, createdAt, madeFor } = account as Document & AccountModel;
    const nobody = { name: ERASED, email: `${ERASED}:${_id}`, passwordHash: ERASED };
    const closed = { sessionVersion: sessionVersion + 1, sessionsEndedAt: new Date(at) };
    const replacement = { ...nobody, ...closed, role, createdAt, ...(madeFor && { madeFor }) };
    await this.#collection('accounts').replaceOne({ _id }, replacement, { session });
  }

  /** Blanks the texts of all documents that have one; the guard of those that have a version moves on. */
  async #blankAll(name: Collection, of: Filter): Promise<number> {
    let blanked = 0;
    for (const text of PERSONAL_TEXTS[name]) {
      const ids = await this.#find(name, { ...of, ...stillSaid(text) }, { _id: 1 });
      for (let next = 0; next < ids.length; next += READ_AT_ONCE) {
        const some = ids.slice(next, next + READ_AT_ONCE).map(({ _id }) => _id);
        const update = { $set: { [inLists(text.path)]: text.becomes }, ...(isGuarded(name) && NEXT) };
        const { modifiedCount } = await this.#collection(name).updateMany(
          { ...of, _id: { $in: some } },
          update,
        );
        blanked += modifiedCount;
      }
    }
    return blanked;
  }

  /** Of a list that waits for another person, or that failed, only the rows of this one. */
  async #blankRows(customerId: string): Promise<number> {
    const arrayFilters = [{ 'of.customerId': customerId }];
    const approvals = await this.#collection('approvals').updateMany(
      { rows: { $elemMatch: { customerId, reason: { $ne: ERASED } } } },
      { $set: { 'rows.$[of].reason': ERASED, 'rows.$[of].reference': null }, ...NEXT },
      { arrayFilters },
    );
    const parts = await this.#collection('job_parts').updateMany(
      { rows: { $elemMatch: { customerId, cells: { $ne: [] } } } },
      { $set: { 'rows.$[of].cells': [] }, ...NEXT },
      { arrayFilters },
    );
    return approvals.modifiedCount + parts.modifiedCount;
  }

  async #read(name: string, filter: Filter, customerId: string, session: Session): Promise<object[]> {
    const without = Object.fromEntries(SECRETS.map((secret) => [secret, 0]));
    const found = await this.#find(name, filter, without, session);
    return found.map((document) => partOf(document, customerId));
  }

  async #find(name: string, filter: Filter, projection: object, session?: Session): Promise<Document[]> {
    return this.#collection(name)
      .find(filter, { projection, ...inSnapshot(session) })
      .toArray();
  }

  #collection(name: string): mongoose.mongo.Collection<Document> {
    return driverOf(this.#database).collection<Document>(name);
  }
}

/** The account of a customer; one of somebody of the shop who bears the same id is not theirs. */
function ownAccount(customerId: string): Filter {
  return { _id: customerId, role: 'CUSTOMER' };
}

/** Where a customer is named, and how. */
function placesOf(id: string): Record<string, Filter> {
  return {
    customers: { _id: id },
    accounts: ownAccount(id),
    customer_wallets: { _id: id },
    wallet_transactions: { walletId: id },
    reward_claims: { customerId: id },
    voucher_uses: { customerId: id },
    gift_cards: { claimedBy: id },
    gift_card_entries: { customerId: id },
    referrals: { $or: [{ _id: id }, { referrerId: id }] },
    purchases: { customerId: id },
    largest_orders: { walletId: id },
    checkouts: { walletId: id },
    top_ups: { walletId: id },
    gifts: { senderId: id },
    payment_reviews: { walletId: id },
    approvals: { $or: [{ walletId: id }, { 'rows.customerId': id }] },
    job_parts: { 'rows.customerId': id },
    credit_expiry_logs: { customerId: id },
    bulk_credits: { 'refusals.customerId': id },
    acts: { about: aboutCustomer(id) },
    audit_runs: { 'findings.record': id },
  };
}

/** A bulk credit, asked for or done, and an audit name many customers: only what they say of this one is given away. */
function partOf(document: Document, customerId: string): Document {
  const of = (list: unknown, field: string) =>
    (list as readonly Record<string, unknown>[]).filter((item) => item[field] === customerId);
  return {
    ...document,
    ...('rows' in document && { rows: of(document['rows'], 'customerId') }),
    ...('refusals' in document && { refusals: of(document['refusals'], 'customerId') }),
    ...('findings' in document && { findings: of(document['findings'], 'record') }),
  };
}

const NEXT = { $inc: { version: 1 } };

const GUARDED: ReadonlySet<Collection> = new Set([
  ...(['checkouts', 'top_ups', 'gifts', 'payment_events', 'payment_reviews', 'approvals'] as const),
]);

function isGuarded(name: Collection): boolean {
  return GUARDED.has(name);
}

/** The condition that a text is there and is not blanked. */
function stillSaid({ path, becomes }: PersonalText): Filter {
  const [list, field] = path.split('.');
  const said = becomes === null ? { $type: 'string' as const } : { $type: 'string' as const, $ne: becomes };
  return field === 'value' && list ? { [list]: { $elemMatch: { [field]: said } } } : { [path]: said };
}

/** Every item of the lists that acts have. */
function inLists(path: string): string {
  return path.replace(/\.value$/, '.$[].value');
}
