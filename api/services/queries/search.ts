import type { ActSubject } from '../../domain/act.ts';
import {
  customerSearch,
  matchOf,
  type CustomerMatch,
  type CustomerSearch,
} from '../../domain/customer-search.ts';
import type { App } from '../app.ts';
import { placeOfReference } from './find-by-reference.ts';

/** By what something was found, the most telling first. */
export type SearchMatch =
  | 'TRANSACTION_REFERENCE'
  | 'TOP_UP_REFERENCE'
  | 'PROVIDER_REFERENCE'
  | 'ORDER'
  | 'REFERRAL_CODE'
  | CustomerMatch;

const RANKS: Readonly<Record<SearchMatch, number>> = {
  TRANSACTION_REFERENCE: 1,
  TOP_UP_REFERENCE: 2,
  CUSTOMER_ID: 3,
  ORDER: 4,
  PROVIDER_REFERENCE: 5,
  REFERRAL_CODE: 6,
  PHONE: 7,
  EMAIL: 8,
  NAME: 9,
};

/** Something that was found, and why. */
export interface SearchHit {
  readonly match: SearchMatch;
  /** Whether all of it is what was typed, and not only its beginning. */
  readonly isExact: boolean;
  readonly subject: ActSubject;
  /** Whose it is; null for a payment that nobody's wallet is known for. */
  readonly customerId: string | null;
}

export interface SearchHits {
  /** What is exactly that first. */
  readonly hits: readonly SearchHit[];
  readonly hasMore: boolean;
}

const CAN_BE_ORDER = /^[\x20-\x7e]{1,64}$/;

/**
 * Everything that somebody of the shop may mean by what they typed, at most `limit` of it. Each way of finding is one or two ranges
 * of an index that end at the limit, so it takes the same time among a million customers.
 */
export async function search(app: App, typed: string, limit: number): Promise<SearchHits> {
  const text = typed.trim();
  const meant = customerSearch(text);
  if (!meant) return { hits: [], hasMore: false };
  const enough = limit + 1;
  const found = await Promise.all([
    // What a payment is called has no blanks, and names of people do.
    ...(/\s/.test(text) ? [] : [byTopUp(app, text), byReview(app, text)]),
    ...(CAN_BE_ORDER.test(text) ? [byOrder(app, text, enough)] : []),
    byReference(app, text),
    byCode(app, meant, enough),
    byPerson(app, meant, enough),
  ]);
  const hits = onceEach(found.flat().sort(bestFirst));
  return { hits: hits.slice(0, limit), hasMore: hits.length > limit };
}

async function byReference(app: App, text: string): Promise<SearchHit[]> {
  const place = await placeOfReference(app, text);
  if (!place) return [];
  const [entry] = await app.stores.journal.atPositions(place.walletId, [place.seq]);
  if (!entry) return [];
  const { id, walletId } = entry;
  return [exactly('TRANSACTION_REFERENCE', { kind: 'TRANSACTION', id }, walletId)];
}

/** As customers quote it, and as the provider calls it and its payments. */
async function byTopUp(app: App, text: string): Promise<SearchHit[]> {
  const provider = app.payments.provider?.name;
  const quoted = text.toUpperCase();
  const found = await app.stores.topUps.calledSo(quoted, provider === undefined ? [] : [provider], text);
  return found.map(({ id, walletId, reference }) => {
    const match = reference === quoted ? 'TOP_UP_REFERENCE' : 'PROVIDER_REFERENCE';
    return exactly(match, { kind: 'TOP_UP', id }, walletId);
  });
}

/** A payment that a person is to look at, whether or not it belongs to a top-up. */
async function byReview(app: App, text: string): Promise<SearchHit[]> {
  const provider = app.payments.provider?.name;
  if (provider === undefined) return [];
  const reviews = await app.stores.paymentReviews.ofPayments(provider, [text]);
  return reviews.map(({ id, walletId }) =>
    exactly('PROVIDER_REFERENCE', { kind: 'PAYMENT_REVIEW', id }, walletId),
  );
}

/** What was paid with credits for an order, and the customer for whom the shop reported it. */
async function byOrder(app: App, text: string, enough: number): Promise<SearchHit[]> {
  const names = text.startsWith('#') ? [text, text.slice(1)] : [text];
  const [spent, reported] = await Promise.all([
    Promise.all(names.map((name) => app.stores.journal.spendingForOrder(name, enough))),
    app.stores.purchases.load(names),
  ]);
  return [
    ...spent.flat().map(({ id, walletId }) => exactly('ORDER', { kind: 'TRANSACTION', id }, walletId)),
    ...[...reported.values()].map(({ customerId }) => ofCustomer('ORDER', customerId)),
  ];
}

async function byCode(app: App, { codePrefix }: CustomerSearch, enough: number): Promise<SearchHit[]> {
  if (codePrefix === null) return [];
  const found = await app.stores.directory.walletsOfCode(codePrefix, enough);
  const wallets = await app.stores.wallets.load(found);
  return [...wallets.values()].map(({ id, referralCode }) =>
    ofCustomer('REFERRAL_CODE', id, referralCode === codePrefix),
  );
}

async function byPerson(app: App, meant: CustomerSearch, enough: number): Promise<SearchHit[]> {
  const { prefixes } = meant;
  const found = await Promise.all(
    prefixes.map((prefix) => app.stores.directory.customersBeginning(prefix, enough)),
  );
  const customers = new Map(found.flat().map((customer) => [customer.id, customer]));
  return [...customers.values()].flatMap((customer) => {
    const how = matchOf(customer, meant);
    return how ? [ofCustomer(how.match, customer.id, how.isExact)] : [];
  });
}

function ofCustomer(match: SearchMatch, customerId: string, isExact = true): SearchHit {
  return { match, isExact, subject: { kind: 'CUSTOMER', id: customerId }, customerId };
}

function exactly(match: SearchMatch, subject: ActSubject, customerId: string | null): SearchHit {
  return { match, isExact: true, subject, customerId };
}

function bestFirst(a: SearchHit, b: SearchHit): number {
  return (
    Number(b.isExact) - Number(a.isExact) ||
    RANKS[a.match] - RANKS[b.match] ||
    (a.subject.id < b.subject.id ? -1 : 1)
  );
}

/** Each thing as the best that it was found as; a customer besides only where nothing of theirs is exactly what was typed. */
function onceEach(hits: readonly SearchHit[]): SearchHit[] {
  const named = new Set<string>();
  return hits.filter(({ subject: { kind, id }, customerId }) => {
    const names = kind === 'CUSTOMER' ? [`${kind}:${id}`] : [`${kind}:${id}`, `CUSTOMER:${customerId}`];
    const isNew = !named.has(names[0] ?? '');
    for (const name of names) named.add(name);
    return isNew;
  });
}
