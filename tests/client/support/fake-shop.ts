import { graphql, GraphQLError } from 'graphql';
import type { PaymentMethod } from '../../../client/graphql/graphql.ts';
import type { Role } from '../../../client/session/auth-api.ts';
import { balancesOf } from './balance-days.ts';
import { boughtCardAnswers, boughtCards, boughtFigures } from './bought-cards.ts';
import { checkoutAnswers, checkoutById } from './checkouts.ts';
import { quietConsole } from './console-answers.ts';
import type { ConsoleAnswers } from './console-answers.ts';
import { LINK, lookAt, sampleGift } from './gifts.ts';
import {
  claimsOf,
  offersOf,
  rewardsOf,
  referralOf,
  spend,
  spendPreviewOf,
  summaryOf,
  topUpOf,
  paiseOf,
} from './programme.ts';
import { money, tell, tiers } from './sample-wallet.ts';
import { sentGiftAnswers, sentGifts } from './sent-gifts.ts';
import { statementOf } from './statement.ts';
import type { StatementArgs } from './statement.ts';
import type { Line, SampleHold, SampleTopUp, Story } from './sample-wallet.ts';
import { schema } from './schema.ts';
import { newcomer } from './stories.ts';
import { pageOf } from './transaction-page.ts';

export interface Person {
  id: string;
  role: Role;
  name: string;
  email: string;
  password: string;
  blurb: string;
  /** Null: the shop knows the customer, but there is no wallet. */
  story: Story | null;
  /** Which key paid with which entry. */
  paid?: Map<string, string>;
}

export interface GraphQLRequest {
  operationName: string;
  variables: Record<string, unknown>;
  headers: Headers;
}

/** What stands behind the # of the link of a checkout. */
export const PAY_SECRET = 'a-secret-of-192-bits-of-the-shop';

const WITH_A_PAY_TOKEN = ['CheckoutPage', 'PayCheckout', 'AddGiftCardToCheckout'];

/** What answers in the shop's place; undefined leaves it to the shop. */
export type Reply = (path: string, init: RequestInit) => Promise<Response> | Response | undefined;

/**
 * The shop as the browser meets it: the network. Sign-in answers as the API documents it, and GraphQL is the committed
 * contract executed over a story, so a screen that asks for anything else fails here as it would there.
 */
export class FakeShop {
  readonly requests: GraphQLRequest[] = [];
  readonly calls: string[] = [];
  /** What the browser told about how the app does. */
  readonly reports: unknown[] = [];
  /** Whose refresh cookie the browser holds. */
  cookie: Person | null = null;
  signedOutEverywhere = false;
  /** What the shop tells those who work for it, by the name of the question. */
  console: ConsoleAnswers = quietConsole();
  /** What waits behind the link of a mail. */
  gift = sampleGift();
  /** The link of a checkout that the shop made, which is good once. */
  payLink = { checkoutId: 'checkout-1', secret: PAY_SECRET, isUsed: false, expiresIn: 900 };
  /** Where whoever is asking is signed in. */
  sessions = [
    { ...session('here', 'Chrome on Windows', '2026-11-23T09:40:00+05:30'), isCurrent: true },
    session('there', 'Safari on iPhone', '2026-11-20T18:05:00+05:30'),
  ];
  #tokens = new Map<string, Person>();
  #payTokens = new Set<string>();
  #issued = 0;
  #interference: Reply[] = [];

  constructor(readonly people: Person[]) {}

  readonly fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const path = String(input);
    this.calls.push(`${init.method ?? 'GET'} ${path}`);
    for (const reply of this.#interference) {
      const answer = reply(path, init);
      if (answer !== undefined) return answer;
    }
    switch (path) {
      case '/auth/sign-in':
        return this.#signIn(JSON.parse(String(init.body)));
      case '/auth/refresh':
        return this.cookie === null ? refusal(401, 'UNAUTHENTICATED') : this.grant(this.cookie);
      case '/auth/pay-link':
        return this.#openPayLink(JSON.parse(String(init.body)));
      case '/auth/sign-out':
        if (init.body !== undefined)
          this.signedOutEverywhere = JSON.parse(String(init.body)).everywhere === true;
        this.cookie = null;
        return new Response(null, { status: 204 });
      case '/auth/demo-accounts':
        return json(
          200,
          this.people.map(({ name, role, email, password, blurb }) => ({
            name,
            role,
            email,
            password,
            blurb,
          })),
        );
      case '/vitals':
        this.reports.push(JSON.parse(String(init.body)));
        return new Response(null, { status: 204, headers: { 'x-request-id': 'req-told' } });
      case '/graphql':
        return this.#graphql(init);
      default:
        return new Response('', { status: 404 });
    }
  };

  /** Answers in the shop's place as long as the reply gives something; returns how to stop it. */
  interfere(reply: Reply): () => void {
    this.#interference.push(reply);
    return () => {
      this.#interference = this.#interference.filter((other) => other !== reply);
    };
  }

  /** Everything reaches the shop again. */
  heal(): void {
    this.#interference = [];
  }

  /** Every access token stops working, as they do after some minutes. */
  expireTokens(): void {
    this.#tokens.clear();
  }

  #signIn({ email, password }: { email: string; password: string }): Response {
    const person = this.people.find((known) => known.email === email && known.password === password);
    return person === undefined ? refusal(401, 'INVALID_CREDENTIALS') : this.grant(person);
  }

  /** Whoever comes by the link of a checkout of the first customer sees and pays that, and gets no cookie. */
  #openPayLink({ checkoutId, secret }: { checkoutId: string; secret: string }): Response {
    const { payLink } = this;
    const [customer] = this.people;
    const isRight = payLink.checkoutId === checkoutId && payLink.secret === secret && !payLink.isUsed;
    if (!isRight || customer === undefined) return refusal(400, 'LINK_NOT_USABLE');
    payLink.isUsed = true;
    const accessToken = `pay-token-${(this.#issued += 1)}`;
    this.#tokens.set(accessToken, customer);
    this.#payTokens.add(accessToken);
    return json(200, { accessToken, expiresIn: payLink.expiresIn });
  }

  /** Lets somebody in, whatever they proved it by. */
  grant(person: Person, more: object = {}): Response {
    const accessToken = `token-${(this.#issued += 1)}`;
    this.#tokens.set(accessToken, person);
    this.cookie = person;
    const { id, role, name } = person;
    return json(200, { accessToken, expiresIn: 900, account: { id, role, name }, ...more });
  }

  readonly #endSession = ({ input }: { input: { sessionId: string } }) => {
    const left = this.sessions.filter(({ id }) => id !== input.sessionId);
    const isOver = left.length < this.sessions.length;
    this.sessions = left;
    if (!isOver) return { viewer: null, userErrors: [{ code: 'SESSION_NOT_FOUND', message: 'No.' }] };
    return { viewer: { id: this.cookie?.id ?? 'nobody', role: 'CUSTOMER', sessions: left }, userErrors: [] };
  };

  async #graphql(init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    const body = JSON.parse(String(init.body)) as {
      query: string;
      operationName: string;
      variables: Record<string, unknown>;
    };
    this.requests.push({ operationName: body.operationName, variables: body.variables, headers });
    const token = (headers.get('authorization') ?? '').replace('Bearer ', '');
    const person = this.#tokens.get(token);
    const { query, operationName, variables } = body;
    if (this.#payTokens.has(token) && !WITH_A_PAY_TOKEN.includes(operationName))
      return graphqlError('FORBIDDEN');
    if (person === undefined && operationName !== 'GiftAtTheDoor') return graphqlError('UNAUTHENTICATED');
    const result = await graphql({
      schema,
      source: query,
      operationName,
      variableValues: variables,
      rootValue: {
        ...(person && { ...rootFor(person, this), ...this.console, endSession: this.#endSession }),
        gift: ({ token }: { token: string }) => lookAt(this.gift, token),
      },
    });
    return json(200, result, 'application/graphql-response+json');
  }
}

function holdOf({ orderId, paise, expiresAt, checkout }: SampleHold, story: Story | null) {
  const reason = expiresAt === null ? 'DISPUTE' : 'ORDER';
  return {
    ...{ id: `hold-${orderId ?? reason}`, orderId, reason, open: money(paise), expiresAt },
    checkout: checkout === undefined ? null : checkoutById(story, checkout),
  };
}

function whoIs({ id, role, name, email }: Person) {
  return { id, role, customer: role === 'CUSTOMER' ? { id, name, email } : null };
}

/** What the person may see. Field resolvers are plain functions; graphql-js calls them with their arguments. */
function rootFor(person: Person, { sessions, gift }: Pick<FakeShop, 'sessions' | 'gift'>) {
  const wallet = (): object | null => {
    if (person.story === null) return null;
    const { entries, expiringCredits, ...fields } = tell(person.story);
    return {
      ...fields,
      expiringCredits: () => expiringCredits,
      transactionSummary: ({ from }: { from?: string }) => summaryOf(person.story?.lines ?? [], from ?? null),
      balanceHistory: ({ days }: { days: number }) => balancesOf(person.story?.lines ?? [], days),
      availableRewards: () => offersOf(person.story),
      claims: () => claimsOf(person.story),
      referral: () => referralOf(person.story),
      spendPreview: ({ amount, orderId }: { amount: { amount: string }; orderId?: string }) => ({
        ...spendPreviewOf(person.story, amount.amount),
        earlierDebit: orderId === undefined ? null : debitOf(person, orderId),
      }),
      topUps: () => ({ nodes: (person.story?.topUps ?? []).map((topUp) => topUpOf(topUp, wallet)) }),
      holds: () => ({ nodes: (person.story?.holds ?? []).map((hold) => holdOf(hold, person.story)) }),
      statement: (args: StatementArgs) => statementOf(entries, args),
      createdAt: '2026-03-14T09:00:00+05:30',
      transactions: (args: Parameters<typeof pageOf>[1]) => pageOf(entries, args),
    };
  };
  return {
    viewer: () => ({
      ...whoIs(person),
      wallet,
      sessions,
      giftCards: person.story?.claimedCards ?? [],
      giftCardPurchases: boughtCards(person),
      boughtGiftCards: boughtFigures(person),
      gifts: sentGifts(person),
    }),
    tiers,
    rewards: () => ({ nodes: rewardsOf(person.story) }),
    transaction: ({ id }: { id: string }) =>
      person.story === null ? null : (tell(person.story).entries.find((entry) => entry.id === id) ?? null),
    ...checkoutAnswers(person),
    ...boughtCardAnswers(person),
    ...sentGiftAnswers(person, wallet),
    walletPolicy,
    shop,
    topUp: ({ id }: { id: string }) => {
      const topUp = person.story?.topUps?.find((one) => one.id === id);
      return topUp === undefined ? null : topUpOf(topUp, wallet);
    },
    startTopUp: ({
      input,
    }: {
      input: { amount: { amount: string }; method: PaymentMethod; note: string | null };
    }) => {
      if (!person.story) return refused('WALLET_NOT_FOUND');
      const id = `top-up-${(person.story.topUps ?? []).length + 1}`;
      const paise = paiseOf(input.amount.amount);
      const topUp: SampleTopUp = {
        id,
        paise,
        method: input.method,
        status: 'AWAITING_PAYMENT',
        note: input.note,
      };
      person.story.topUps = [topUp, ...(person.story.topUps ?? [])];
      return { topUp: topUpOf(topUp, wallet), replayed: false, userErrors: [] };
    },
    claimReward: ({ input }: { input: { rewardId: string } }) => {
      const reward = person.story?.rewards?.find((one) => one.name === input.rewardId);
      if (!person.story || !reward) return refused('REWARD_NOT_FOUND');
      if (reward.of !== null && reward.used >= reward.of) return refused('REWARD_EXHAUSTED');
      reward.claimedAt = '2026-11-23T09:42:00+05:30';
      reward.used += 1;
      const { name: reason, paise } = reward;
      const line = { kind: 'CREDIT', paise, at: reward.claimedAt, source: 'LOYALTY', reason } as const;
      return booked(wallet, person.story, line);
    },
    claimGiftCard: ({ input }: { input: { code: string } }) => {
      if (!person.story || input.code !== '7K9Q-X2R4-MB3D-0WZE-5') return refused('CODE_NOT_USABLE');
      person.story = { ...person.story, lines: [...person.story.lines] };
      const at = '2026-11-23T09:42:00+05:30';
      const line = { kind: 'CREDIT', paise: 500_00n, at, source: 'PROMOTION', reason: 'Gift card' } as const;
      const giftCard = {
        ...{ __typename: 'GiftCard', id: 'card-1', status: 'CLAIMED', maskedCode: '•••• WZE5', endedAt: at },
        initial: money(500_00n),
      };
      return { ...booked(wallet, person.story, line), giftCard };
    },
    giftCardLook: ({ input }: { input: { code: string } }) =>
      input.code === '7K9Q-X2R4-MB3D-0WZE-5'
        ? {
            look: { status: 'ACTIVE', remaining: money(500_00n), expiresAt: '2027-08-14T23:59:59+05:30' },
            userErrors: [],
          }
        : { look: null, userErrors: [{ code: 'CODE_NOT_USABLE', message: 'No.' }] },
    claimGift: ({ input }: { input: { token: string } }) => {
      if (!person.story || input.token !== LINK) return refused('GIFT_NOT_FOUND');
      if (gift.status === 'CLAIMED') return refused('GIFT_ENDED');
      gift.status = 'CLAIMED';
      person.story = { ...person.story, lines: [...person.story.lines] };
      const at = '2026-11-23T09:42:00+05:30';
      const line = { kind: 'CREDIT', paise: 500_00n, at, source: 'PURCHASE', reason: 'Gift' } as const;
      return booked(wallet, person.story, line);
    },
    redeemVoucher: ({ input }: { input: { code: string } }) => {
      if (!person.story || input.code !== 'DIWALI50') return refused('CODE_NOT_USABLE');
      person.story = { ...person.story, lines: [...person.story.lines] };
      const at = '2026-11-23T09:42:00+05:30';
      const line = { kind: 'CREDIT', paise: 50_00n, at, source: 'PROMOTION', reason: 'Diwali' } as const;
      return booked(wallet, person.story, line);
    },
    applyReferral: ({ input }: { input: { code: string } }) => {
      if (!person.story || input.code !== 'K4NT6RJD') return refused('REFERRAL_CODE_UNKNOWN');
      person.story = { ...person.story, canApplyCode: false, lines: [...person.story.lines] };
      const line = {
        kind: 'CREDIT',
        paise: 50_00n,
        at: '2026-11-23T09:42:00+05:30',
        source: 'REFERRAL',
      } as const;
      return booked(wallet, person.story, line);
    },
    deductCredits: ({ input }: { input: DeductInput }) => {
      if (!person.story) return refused('WALLET_NOT_FOUND');
      const { orderId, amount, onlyOnce, idempotencyKey } = input;
      const before = person.paid?.get(idempotencyKey);
      const { entries } = tell(person.story);
      if (before !== undefined) {
        const transaction = entries.find(({ id }) => id === before);
        return { wallet, transaction, replayed: true, userErrors: [] };
      }
      const earlier = debitOf(person, orderId);
      if (onlyOnce && earlier !== null) return refused('ORDER_ALREADY_PAID', { transaction: earlier });
      const answer = booked(wallet, person.story, spend(orderId, amount.amount));
      (person.paid ??= new Map()).set(idempotencyKey, answer.transaction?.id ?? '');
      return answer;
    },
    createWallet: () => {
      if (person.story !== null) {
        return { replayed: false, userErrors: [{ code: 'WALLET_EXISTS', message: 'The wallet exists.' }] };
      }
      person.story = newcomer;
      return { wallet, replayed: false, userErrors: [] };
    },
  };
}

function session(id: string, device: string, lastUsedAt: string) {
  return { id, device, createdAt: '2026-11-14T20:15:00+05:30', lastUsedAt, isCurrent: false };
}

const shop = {
  name: 'Early Bird Stores',
  phone: '080 5550 0142',
  email: 'help@earlybird.example',
  hours: 'Every day, 8 am to 8 pm',
};

const walletPolicy = {
  referralValidityDays: 365,
  referralWindowDays: 30,
  minTopUp: money(10_00n),
  maxTopUp: money(10_000_00n),
  minGiftCard: money(100_00n),
  maxGiftCard: money(10_000_00n),
  giftCardDays: 365,
  minOrderPayment: money(1_00n),
  checkoutMinutes: 30,
  tiers,
  timeZone: 'Asia/Kolkata',
};

interface DeductInput {
  orderId: string;
  amount: { amount: string };
  onlyOnce: boolean;
  idempotencyKey: string;
}

/** The latest debit of an order. */
function debitOf({ story }: Person, orderId: string) {
  const { entries } = tell(story ?? { lines: [] });
  return entries.find((entry) => entry.kind === 'DEBIT' && entry.orderId === orderId) ?? null;
}

function refused(code: string, more: object = {}) {
  return {
    wallet: null,
    transaction: null,
    replayed: false,
    userErrors: [{ code, message: 'No.', ...more }],
  };
}

/** The bank has an answer: what the webhook would bring about. */
export function settle(
  person: Person | undefined,
  outcome: 'SETTLED' | 'FAILED' | 'EXPIRED' | 'CONFIRMING',
): void {
  const story = person?.story;
  const topUp = story?.topUps?.[0];
  if (!story || !topUp) throw new Error('There is no top-up to settle.');
  topUp.status = outcome;
  if (outcome !== 'SETTLED') return;
  const at = '2026-11-23T09:43:00+05:30';
  story.lines = [
    ...story.lines,
    { kind: 'CREDIT', paise: topUp.paise, at, source: 'PURCHASE', reason: 'Top-up' },
  ];
}

/** Writes a line into the story and answers as a mutation does. */
function booked(wallet: () => object | null, story: Story, line: Line) {
  story.lines = [...story.lines, line];
  const [transaction] = tell(story).entries;
  return { wallet, transaction, replayed: false, userErrors: [] };
}

export function graphqlData(data: object): Response {
  return json(200, { data }, 'application/graphql-response+json');
}

export function graphqlError(code: string, requestId = 'req-8H2K'): Response {
  const error = new GraphQLError('Something was wrong.', { extensions: { code, requestId } });
  return json(200, { errors: [error] }, 'application/graphql-response+json');
}

export function refusal(status: number, code: string, more: object = {}): Response {
  return json(status, { error: { code, message: 'No.', ...more } });
}

function json(status: number, body: unknown, type = 'application/json'): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
}
