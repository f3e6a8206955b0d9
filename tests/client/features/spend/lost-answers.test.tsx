import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { graphqlData, graphqlError } from '../../support/fake-shop.ts';
import type { FakeShop, Reply } from '../../support/fake-shop.ts';
import { openApp } from '../../support/open-app.tsx';

afterEach(() => window.localStorage.clear());

const ORDER = '/use?order=1043&amount=3400.00';
const UNKNOWN = /don’t know yet whether this was paid/;
const UNSETTLED = 'We don’t know yet whether ₹3,400.00 was paid for order 1043.';
const PART = 'Pay a part with credits instead';
const PAY = 'Pay ₹3,400.00 with credits';

type App = Awaited<ReturnType<typeof openApp>>;

async function preview(): Promise<HTMLElement> {
  const button = await screen.findByRole('button', { name: PAY });
  await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled'));
  return button;
}

/** Every key under which a payment was sent, and the answers that somebody puts in its place. */
function watch(shop: FakeShop, keys: string[], ...replies: (() => ReturnType<Reply>)[]): void {
  shop.interfere((path, init) => {
    if (path !== '/graphql') return undefined;
    const { operationName, variables } = JSON.parse(String(init.body)) as {
      operationName: string;
      variables: { input: { idempotencyKey: string } };
    };
    if (operationName !== 'DeductCredits') return undefined;
    keys.push(variables.input.idempotencyKey);
    return replies.shift()?.();
  });
}

async function choose({ user }: App, amount: string): Promise<void> {
  if (screen.queryByRole('textbox') === null) await user.click(screen.getByText(PART));
  const field = screen.getByRole('textbox', { name: 'Amount to pay with credits' });
  await user.clear(field);
  await user.type(field, amount);
}

const refusedPayment = {
  __typename: 'DeductCreditsPayload',
  wallet: null,
  transaction: null,
  userErrors: [
    {
      __typename: 'UserError',
      code: 'WALLET_FROZEN',
      message: 'No.',
      ...{ min: null, max: null, available: null, shortBy: null, required: null, largest: null, since: null },
      transaction: null,
    },
  ],
};

const lost = () => Promise.reject(new TypeError('offline'));

describe('a payment whose answer got lost', () => {
  it.each<[string, () => ReturnType<Reply>]>([
    ['no answer comes', lost],
    ['the shop does not know', () => graphqlError('OUTCOME_UNKNOWN')],
    ['the shop fails', () => graphqlError('INTERNAL_SERVER_ERROR')],
    ['something on the way gives up', () => new Response('oops', { status: 504 })],
  ])('is not called unpaid, asked for again with its key, and told, when %s', async (_, reply) => {
    const app = await openApp({ path: ORDER });
    const keys: string[] = [];
    watch(app.shop, keys, reply, () => graphqlError('RATE_LIMITED'));
    await app.user.click(await preview());
    expect(await screen.findByText(UNKNOWN)).toBeInTheDocument();
    expect(screen.queryByText('Nothing was paid.')).not.toBeInTheDocument();
    // What becomes of the second try says nothing about the first.
    await app.user.click(screen.getByRole('button', { name: 'Ask now' }));
    expect(await screen.findByText(UNKNOWN)).toBeInTheDocument();
    act(() => void window.dispatchEvent(new Event('online')));
    expect(await screen.findByRole('heading', { name: /^Paid ₹/ })).toBeInTheDocument();
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
  });

  it('keeps its key over a reload', async () => {
    const keys: string[] = [];
    const before = await openApp({ path: ORDER });
    watch(before.shop, keys, lost);
    await before.user.click(await preview());
    await screen.findByText(UNKNOWN);
    cleanup();
    const after = await openApp({ path: ORDER });
    watch(after.shop, keys);
    await screen.findByText(UNSETTLED);
    await after.user.click(screen.getByRole('button', { name: 'Ask now' }));
    await screen.findByRole('heading', { name: /^Paid ₹/ });
    expect(new Set(keys).size).toBe(1);
  });

  it('comes before any other payment of its order, also after an edit and a reload', async () => {
    const keys: string[] = [];
    const before = await openApp({ path: ORDER });
    watch(before.shop, keys, lost);
    await before.user.click(await preview());
    await screen.findByText(UNKNOWN);
    await choose(before, '99.50');
    expect(screen.getByText(UNSETTLED)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Pay ₹99.50 with credits' })).not.toBeInTheDocument();
    cleanup();
    const after = await openApp({ path: ORDER });
    watch(after.shop, keys, () => graphqlError('RATE_LIMITED'));
    expect(await screen.findByText(UNSETTLED)).toBeInTheDocument();
    await choose(after, '99.50');
    // A refusal now says nothing about what was sent before the reload.
    await after.user.click(screen.getByRole('button', { name: 'Ask now' }));
    expect(screen.queryByText(/Nothing was paid/)).not.toBeInTheDocument();
    await after.user.click(await screen.findByRole('button', { name: 'Ask now' }));
    expect(await screen.findByRole('heading', { name: 'Paid ₹3,400.00 with credits' })).toBeInTheDocument();
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
  });

  it('leaves its order free once the shop has said no, and never held another', async () => {
    const keys: string[] = [];
    const app = await openApp({ path: ORDER });
    watch(app.shop, keys, lost, () => graphqlError('OUTCOME_UNKNOWN'));
    await app.user.click(await preview());
    await screen.findByText(UNKNOWN);
    act(() => {
      window.history.pushState(null, '', ORDER.replace('1043', '1043-b'));
      window.dispatchEvent(new PopStateEvent('popstate'));
    });
    await screen.findByRole('heading', { name: 'Pay for order 1043-b' });
    await app.user.click(await preview());
    expect(await screen.findByText(UNKNOWN)).toBeInTheDocument();
    expect(keys[1]).not.toBe(keys[0]);
    const { story } = app.shop.people[0] ?? {};
    if (story) story.status = 'FROZEN';
    app.shop.interfere((path, init) =>
      path === '/graphql' && String(init.body).includes('"DeductCredits"')
        ? graphqlData({ deductCredits: refusedPayment })
        : undefined,
    );
    await app.user.click(screen.getByRole('button', { name: 'Ask now' }));
    expect(await screen.findByText('Nothing was paid.')).toBeInTheDocument();
  });

  it('is a new payment after the shop has answered', async () => {
    const keys: string[] = [];
    const first = await openApp({ path: ORDER });
    watch(first.shop, keys);
    await first.user.click(await preview());
    await screen.findByRole('heading', { name: /^Paid ₹/ });
    cleanup();
    const second = await openApp({ path: ORDER });
    watch(second.shop, keys);
    await second.user.click(await preview());
    await screen.findByRole('heading', { name: /^Paid ₹/ });
    expect(new Set(keys).size).toBe(2);
  });
});
