import { act, screen, waitFor, within } from '@testing-library/react';
import { forbidden, pageOf } from '../support/console-answers.ts';
import { graphqlError } from '../support/fake-shop.ts';
import { openApp } from '../support/open-app.tsx';
import { sampleApproval, samplePreview } from '../support/sample-approval.ts';
import { money } from '../support/sample-wallet.ts';

afterEach(() => window.localStorage.clear());

const DETAIL = '/admin/approvals/approval-212';

type Sample = ReturnType<typeof sampleApproval> & { status: string; act: string };
interface Asked {
  filter?: { status?: string[]; act?: string; requestedById?: string };
}

/** A shop with these approvals, listed as the API lists them. */
function shopWith(...approvals: object[]) {
  const all = approvals as Sample[];
  return {
    approvals: ({ filter = {} }: Asked) =>
      pageOf(
        all.filter(
          ({ status, act, requestedBy }) =>
            (filter.status ?? [status]).includes(status) &&
            (filter.act ?? act) === act &&
            (filter.requestedById ?? requestedBy.id) === requestedBy.id,
        ),
      ),
    approval: ({ id }: { id: string }) => all.find((one) => one.id === id) ?? null,
  };
}

interface View {
  name: string;
  address: string;
}

/** A shop that keeps the views of one person. */
function keepingViews() {
  let views: View[] = [];
  const answer = () => ({ views, userErrors: [] });
  const without = (name: string) => views.filter((view) => view.name !== name);
  return {
    kept: () => views,
    answers: {
      savedViews: () => views,
      saveView: ({ input: { name, address } }: { input: View }) => {
        views = [...without(name), { name, address }];
        return answer();
      },
      removeView: ({ input: { name } }: { input: View }) => {
        views = without(name);
        return answer();
      },
    },
  };
}

const open = (path: string, console: object, as: 'admin' | 'staff' = 'admin', width = 1280) =>
  openApp({ as, path, width, console: { ...console } });
const approve = () => screen.findByRole('button', { name: /^Approve: add ₹500.00 to Asha Rao/ });
const sent = (shop: Awaited<ReturnType<typeof openApp>>['shop'], name: string) =>
  shop.requests.filter(({ operationName }) => operationName === name);

describe('the approvals', () => {
  it('list what waits, by whom and why, and keep the view and the filter in the address', async () => {
    const other = sampleApproval({ id: 'approval-9', act: 'refundCredits', status: 'APPROVED' });
    const { user } = await open('/admin/approvals', shopWith(sampleApproval(), other));
    const table = await screen.findByRole('table', { name: 'Approvals' });
    const row = within(table).getAllByRole('row')[1];
    expect(row).toHaveTextContent('Late delivery, order 1042');
    expect(row).toHaveTextContent('Asha Rao');
    expect(row).toHaveTextContent('₹500.00');
    expect(row).toHaveTextContent('Ravi Kumar');
    await user.click(screen.getByRole('link', { name: 'Decided 1' }));
    expect(await screen.findByText('Approved')).toBeInTheDocument();
    expect(window.location.search).toBe('?show=decided');
    await user.click(screen.getByRole('button', { name: 'Add credits' }));
    expect(await screen.findByText('Nothing matches these filters')).toBeInTheDocument();
    expect(window.location.search).toBe('?show=decided&act=addCredits');
    await user.click(screen.getByRole('button', { name: 'Clear all filters' }));
    expect(await screen.findByText('Approved')).toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: /^Asked by you/ }));
    expect(await screen.findByText('You have asked for nothing.')).toBeInTheDocument();
  });

  it('say of an order what goes back and by which ways, and what moved before it was decided', async () => {
    const split = (toSource: bigint, toWallet: bigint) => ({
      ...{ toSource: money(toSource), toGiftCards: money(0n), toWallet: money(toWallet) },
    });
    const order = { orderId: '1043', amount: money(6_200_00n), refunded: money(0n) };
    const seen = { ...order, split: split(6_000_00n, 200_00n), quote: { seq: 1 } };
    const approval = sampleApproval({
      ...{ act: 'refundCheckout', amount: money(6_200_00n), preview: null, order: seen },
      subject: { __typename: 'Checkout', id: 'checkout-1043' },
    });
    const fresh = { ...order, amount: money(3_200_00n), refunded: money(3_000_00n) };
    const shop = shopWith(approval);
    const decideApproval = () => {
      Object.assign(approval, {
        ...{ status: 'CHANGED', amount: fresh.amount },
        order: { ...fresh, split: split(3_000_00n, 200_00n), quote: { seq: 2 } },
      });
      return {
        approval,
        replayed: false,
        userErrors: [{ code: 'APPROVAL_CHANGED', message: 'It changed.' }],
      };
    };
    const { user } = await open('/admin/approvals', { ...shop, decideApproval });
    await user.click(await screen.findByRole('link', { name: 'Give order 1043 back' }));
    const title = 'Give back ₹6,200.00 of order 1043 of Asha Rao';
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeInTheDocument();
    const fact = (name: string) => screen.getByText(name).closest('div');
    expect(fact('To where it was paid from')).toHaveTextContent('₹6,000.00');
    expect(fact('Into the wallet')).toHaveTextContent('₹200.00');
    expect(screen.queryByText('On its gift cards')).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'The customer’s orders' })).toHaveAttribute(
      ...['href', '/admin/wallets/cus_asha?tab=orders'],
    );

    await user.click(screen.getByRole('button', { name: /^Approve: give back ₹6,200.00 of order 1043/ }));
    const table = await screen.findByRole('table', { name: 'Then and now' });
    expect(within(table).getByText('Gone back before').closest('tr')).toHaveTextContent('₹3,000.00');
    expect(within(table).getByText('Goes back').closest('tr')).toHaveTextContent('₹6,200.00');
  });

  it('say of an order what came of it once it is approved', async () => {
    const nothing = money(0n);
    const ways = { toSource: money(6_000_00n), toGiftCards: nothing, toWallet: money(200_00n) };
    const order = { orderId: '1043', amount: money(6_200_00n), refunded: nothing, split: ways };
    const entry = { __typename: 'RefundTransaction', id: 'entry-1', reference: 'EB-7K9QX-2R4' };
    const approval = sampleApproval({
      ...{ act: 'refundCheckout', status: 'APPROVED', amount: order.amount, preview: null, mayDecide: false },
      ...{ decidedBy: { id: 'account-leela', name: 'Leela' }, decidedAt: '2026-11-23T10:00:00+05:30' },
      order: { ...order, quote: { seq: 1 } },
      refund: { sourceStatus: 'PROCESSING', split: ways },
      outcome: [{ ...entry, balanceAfter: money(4_450_00n) }],
    });
    await open(DETAIL, shopWith(approval));
    expect(await screen.findByText('₹6,000.00 is on its way to where it was paid from')).toBeInTheDocument();
    expect(screen.getByText('Entry EB-7K9QX-2R4, balance ₹4,450.00')).toBeInTheDocument();
  });

  it('go through their pages by the server’s cursors', async () => {
    const asked: unknown[] = [];
    const approvals = (args: Record<string, unknown>) => {
      if (args['first'] !== 1) asked.push(args['after'] ?? args['before'] ?? null);
      const more = { hasNextPage: true, hasPreviousPage: true, startCursor: 's', endCursor: 'e' };
      return { ...pageOf([sampleApproval()], more), totalCount: 10_000 };
    };
    const { user } = await open('/admin/approvals', { approvals });
    expect(await screen.findByText('1 of 10,000+')).toBeInTheDocument();
    expect(screen.getByText('10,000+ wait for a decision')).toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'Older' }));
    await waitFor(() => expect(window.location.search).toBe('?after=e'));
    await user.click(screen.getByRole('link', { name: 'Newer' }));
    await waitFor(() => expect(window.location.search).toBe('?before=s'));
    await user.click(screen.getByRole('link', { name: 'Newest' }));
    await waitFor(() => expect(asked).toEqual([null, 'e', 's', null]));
  });

  it('are sorted by the server, by the head of a column that keeps the focus, from the beginning', async () => {
    const asked: unknown[] = [];
    const approvals = (args: Record<string, unknown>) => {
      if (args['first'] !== 1) asked.push([args['orderBy'], args['after'] ?? null]);
      return pageOf([sampleApproval()], { hasNextPage: true, endCursor: 'e' });
    };
    const { user, view } = await open('/admin/approvals?after=e', { approvals });
    const head = await screen.findByRole('columnheader', { name: 'Asked' });
    expect(head).toHaveAttribute('aria-sort', 'descending');
    within(head).getByRole('link').focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(window.location.search).toBe('?sort=oldest_first'));
    expect(await screen.findByRole('columnheader', { name: 'Asked' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    expect(within(screen.getByRole('columnheader', { name: 'Asked' })).getByRole('link')).toHaveFocus();
    expect(screen.getByRole('link', { name: 'Newer' })).toBeInTheDocument();
    await waitFor(() =>
      expect(asked).toEqual([
        ['NEWEST_FIRST', 'e'],
        ['OLDEST_FIRST', null],
      ]),
    );
    view.unmount();

    const phone = await open('/admin/approvals?sort=oldest_first', { approvals }, 'admin', 390);
    await phone.user.click(await screen.findByRole('link', { name: 'Newest first' }));
    await waitFor(() => expect(window.location.search).toBe(''));
  });

  it('are found again as a view that is kept by name, picked, renamed and removed, by keyboard', async () => {
    const shop = keepingViews();
    const path = '/admin/approvals?show=decided&customer=cus_asha&sort=oldest_first';
    const { user } = await open(path, { ...shopWith(), ...shop.answers });
    await screen.findByText('Nothing matches these filters');
    await user.keyboard('v');
    const dialog = await screen.findByRole('dialog', { name: 'Views of this list' });
    await user.type(within(dialog).getByRole('textbox'), 'Old ones{Enter}');
    await within(dialog).findByRole('button', { name: 'Rename “Old ones”' });
    expect(shop.kept()).toEqual([{ name: 'Old ones', address: '/approvals?show=decided&sort=oldest_first' }]);

    await user.click(within(dialog).getByRole('button', { name: 'Rename “Old ones”' }));
    const field = within(dialog).getByRole('textbox', { name: 'New name of “Old ones”' });
    expect(field).toHaveFocus();
    await user.clear(field);
    await user.type(field, 'Decided long ago{Enter}');
    await within(dialog).findByRole('button', { name: 'Rename “Decided long ago”' });
    expect(shop.kept().map(({ name }) => name)).toEqual(['Decided long ago']);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());

    await user.click(screen.getByRole('link', { name: 'Decided long ago' }));
    await waitFor(() => expect(window.location.search).toBe('?show=decided&sort=oldest_first'));
    expect(screen.getByRole('link', { name: 'Decided long ago' })).toHaveAttribute('aria-current', 'page');
    await user.keyboard('v');
    await user.click(await screen.findByRole('button', { name: 'Remove “Decided long ago”' }));
    await waitFor(() => expect(shop.kept()).toEqual([]));
    expect(within(screen.getByRole('dialog')).getByRole('textbox')).toHaveFocus();
  });

  it('show the columns that whoever reads them has chosen, or that the address says', async () => {
    const shop = keepingViews();
    const answers = { ...shopWith(sampleApproval()), ...shop.answers };
    const { user, view } = await open('/admin/approvals', answers);
    await screen.findByRole('columnheader', { name: 'State' });
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(await screen.findByRole('checkbox', { name: 'State' }));
    await waitFor(() => expect(screen.getByRole('checkbox', { name: 'State' })).not.toBeChecked());
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Columns' })).toHaveFocus());
    expect(screen.queryByRole('columnheader', { name: 'State' })).not.toBeInTheDocument();
    expect(screen.getAllByRole('cell')).toHaveLength(screen.getAllByRole('columnheader').length);
    expect(shop.kept()).toEqual([{ name: 'columns:/approvals', address: '/approvals?hide=state' }]);
    expect(window.location.search).toBe('');
    view.unmount();

    await open('/admin/approvals?hide=amount', answers);
    await screen.findByRole('columnheader', { name: 'State' });
    expect(screen.queryByRole('columnheader', { name: 'Amount' })).not.toBeInTheDocument();
  });

  it('say why a view was not kept, and keep what was typed', async () => {
    const refused = {
      views: [],
      userErrors: [{ code: 'INVALID_INPUT', message: 'You keep 50.', field: null }],
    };
    const { user } = await open('/admin/approvals', { saveView: refused });
    await user.click(await screen.findByRole('button', { name: 'Views' }));
    await user.type(await screen.findByRole('textbox', { name: /^Name of the view/ }), 'Mine{Enter}');
    expect(await screen.findByText(/You keep 50/)).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /^Name of the view/ })).toHaveValue('Mine');
  });

  it('are cards that lead on, on a phone', async () => {
    await open('/admin/approvals', shopWith(sampleApproval({ status: 'CHANGED' })), 'admin', 390);
    const card = await screen.findByRole('link', { name: /Add credits ₹500.00 Asha Rao/ });
    expect(card).toHaveAttribute('href', DETAIL);
    expect(screen.getByText('1 request has changed since it was asked.')).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('say that they did not load, and that this role may not see them', async () => {
    const lost = await openApp({
      as: 'admin',
      path: '/admin/approvals',
      network: (path, init) =>
        path === '/graphql' && String(init.body).includes('ApprovalInbox')
          ? graphqlError('INTERNAL_SERVER_ERROR')
          : undefined,
    });
    expect(await screen.findByText('The approvals didn’t load.')).toBeInTheDocument();
    lost.view.unmount();
    await open('/admin/approvals', { approvals: forbidden }, 'staff');
    expect(await screen.findByRole('heading', { name: 'This needs another role' })).toBeInTheDocument();
  });
});

describe('an approval', () => {
  it('shows what it would do and what has moved since, and is approved as it was looked at', async () => {
    const wallet = { ...sampleApproval().wallet, balance: money(4_080_00n) };
    const approved = sampleApproval({
      status: 'APPROVED',
      decidedBy: { id: 'account-meera', name: 'Meera Iyer', role: 'ADMIN', channel: 'WEB' },
      decidedAt: '2026-11-23T09:42:00+05:30',
      outcome: [
        { __typename: 'CreditTransaction', id: 't', reference: 'EB-1', balanceAfter: money(4_580_00n) },
      ],
    });
    const decideApproval = () => ({ approval: approved, replayed: false, userErrors: [] });
    const { user, shop } = await open(DETAIL, { ...shopWith(sampleApproval({ wallet })), decideApproval });
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Add ₹500.00 to Asha Rao' }),
    ).toBeInTheDocument();
    const lots = screen.getByRole('table', { name: 'Lots before and after' });
    expect(lots).toHaveTextContent('New lot22 Nov 2028₹0.00₹500.00+₹500.00');
    expect(screen.getByText('Ravi Kumar asked, you would decide: two people')).toBeInTheDocument();
    expect(screen.getByText('The balance was ₹4,250.00 and is ₹4,080.00 now')).toBeInTheDocument();
    await user.click(await approve());
    const { input } = sent(shop, 'DecideApproval')[0]?.variables as { input: Record<string, unknown> };
    expect(input).toMatchObject({ verdict: 'APPROVE', expectedSeq: 38, note: null });
    expect(await screen.findAllByText('Approved: add ₹500.00 to Asha Rao.')).not.toHaveLength(0);
    expect(screen.getByText('Entry EB-1, balance ₹4,580.00')).toBeInTheDocument();
    expect(screen.getByText('You approved')).toBeInTheDocument();
  });

  it('is refused with a reason and not without', async () => {
    const refused = sampleApproval({ status: 'REFUSED', note: 'Paid out in cash' });
    const decideApproval = () => ({ approval: refused, replayed: false, userErrors: [] });
    const { user, shop } = await open(DETAIL, { ...shopWith(sampleApproval()), decideApproval });
    await user.click(await screen.findByRole('button', { name: 'Refuse' }));
    const note = screen.getByRole('textbox', { name: 'Note' });
    expect(note).toHaveFocus();
    expect(note).toHaveAccessibleDescription('Say why in a few words.');
    expect(sent(shop, 'DecideApproval')).toHaveLength(0);
    await user.type(note, 'Paid out in cash');
    await user.click(screen.getByRole('button', { name: 'Refuse' }));
    expect(await screen.findByText('Paid out in cash')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Refuse' })).not.toBeInTheDocument();
  });

  it('that has changed meanwhile is shown beside what was looked at, and approved only once that was seen', async () => {
    const approval = sampleApproval({ status: 'CHANGED', preview: samplePreview(3_890_00n, 39) });
    let tries = 0;
    let shown = sampleApproval();
    const decideApproval = () => {
      tries += 1;
      shown = approval;
      return { approval, replayed: false, userErrors: [{ code: 'APPROVAL_CHANGED', message: 'No.' }] };
    };
    const { user, shop } = await open(DETAIL, { approval: () => shown, decideApproval });
    await user.click(await approve());
    expect(await screen.findByText('2 things are different from what you saw.')).toBeInTheDocument();
    const table = screen.getByRole('table', { name: 'Then and now' });
    expect(table).toHaveTextContent('Moved Balance before₹4,250.00₹3,890.00');
    expect(await approve()).toHaveAttribute('aria-disabled', 'true');
    await user.click(await approve());
    expect(tries).toBe(1);
    await user.click(screen.getByRole('checkbox', { name: 'I have seen the 2 changes' }));
    await user.click(await approve());
    expect(tries).toBe(2);
    const inputs = sent(shop, 'DecideApproval').map(({ variables }) => variables['input']);
    expect(inputs).toMatchObject([{ expectedSeq: 38 }, { expectedSeq: 39 }]);
  });

  it('of one’s own is never decided by oneself, and can be taken back', async () => {
    const own = { requestedBy: { id: 'account-meera', name: 'Meera Iyer', role: 'ADMIN', channel: 'WEB' } };
    const withdrawApproval = () => ({
      approval: sampleApproval({ ...own, status: 'WITHDRAWN', decidedBy: own.requestedBy }),
      replayed: false,
      userErrors: [],
    });
    const mine = sampleApproval({ ...own, mayDecide: false });
    const { user } = await open(DETAIL, { ...shopWith(mine), withdrawApproval });
    expect(
      await screen.findByText('You asked for this. Who asks never decides: another admin has to.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Approve|Refuse/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Take it back' }));
    expect(await screen.findByText('You took it back')).toBeInTheDocument();
  });

  it('is not for staff to decide, and says so', async () => {
    await open(
      DETAIL,
      shopWith(
        sampleApproval({
          requestedBy: { id: 'x', name: null, role: 'STAFF', channel: 'WEB' },
          mayDecide: false,
        }),
      ),
      'staff',
    );
    expect(await screen.findByText(/Only an admin decides on this/)).toBeInTheDocument();
  });

  it('shows who was faster when somebody else has decided', async () => {
    const answers = shopWith(sampleApproval());
    const decideApproval = () => ({
      approval: null,
      replayed: false,
      userErrors: [{ code: 'APPROVAL_ENDED', message: 'No.' }],
    });
    const { user, shop } = await open(DETAIL, { ...answers, decideApproval });
    await approve();
    const dev = { id: 'account-dev', name: 'Dev Malhotra', role: 'ADMIN', channel: 'WEB' };
    Object.assign(shop.console, shopWith(sampleApproval({ status: 'REFUSED', decidedBy: dev, note: 'No' })));
    await user.click(await approve());
    expect(await screen.findByText('Dev Malhotra refused')).toBeInTheDocument();
  });

  it('is not decided offline, nor is anything kept to be sent later', async () => {
    const { user, shop } = await open(DETAIL, shopWith(sampleApproval()));
    await approve();
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));
    await waitFor(async () => expect(await approve()).toHaveAttribute('aria-disabled', 'true'));
    await user.click(await approve());
    expect(sent(shop, 'DecideApproval')).toHaveLength(0);
    jest.restoreAllMocks();
  });

  it('that is not there is said to be missing', async () => {
    await open(DETAIL, shopWith());
    expect(await screen.findByText('There is no such approval')).toBeInTheDocument();
  });
});
