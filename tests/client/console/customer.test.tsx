import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { ashaOfConsole, gift, paidOrder, previewOf } from '../support/console-customer.ts';
import { pageOf } from '../support/console-answers.ts';
import type { ConsoleAnswers } from '../support/console-answers.ts';
import { openApp } from '../support/open-app.tsx';
import { money } from '../support/sample-wallet.ts';

afterEach(() => window.localStorage.clear());

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const dialog = async () => within(await screen.findByRole('dialog'));

interface Options {
  as?: 'staff' | 'admin';
  query?: string;
  wallet?: object;
  console?: ConsoleAnswers;
}

async function openAsha({ as = 'staff', query = '', wallet: more = {}, console = {} }: Options = {}) {
  const { customer, wallet } = ashaOfConsole(more);
  const opened = await openApp({
    as,
    path: `/admin/wallets/cus_asha${query}`,
    console: { customer, wallet, ...console },
  });
  await screen.findByRole('heading', { level: 1, name: 'Asha Rao' });
  return opened;
}

/** An act of the shop's: what it answers, one after the other, the last for ever. What it was sent is kept. */
function act(...answers: (object | (() => never))[]) {
  const sent: Record<string, unknown>[] = [];
  const answer = ({ input }: { input: Record<string, unknown> }) => {
    sent.push(input);
    const next = answers[Math.min(sent.length, answers.length) - 1];
    return typeof next === 'function' ? next() : { replayed: false, userErrors: [], preview: null, ...next };
  };
  return { answer, sent };
}

describe('the page of a customer', () => {
  it('shows what can be spent, what ends next, and that the lots come to the balance', async () => {
    await openAsha();
    const main = within(screen.getByRole('main'));
    expect(main.getByText('Spendable').closest('div')).toHaveTextContent('₹300.00');
    expect(main.getByText('In 3 days, 26 Nov 2026')).toBeInTheDocument();
    expect(main.getByText('Balance = lots')).toBeInTheDocument();
    expect(main.getByText('₹750.00 more to reach GOLD. New credits last 730 days.')).toBeInTheDocument();
    expect(main.getByText('Prefers SMS.')).toBeInTheDocument();
  });

  it('says where lots and balance are not the same', async () => {
    await openAsha({ wallet: { balance: money(301_00n) } });
    expect(screen.getByText('Balance ≠ lots')).toBeInTheDocument();
  });

  it('shows why a wallet is stopped, and what its customer reads of it', async () => {
    await openAsha({ wallet: { status: 'FROZEN', statusReason: 'Called in', shownReason: 'DEVICE_LOST' } });
    expect(screen.getByText(/For the shop: Called in/)).toBeInTheDocument();
    expect(screen.getByText(/The customer reads: “A phone or another device/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Release' })).toBeInTheDocument();
  });

  it('has every side of the customer at an address of its own', async () => {
    const { user } = await openAsha();
    expect(await screen.findByRole('table', { name: 'Ledger' })).toHaveTextContent('Order 1042');
    const tabs = within(screen.getByRole('navigation', { name: 'About this customer' }));
    const expected = [
      [/^Lots/, 'lots', 'Open lots'],
      ['Top-ups', 'payments', 'Top-ups'],
      ['Orders', 'orders', 'Latest orders'],
      ['Rewards', 'rewards', 'Claimed rewards'],
      [/^Referrals/, 'referrals', 'People referred'],
      ['Acts', 'acts', 'Acts'],
    ] as const;
    for (const [name, tab, heading] of expected) {
      await user.click(tabs.getByRole('link', { name }));
      expect(await screen.findByRole('heading', { level: 2, name: heading })).toBeInTheDocument();
      expect(window.location.search).toBe(`?tab=${tab}`);
    }
    expect(await screen.findByRole('table', { name: 'Acts' })).toHaveTextContent('amount: 750.00');
  });

  it('asks the shop for the entries that the address names', async () => {
    const { user, shop } = await openAsha({ query: '?kind=debit' });
    await screen.findByRole('table', { name: 'Ledger' });
    await user.type(screen.getByLabelText('Order'), '1042{Enter}');
    await waitFor(() => expect(window.location.search).toBe('?kind=debit&order=1042'));
    await waitFor(() =>
      expect(shop.requests.at(-1)?.variables['filter']).toEqual({ kinds: ['DEBIT'], orderId: '1042' }),
    );
  });

  it.each([
    ['payments', 'Top-ups', 'Begun', 'ConsolePayments'],
    ['rewards', 'Claimed rewards', 'Claimed', 'ConsoleRewardsOfCustomer'],
    ['acts', 'Acts', 'When', 'ConsoleActsOfCustomer'],
  ])('has its %s sorted by the shop', async (tab, table, column, operation) => {
    const topUp = {
      ...{ id: 'top-1', reference: 'TOP-7K2M', method: 'UPI', status: 'CREATED', amount: money(500_00n) },
      ...{ createdAt: '2026-11-20T10:00:00+05:30', settledAt: null, failureReason: null },
      ...{ transaction: null, refunds: [] },
    };
    const claim = {
      ...{ id: 'claim-1', claimedAt: '2026-11-08T09:00:00+05:30', reward: { id: 'r', name: 'Diwali' } },
      transaction: { ...gift, expiresAt: null },
    };
    const { user, shop } = await openAsha({
      query: `?tab=${tab}`,
      wallet: { topUps: pageOf([topUp]), claims: [claim] },
    });
    const head = await screen.findByRole('columnheader', { name: column });
    expect(head).toHaveAttribute('aria-sort', 'descending');
    await user.click(within(head).getByRole('link'));
    await waitFor(() => expect(window.location.search).toBe(`?tab=${tab}&sort=oldest_first`));
    const asked = () => shop.requests.filter(({ operationName }) => operationName === operation);
    await waitFor(() => expect(asked().at(-1)?.variables['orderBy']).toBe('OLDEST_FIRST'));
    expect(await screen.findByRole('table', { name: table })).toBeInTheDocument();
    expect(screen.getByRole('columnheader', { name: column })).toHaveAttribute('aria-sort', 'ascending');
  });

  it('has its lots, which come whole, by what is left of them, and says in which order they are used', async () => {
    const small = { ...gift, id: 'credit-small', reason: 'Sorry' };
    const { wallet } = ashaOfConsole();
    const [lot] = wallet.lots;
    const lots = [lot, { ...lot, remaining: money(10_00n), credit: small }];
    const { user } = await openAsha({ query: '?tab=lots', wallet: { lots } });
    const rows = () => within(screen.getByRole('table', { name: 'Open lots' })).getAllByRole('row');
    expect(rows()[1]).toHaveTextContent('1Diwali gift');
    await user.click(screen.getByRole('link', { name: 'Left' }));
    await user.click(screen.getByRole('link', { name: 'Left' }));
    await waitFor(() => expect(window.location.search).toBe('?tab=lots&sort=least_left_first'));
    expect(rows()[1]).toHaveTextContent('2Sorry');
    expect(rows()[2]).toHaveTextContent('1Diwali gift');
  });

  it('makes a wallet for who has none, for an admin alone', async () => {
    const { customer, wallet } = ashaOfConsole();
    const { answer, sent } = act({ wallet });
    const none = { ...customer, wallet: null };
    const { user, shop } = await openApp({
      as: 'admin',
      path: '/admin/wallets/cus_asha',
      console: { customer: none, wallet: null, createWallet: answer },
    });
    const create = await button('Create the wallet');
    shop.console['customer'] = customer;
    await user.click(create);
    expect(await screen.findByText('Spendable')).toBeInTheDocument();
    expect(sent).toMatchObject([{ customerId: 'cus_asha' }]);
  });

  it('offers nothing to do while the shop can’t be reached', async () => {
    await openAsha();
    Object.defineProperty(window.navigator, 'onLine', { value: false, configurable: true });
    fireEvent(window, new Event('offline'));
    expect(await screen.findByText(/no network|You are offline|You’re offline/i)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Add credits' })).toHaveAttribute('aria-disabled', 'true');
    Object.defineProperty(window.navigator, 'onLine', { value: true, configurable: true });
    fireEvent(window, new Event('online'));
  });

  it('says so where nobody is known by the id', async () => {
    await openApp({ as: 'staff', path: '/admin/wallets/nobody', console: { customer: null } });
    expect(await screen.findByText('There is no such customer')).toBeInTheDocument();
  });

  it('keeps what is for admins out of the hands of staff, and says so', async () => {
    await openAsha({ query: '?tab=lots' });
    expect(
      await screen.findByText('Extending an expiry and reversing a credit need an admin.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Suspend' })).not.toBeInTheDocument();
  });

  it('writes a note once, and shows it', async () => {
    const { answer, sent } = act({ note: { id: 'note-2', text: 'x', at: 'now' } });
    const { user } = await openAsha({ console: { addWalletNote: answer } });
    await user.click(await button('Add a note'));
    await user.type(screen.getByLabelText('Note'), 'Called back.');
    await user.click(await button('Save the note'));
    expect(await screen.findAllByText('The note is saved.')).not.toHaveLength(0);
    expect(sent).toMatchObject([{ customerId: 'cus_asha', text: 'Called back.' }]);
  });
});

describe('adding credits', () => {
  async function fillIn(user: Awaited<ReturnType<typeof openAsha>>['user']) {
    await user.click(await button('Add credits'));
    const { getByLabelText } = await dialog();
    await user.type(getByLabelText('Amount'), '500');
    await user.type(getByLabelText('Reason'), 'Late delivery');
    await user.click(await button('Review'));
  }
  const before = 300_00n;
  const preview = previewOf(before, before + 500_00n);

  it('is looked at, and then done exactly as it was shown', async () => {
    const { answer, sent } = act({ preview }, { transaction: { id: 't', reference: 'EB-1' } });
    const { user } = await openAsha({ console: { addCredits: answer } });
    await fillIn(user);
    const { findByRole, getByRole, getByText } = await dialog();
    expect(await findByRole('heading', { name: 'Add ₹500.00 to Asha Rao?' })).toBeInTheDocument();
    expect(getByText('₹800.00')).toBeInTheDocument();
    expect(getByText('Stays SILVER')).toBeInTheDocument();
    expect(getByRole('table', { name: 'Lots before and after' })).toHaveTextContent(
      'New: Goodwill22 Nov 2028₹0.00₹500.00+₹500.00',
    );
    await user.click(getByRole('button', { name: 'Add ₹500.00 to Asha Rao' }));
    expect(await screen.findAllByText('₹500.00 added to Asha Rao.')).not.toHaveLength(0);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(sent.map(({ dryRun, expectedSeq }) => [dryRun, expectedSeq])).toEqual([
      [true, null],
      [false, 38],
    ]);
    expect(sent[1]?.['idempotencyKey']).not.toBe(sent[0]?.['idempotencyKey']);
    expect(window.localStorage.getItem('early-bird.intents')).toBe('{}');
  });

  it('becomes a request where it is above the limit, and says so before', async () => {
    const needed = { ...preview, needsApproval: true };
    const { answer } = act({ preview: needed }, { approval: { id: 'a', expiresAt: '2026-11-30T00:00:00Z' } });
    const { user } = await openAsha({ console: { addCredits: answer } });
    await fillIn(user);
    expect(await screen.findByText('Another person has to agree.')).toBeInTheDocument();
    await user.click(await button('Ask for approval of ₹500.00'));
    expect(await screen.findAllByText('Asked for approval. Nothing has moved yet.')).not.toHaveLength(0);
  });

  it('does nothing where the wallet has moved, shows what moved, and takes the fresh preview', async () => {
    const moved = {
      __typename: 'DebitTransaction',
      id: 'debit-1043',
      kind: 'DEBIT',
      orderId: '1043',
      reason: null,
      source: null,
      createdAt: '2026-11-23T09:39:00+05:30',
      signedAmount: money(-100_00n),
    };
    const changed = { code: 'QUOTE_CHANGED', message: 'The wallet has moved.', moved: [moved] };
    const fresh = { ...previewOf(200_00n, 700_00n), quote: { seq: 39 } };
    const { answer, sent } = act(
      { preview },
      { preview: fresh, userErrors: [changed] },
      { transaction: { id: 't', reference: 'EB-1' } },
    );
    const { user } = await openAsha({ console: { addCredits: answer } });
    await fillIn(user);
    await user.click(await button('Add ₹500.00 to Asha Rao'));
    expect(await screen.findByText(/The wallet moved while you looked/)).toBeInTheDocument();
    const { getByText } = await dialog();
    expect(getByText(/Order 1043, −₹100.00/)).toBeInTheDocument();
    expect(getByText('₹700.00')).toBeInTheDocument();
    await user.click(await button('Add ₹500.00 to Asha Rao'));
    await waitFor(() => expect(sent).toHaveLength(3));
    expect(sent[2]).toMatchObject({ dryRun: false, expectedSeq: 39 });
  });

  it('asks again under the same key where the answer got lost, and can’t be left meanwhile', async () => {
    const { answer, sent } = act(
      { preview },
      { transaction: { id: 't', reference: 'EB-1' }, replayed: true },
    );
    const { user, shop } = await openAsha({ console: { addCredits: answer } });
    await fillIn(user);
    const keys: unknown[] = [];
    const heal = shop.interfere((path, init) => {
      if (path !== '/graphql' || !String(init.body).includes('ConsoleAddCredits')) return undefined;
      const { variables } = JSON.parse(String(init.body)) as {
        variables: { input: { idempotencyKey: string } };
      };
      keys.push(variables.input.idempotencyKey);
      return Promise.reject(new TypeError('The answer got lost.'));
    });
    await user.click(await button('Add ₹500.00 to Asha Rao'));
    expect(await screen.findByText(/We don’t know yet whether it was done/)).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(screen.getByRole('dialog')).toBeInTheDocument();
    heal();
    await user.click(await button('Ask now'));
    expect(await screen.findAllByText(/It was done already: ₹500.00 added/)).not.toHaveLength(0);
    expect(sent[1]?.['idempotencyKey']).toBe(keys[0]);
  });

  it('says in the form what is missing, and what the shop refuses, and keeps what was typed', async () => {
    const refused = { code: 'WALLET_FROZEN', message: 'The wallet is frozen at the moment.' };
    const { answer, sent } = act({ userErrors: [refused] });
    const { user } = await openAsha({ console: { addCredits: answer } });
    await user.click(await button('Add credits'));
    await user.click(await button('Review'));
    const { getByLabelText, getByText, findByText } = await dialog();
    expect(getByText('Say why.')).toBeInTheDocument();
    expect(getByLabelText('Amount')).toHaveFocus();
    expect(sent).toEqual([]);
    await user.type(getByLabelText('Amount'), '500');
    await user.type(getByLabelText('Reason'), 'Late delivery');
    await user.click(await button('Review'));
    expect(await findByText(/The wallet is frozen at the moment\./)).toBeInTheDocument();
    expect(getByLabelText('Amount')).toHaveValue('500');
  });
});

describe('the other acts', () => {
  it('refund a part of an order, from its payment in the ledger', async () => {
    const preview = previewOf(300_00n, 350_00n);
    const { answer, sent } = act({ preview }, { transaction: { id: 't', reference: 'EB-1' } });
    const { user } = await openAsha({ console: { refundCredits: answer } });
    await user.click(await button('Refund Order 1042'));
    const { getByLabelText } = await dialog();
    await user.clear(getByLabelText('Amount'));
    await user.type(getByLabelText('Amount'), '50');
    await user.type(getByLabelText('Reason'), 'Mug broken');
    await user.click(await button('Review'));
    await user.click(await button('Refund ₹50.00 to Asha Rao'));
    expect(await screen.findAllByText('₹50.00 refunded to Asha Rao.')).not.toHaveLength(0);
    expect(sent[1]).toMatchObject({ debitId: 'debit-1042', amount: { amount: '50.00' }, expectedSeq: 38 });
  });

  it('send a part of a top-up back to its source, and show that it is on its way', async () => {
    const topUp = {
      ...{ id: 'top-1', reference: 'TOP-7K2M', method: 'UPI', status: 'SETTLED', amount: money(500_00n) },
      ...{ createdAt: '2026-11-20T10:00:00+05:30', settledAt: '2026-11-20T10:01:00+05:30' },
      ...{ failureReason: null, transaction: { id: 'credit-top', remaining: money(300_00n) } },
    };
    const refund = { amount: money(200_00n), status: 'PROCESSING', endedAt: null };
    const refunds: object[] = [];
    const { answer, sent } = act({ preview: previewOf(300_00n, 100_00n) }, () => {
      refunds.push({ ...refund, askedAt: '2026-11-23T09:40:00+05:30' });
      return { transaction: { id: 't', reference: 'EB-1' }, replayed: false, userErrors: [], preview: null };
    });
    const { user } = await openAsha({
      query: '?tab=payments',
      wallet: {
        topUps: () => pageOf([{ ...topUp, refunds: [...refunds] }]),
      },
      console: { refundTopUp: answer },
    });
    await user.click(await button('Send TOP-7K2M back to its source'));
    const { getByLabelText, findByText } = await dialog();
    expect(getByLabelText('Amount')).toHaveValue('300.00');
    await user.clear(getByLabelText('Amount'));
    await user.type(getByLabelText('Amount'), '200');
    await user.type(getByLabelText('Reason'), 'Paid twice');
    await user.click(await button('Review'));
    expect(await findByText(/It leaves the balance at once and is kept aside/)).toBeInTheDocument();
    await user.click(await button('Send ₹200.00 back'));
    expect(await screen.findByText('₹200.00 on its way back since 23 Nov 2026')).toBeInTheDocument();
    expect(sent[1]).toMatchObject({
      ...{ topUpId: 'top-1', creditId: 'credit-top', amount: { amount: '200.00' } },
      ...{ reason: 'Paid twice', expectedSeq: 38 },
    });
  });

  it('ask another person before more goes back than one may send alone', async () => {
    const topUp = {
      ...{ id: 'top-1', reference: 'TOP-7K2M', method: 'CARD', status: 'SETTLED', amount: money(500_00n) },
      ...{ createdAt: '2026-11-20T10:00:00+05:30', settledAt: '2026-11-20T10:01:00+05:30' },
      ...{ failureReason: null, transaction: { id: 'credit-top', remaining: money(300_00n) }, refunds: [] },
    };
    const { answer } = act(
      { preview: previewOf(300_00n, 0n, { needsApproval: true }) },
      { approval: { id: 'approval-1', expiresAt: '2026-11-30T10:00:00+05:30' } },
    );
    const { user } = await openAsha({
      query: '?tab=payments',
      wallet: {
        topUps: pageOf([topUp]),
      },
      console: { refundTopUp: answer },
    });
    await user.click(await button('Send TOP-7K2M back to its source'));
    await user.type((await dialog()).getByLabelText('Reason'), 'Moves away');
    await user.click(await button('Review'));
    await user.click(await button('Ask for approval of ₹300.00'));
    expect(await screen.findAllByText('Asked for approval. Nothing has moved yet.')).not.toHaveLength(0);
  });

  describe('on an order that was paid by a checkout', () => {
    const split = (toSource: bigint, toGiftCards: bigint, toWallet: bigint) => ({
      ...{ toSource: money(toSource), toGiftCards: money(toGiftCards), toWallet: money(toWallet) },
    });
    const sourceStatus = 'PROCESSING';

    /** What of it can still go back is what the shop says at the moment. */
    interface Standing {
      refunded: bigint;
      /** Null where as much as is asked for cannot go back. */
      split: object | null;
      needsApproval?: boolean;
    }

    /** The order as it stands, and what the shop answers to what is sent, one after the other. */
    async function openOrder(standing: Standing, ...answers: Parameters<typeof act>) {
      const { answer, sent } = act(...answers);
      const refundCheckout = (asked: { input: Record<string, unknown> }) => {
        const { refunded, split: where, needsApproval = false } = standing;
        const refundable = money(650_00n - refunded);
        const rest = { refund: null, approval: null, replayed: false, needsApproval: false };
        if (!asked.input['dryRun'])
          return { ...rest, checkout: { id: 'checkout-1043', refundable }, ...answer(asked) };
        const left = { code: 'REFUND_EXCEEDS_DEBIT', message: 'No more than that is left.', refundable };
        return {
          ...{ ...rest, checkout: { id: 'checkout-1043', refundable }, needsApproval },
          preview: where && { amount: asked.input['amount'], refunded: money(refunded), split: where },
          userErrors: where ? [] : [left],
        };
      };
      const opened = await openAsha({
        query: '?tab=orders',
        wallet: { checkouts: () => [paidOrder()] },
        console: { refundCheckout },
      });
      const table = await screen.findByRole('table', { name: 'Latest orders' });
      expect(table).toHaveTextContent('₹300.00 by UPI, ₹150.00 from gift card •••• K7QX, ₹200.00 in credits');
      await opened.user.click(await button('Refund order 1043'));
      return { ...opened, sent };
    }

    async function fillIn(user: Awaited<ReturnType<typeof openAsha>>['user'], amount: string) {
      const { getByLabelText } = await dialog();
      await user.clear(getByLabelText('Amount'));
      await user.type(getByLabelText('Amount'), amount);
      await user.type(getByLabelText('Reason'), 'Returned');
      await user.click(await button('Review'));
    }

    it('give back a part, where it was said to go', async () => {
      const parts = split(300_00n, 150_00n, 50_00n);
      const done = { refund: { split: parts, sourceStatus } };
      const { user, sent } = await openOrder({ refunded: 0n, split: parts }, done);
      await fillIn(user, '500');
      expect(await screen.findByText('Refund ₹500.00 of order 1043 to Asha Rao?')).toBeInTheDocument();
      const facts = (await screen.findAllByRole('term')).map(
        (term) => `${term.textContent}: ${term.nextElementSibling?.textContent ?? ''}`,
      );
      expect(facts).toEqual(
        expect.arrayContaining([
          'Back to where it was paid from: ₹300.00',
          'Back on its gift cards: ₹150.00',
          'Back into the wallet: ₹50.00',
          'Left to refund then: ₹150.00',
        ]),
      );
      expect(sent).toEqual([]);
      await user.click(await button('Refund ₹500.00 to Asha Rao'));
      const said = '₹500.00 of order 1043 refunded; ₹300.00 of it is on its way to where it was paid from.';
      expect(await screen.findAllByText(said)).not.toHaveLength(0);
      expect(sent).toMatchObject([
        {
          ...{ checkoutId: 'checkout-1043', amount: { amount: '500.00' }, reason: 'Returned' },
          expectedRefunded: { amount: '0.00' },
        },
      ]);
    });

    it('become a request where it is above the limit, and say so before', async () => {
      const standing = { refunded: 0n, split: split(300_00n, 0n, 0n), needsApproval: true };
      const approval = { id: 'a', expiresAt: '2026-11-30T00:00:00Z' };
      const { user } = await openOrder(standing, { approval });
      await fillIn(user, '300');
      expect(await screen.findByText('Ask to refund ₹300.00 of order 1043?')).toBeInTheDocument();
      expect(screen.getByText('Another person has to agree.')).toBeInTheDocument();
      expect(screen.getByText('Back to where it was paid from').closest('div')).toHaveTextContent('₹300.00');
      await user.click(await button('Ask for approval of ₹300.00'));
      expect(await screen.findAllByText('Asked for approval. Nothing has moved yet.')).not.toHaveLength(0);
    });

    it('say where it would go now if something was given back meanwhile', async () => {
      const standing = { refunded: 0n, split: split(300_00n, 0n, 0n) };
      const { user, sent } = await openOrder(
        standing,
        () => {
          Object.assign(standing, { refunded: 200_00n, split: split(100_00n, 150_00n, 50_00n) });
          const changed = { code: 'QUOTE_CHANGED', message: 'It moved.', moved: [] };
          return { preview: null, replayed: false, userErrors: [changed] };
        },
        { refund: { split: standing.split, sourceStatus: null } },
      );
      await fillIn(user, '300');
      await user.click(await button('Refund ₹300.00 to Asha Rao'));
      expect(
        await screen.findByText(/was given back while you looked\. Nothing was done/),
      ).toBeInTheDocument();
      expect(screen.getByText('Back on its gift cards').closest('div')).toHaveTextContent('₹150.00');
      await user.click(await button('Refund ₹300.00 to Asha Rao'));
      expect(await screen.findAllByText('₹300.00 of order 1043 refunded.')).not.toHaveLength(0);
      expect(sent[1]).toMatchObject({ expectedRefunded: { amount: '200.00' } });
      expect(sent[1]?.['idempotencyKey']).not.toBe(sent[0]?.['idempotencyKey']);
    });

    it('say that it is too much before anything is asked', async () => {
      const { user, sent } = await openOrder({ refunded: 400_00n, split: null }, {});
      await fillIn(user, '300');
      expect(await screen.findByText(/₹250.00 is left to refund/)).toBeInTheDocument();
      expect(sent).toEqual([]);
    });

    it('say that the provider took nothing, and ask again under the same key where the answer got lost', async () => {
      const parts = split(300_00n, 0n, 0n);
      const failed = { refund: { split: parts, sourceStatus: 'FAILED' } };
      const { user, shop, sent } = await openOrder({ refunded: 0n, split: parts }, failed);
      await fillIn(user, '300');
      const confirm = await button('Refund ₹300.00 to Asha Rao');
      const keys: unknown[] = [];
      const heal = shop.interfere((path, init) => {
        if (path !== '/graphql' || !String(init.body).includes('ConsoleRefundOrder')) return undefined;
        const { variables } = JSON.parse(String(init.body)) as {
          variables: { input: { idempotencyKey: string } };
        };
        keys.push(variables.input.idempotencyKey);
        return Promise.reject(new TypeError('The answer got lost.'));
      });
      await user.click(confirm);
      expect(await screen.findByText(/We don’t know yet whether it was done/)).toBeInTheDocument();
      heal();
      await user.click(await button('Ask now'));
      const said = 'The payment provider did not take the refund of ₹300.00. It can be refunded once more.';
      expect(await screen.findAllByText(said)).not.toHaveLength(0);
      expect(sent[0]?.['idempotencyKey']).toBe(keys[0]);
    });
  });

  it('show what was given back of each order, and what nobody here has asked for', async () => {
    const refund = (sourceStatus: string | null, toSource: bigint) => ({
      ...{ amount: money(200_00n), sourceStatus, reason: 'Returned' },
      refundedAt: `2026-11-2${sourceStatus === 'FAILED' ? 2 : 3}T09:40:00+05:30`,
      split: { toSource: money(toSource), toGiftCards: money(0n), toWallet: money(0n) },
    });
    const checkouts = [
      paidOrder({
        refunds: [refund('FAILED', 200_00n), refund('PROCESSING', 150_00n)],
        claimed: money(150_00n),
      }),
      paidOrder({
        ...{ id: 'checkout-1044', orderId: '1044', status: 'EXPIRED', payment: null },
        refundable: money(0n),
      }),
    ];
    await openAsha({ query: '?tab=orders', wallet: { checkouts } });
    const table = await screen.findByRole('table', { name: 'Latest orders' });
    expect(table).toHaveTextContent('₹200.00 refunded, 22 Nov 2026, but ₹200.00 could not be sent back');
    expect(table).toHaveTextContent('₹200.00 refunded, 23 Nov 2026, ₹150.00 of it on its way to where');
    expect(table).toHaveTextContent('₹150.00 is disputed, or went back without being asked for here');
    expect(table).toHaveTextContent('₹300.00 by payment');
    expect(screen.queryByRole('button', { name: 'Refund order 1044' })).not.toBeInTheDocument();
  });

  it('note that what is owed was paid, or give it up, which is for admins', async () => {
    const seen = { preview: previewOf(300_00n, 300_00n) };
    const paid = act(seen, {});
    const { view, user } = await openAsha({
      wallet: { receivable: money(150_00n) },
      console: { settleReceivable: paid.answer },
    });
    expect(screen.queryByRole('button', { name: 'Write off' })).not.toBeInTheDocument();
    await user.click(await button('Note as paid'));
    const { getByLabelText, findByText } = await dialog();
    expect(getByLabelText('Amount')).toHaveValue('150.00');
    await user.clear(getByLabelText('Amount'));
    await user.type(getByLabelText('Amount'), '100');
    await user.type(getByLabelText('Reason'), 'Cash at the counter');
    await user.click(await button('Review'));
    expect(
      await findByText(/₹100.00 less is owed then: ₹50.00 is left\. No credits move/),
    ).toBeInTheDocument();
    await user.click(await button('₹100.00 is paid'));
    expect(await screen.findAllByText('Asha Rao owes ₹100.00 less.')).not.toHaveLength(0);
    expect(paid.sent[1]).toMatchObject({
      ...{ customerId: 'cus_asha', amount: { amount: '100.00' }, reason: 'Cash at the counter' },
      expectedSeq: 38,
    });
    view.unmount();

    const given = act(seen, {});
    const again = await openAsha({
      ...{ as: 'admin', wallet: { receivable: money(150_00n) } },
      console: { writeOffReceivable: given.answer },
    });
    await again.user.click(await button('Write off'));
    await again.user.type((await dialog()).getByLabelText('Reason'), 'Moved away');
    await again.user.click(await button('Review'));
    await again.user.click(await button('Give up ₹150.00'));
    expect(await screen.findAllByText('₹150.00 given up: Asha Rao no longer owes it.')).not.toHaveLength(0);
    expect(given.sent[1]).toMatchObject({ amount: { amount: '150.00' }, reason: 'Moved away' });
  });

  it('take a wrong credit back, and keep one longer, for admins', async () => {
    const reversed = act(
      { preview: previewOf(300_00n, 0n) },
      { transaction: { id: 't', reference: 'EB-1' } },
    );
    const lot = {
      credit: gift,
      before: money(300_00n),
      after: money(300_00n),
      expiresAtBefore: '2026-11-26T23:59:59+05:30',
      expiresAtAfter: '2026-12-31T23:59:59+05:30',
    };
    const kept = previewOf(300_00n, 300_00n, { lots: [lot] });
    const extended = act({ preview: kept }, { credit: { id: 'credit-gift' } });
    const { user } = await openAsha({
      as: 'admin',
      query: '?tab=lots',
      console: { reverseCredit: reversed.answer, extendExpiry: extended.answer },
    });
    await user.click(await button('Extend the expiry of Diwali gift'));
    let { getByLabelText } = await dialog();
    await user.type(getByLabelText('New last day'), '2026-12-31');
    await user.type(getByLabelText('Reason'), 'Shop was closed');
    await user.click(await button('Review'));
    expect(await screen.findByText('no change')).toBeInTheDocument();
    expect(screen.getByRole('table', { name: 'Lots before and after' })).toHaveTextContent(
      'Diwali giftEB-7K9QX-1R4, grantedBefore 26 Nov 2026After 31 Dec 2026₹300.00₹300.00None',
    );
    await user.click(await button('Keep ₹300.00 until 31 Dec 2026'));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(extended.sent[1]).toMatchObject({
      creditId: 'credit-gift',
      expiresAt: '2026-12-31T00:00:00.000+05:30',
    });

    await user.click(await button('Reverse Diwali gift'));
    ({ getByLabelText } = await dialog());
    await user.type(getByLabelText('Reason'), 'Given twice');
    await user.click(await button('Review'));
    await user.click(await button('Take ₹300.00 back from Asha Rao'));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(reversed.sent[1]).toMatchObject({
      creditId: 'credit-gift',
      reason: 'Given twice',
      expectedSeq: 38,
    });
  });

  it('freeze a wallet with a reason for the shop and a sentence for its customer', async () => {
    const { answer, sent } = act({ preview: previewOf(300_00n, 300_00n, { lots: [] }) }, { wallet: null });
    const { user } = await openAsha({ console: { setWalletStatus: answer } });
    await user.click(await button('Freeze'));
    const { getByLabelText } = await dialog();
    await user.selectOptions(getByLabelText('What the customer is told'), 'DEVICE_LOST');
    await user.type(getByLabelText('Reason'), 'Phone stolen');
    await user.click(await button('Review'));
    expect(await screen.findByText('Stops now')).toBeInTheDocument();
    expect(screen.getByText(/A phone or another device of yours/)).toBeInTheDocument();
    await user.click(await button('Freeze the wallet of Asha Rao'));
    expect(await screen.findAllByText('The wallet of Asha Rao is frozen.')).not.toHaveLength(0);
    expect(sent[1]).toMatchObject({ status: 'FROZEN', shownReason: 'DEVICE_LOST', reason: 'Phone stolen' });
  });
});
