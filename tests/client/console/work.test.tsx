import { screen, waitFor, within } from '@testing-library/react';
import { forbidden, pageOf } from '../support/console-answers.ts';
import { openApp } from '../support/open-app.tsx';
import { samplePreview } from '../support/sample-approval.ts';
import { money } from '../support/sample-wallet.ts';

afterEach(() => window.localStorage.clear());

type Shop = Awaited<ReturnType<typeof openApp>>['shop'];

const ravi = { id: 'account-ravi', name: 'Ravi Kumar', role: 'STAFF', channel: 'CONSOLE' };
const meera = { id: 'account-meera', name: 'Meera Iyer', role: 'ADMIN', channel: 'CONSOLE' };

const open = (path: string, console: object, as: 'admin' | 'staff' = 'admin', width = 1280) =>
  openApp({ as, path, width, console: { ...console } });
const inputOf = (shop: Shop, name: string) =>
  shop.requests.find(({ operationName }) => operationName === name)?.variables['input'];

function sampleReview(more: object = {}) {
  return {
    __typename: 'PaymentReview',
    id: 'review-58',
    kind: 'UNKNOWN_ORDER',
    status: 'OPEN',
    collected: money(480_00n),
    currency: 'INR',
    expected: null,
    problem: 'Collected for a payment that is in no book of ours.',
    providerReference: 'pay_N9c3Lr',
    openedAt: '2026-11-23T07:38:00+05:30',
    endedAt: null,
    endedBy: null,
    reason: null,
    refundStatus: null,
    hold: null,
    notHeld: null,
    taken: null,
    receivable: null,
    assignee: null,
    transaction: null,
    topUp: null,
    wallet: null,
    ...more,
  };
}

describe('a payment review', () => {
  const rohan = {
    id: 'customer-rohan',
    customerId: 'cus_rohan',
    name: 'Rohan Kulkarni',
    wallet: { id: 'wallet-rohan', status: 'ACTIVE', balance: money(1_980_00n) },
  };
  const answers = (review: object) => ({
    paymentReview: () => review,
    paymentReviews: pageOf([review]),
    customers: pageOf([rohan]),
  });

  it('is listed with what is known of it, and taken by one person', async () => {
    const taken = sampleReview({ assignee: ravi });
    const takeReview = () => ({ review: taken, replayed: false, userErrors: [] });
    const { user } = await open('/admin/reviews', { ...answers(sampleReview()), takeReview }, 'staff');
    const row = within(await screen.findByRole('table', { name: 'Payment reviews' })).getAllByRole('row')[1];
    expect(row).toHaveTextContent('₹480.00');
    expect(row).toHaveTextContent('2 h');
    expect(row).toHaveTextContent('Nobody');
    await user.click(screen.getByRole('link', { name: 'Payment without a match' }));
    await user.click(await screen.findByRole('button', { name: 'Take it' }));
    expect(await screen.findByText('You have taken it.')).toBeInTheDocument();
  });

  it('is credited to the customer who is found and chosen, after what it would do was shown', async () => {
    const credited = sampleReview({
      status: 'CREDITED',
      endedBy: ravi,
      endedAt: '2026-11-23T09:42:00+05:30',
    });
    const creditReview = ({ input }: { input: { dryRun: boolean } }) =>
      input.dryRun
        ? { needsApproval: false, preview: samplePreview(1_980_00n), userErrors: [] }
        : { review: credited, approval: null, replayed: false, userErrors: [] };
    const { user, shop } = await open('/admin/reviews/review-58', {
      ...answers(sampleReview()),
      creditReview,
    });
    await user.click(await screen.findByRole('button', { name: 'Credit ₹480.00' }));
    expect(screen.getByText('Choose whose payment it is.')).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: 'Whose payment is it?' }), 'rohan{Enter}');
    await user.click(await screen.findByRole('radio', { name: /Rohan Kulkarni/ }));
    expect(await screen.findByRole('table', { name: 'Lots before and after' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Credit ₹480.00 to Rohan Kulkarni' }));
    expect(await screen.findByText(/^By Ravi Kumar, 23 Nov 2026/)).toBeInTheDocument();
    expect(inputOf(shop, 'CreditReview')).toMatchObject({ customerId: 'cus_rohan' });
  });

  it('of a dispute is listed with what is held, was taken and is owed', async () => {
    const dispute = (id: string, more: object) =>
      sampleReview({ kind: 'DISPUTE', id, providerReference: `disp_${id}`, ...more });
    const { user, shop } = await open('/admin/reviews?show=disputes', {
      paymentReviews: pageOf([
        dispute('open', { dispute: 'OPEN', notHeld: money(180_00n) }),
        dispute('lost', {
          ...{ dispute: 'LOST', notHeld: money(180_00n) },
          ...{ taken: money(300_00n), receivable: money(180_00n) },
        }),
        dispute('won', { dispute: 'KEPT', status: 'DISMISSED', notHeld: money(0n) }),
      ]),
    });
    const table = within(await screen.findByRole('table', { name: 'Payment reviews' }));
    const [, undecided, lost, won] = table.getAllByRole('row').map(({ textContent }) => textContent);
    expect(undecided).toMatch(/^disp_openPayer not known₹480\.00₹300\.00The bank decides/);
    expect(lost).toMatch(/^disp_lostPayer not known₹480\.00₹300\.00₹180\.00Lost/);
    expect(won).toMatch(/^disp_wonPayer not known₹480\.00Over, nothing taken/);
    const asked = () =>
      shop.requests.filter(({ operationName }) => operationName === 'ReviewInbox').at(-1)?.variables;
    expect(asked()).toMatchObject({ filter: { kind: ['DISPUTE'] } });
    await user.click(screen.getByRole('button', { name: 'Lost' }));
    await waitFor(() => expect(window.location.search).toBe('?show=disputes&outcome=lost'));
    await waitFor(() => expect(asked()).toMatchObject({ filter: { kind: ['DISPUTE'], dispute: ['LOST'] } }));
  });

  it('of a dispute says what is held, and what becomes of it either way', async () => {
    const hold = { id: 'hold-dispute', status: 'OPEN', amount: money(300_00n) };
    const dispute = sampleReview({ kind: 'DISPUTE', hold, notHeld: money(180_00n) });
    await open('/admin/reviews/review-58', answers(dispute));
    expect(await screen.findByText(/^₹300.00 is held:/)).toBeInTheDocument();
    expect(screen.getByText(/₹300.00 is given back to the customer/)).toBeInTheDocument();
    expect(screen.getByText(/^₹180.00 is not held:/)).toBeInTheDocument();
  });

  it('above the limit is asked of another person, and says that nothing has moved', async () => {
    const refundReview = () => ({
      review: sampleReview(),
      approval: { id: 'approval-1' },
      replayed: false,
      userErrors: [],
    });
    const { user } = await open('/admin/reviews/review-58', { ...answers(sampleReview()), refundReview });
    await user.click(await screen.findByRole('radio', { name: /Refund ₹480.00 to its source/ }));
    await user.click(screen.getByRole('button', { name: 'Refund ₹480.00 to its source' }));
    expect(await screen.findByText(/Another admin decides on it now/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'See the request' })).toHaveAttribute(
      'href',
      '/admin/approvals/approval-1',
    );
  });

  it('that the provider settles itself is only dismissed, with a reason', async () => {
    const dispute = sampleReview({ kind: 'DISPUTE' });
    const dismissReview = () => ({
      review: { ...dispute, status: 'DISMISSED', reason: 'Settled at the bank' },
      replayed: false,
      userErrors: [],
    });
    const { user } = await open('/admin/reviews/review-58', { ...answers(dispute), dismissReview });
    await user.click(await screen.findByRole('button', { name: 'Dismiss without moving money' }));
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
    const reason = screen.getByRole('textbox', { name: 'Reason' });
    expect(reason).toHaveAccessibleDescription('Say why in a few words.');
    await user.type(reason, 'Settled at the bank{Enter}');
    expect(await screen.findByText('Settled at the bank')).toBeInTheDocument();
  });

  it('that another person has taken is not decided by staff', async () => {
    await open('/admin/reviews/review-58', answers(sampleReview({ assignee: meera })), 'staff');
    const button = await screen.findByRole('button', { name: 'Credit ₹480.00' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAccessibleDescription(/Meera Iyer has taken it/);
  });
});

describe('the audit log', () => {
  const change = {
    __typename: 'Act',
    id: 'act-1',
    at: '2026-11-22T11:20:00+05:30',
    act: 'updateReward',
    summary: 'Changed a reward',
    reason: null,
    requestId: 'req-7d20',
    subjectId: 'reward-1',
    actor: meera,
    before: [{ key: 'maxUses', value: '100' }],
    after: [{ key: 'maxUses', value: '250' }],
    subject: { __typename: 'Reward', id: 'reward-1', name: 'Early riser' },
  };

  it('says who did what, before and after, and opens all of it with the way to what it was done to', async () => {
    const { user } = await open('/admin/audit', { auditLog: pageOf([change]) });
    const row = within(await screen.findByRole('table', { name: 'Audit log' })).getAllByRole('row')[1];
    expect(row).toHaveTextContent('Changed a reward');
    expect(row).toHaveTextContent('Before 100After 250');
    await user.click(screen.getByRole('link', { name: 'Changed a reward' }));
    const sheet = within(await screen.findByRole('dialog', { name: 'Changed a reward' }));
    expect(sheet.getByText('req-7d20')).toBeInTheDocument();
    expect(await sheet.findByRole('link', { name: 'Early riser' })).toHaveAttribute(
      'href',
      '/admin/rewards/reward-1',
    );
    expect(window.location.search).toBe('?entry=act-1');
    await user.click(sheet.getByRole('button', { name: 'Close' }));
    expect(window.location.search).toBe('');
  });

  it('asks the server for what the filters say, which are part of the address', async () => {
    const asked: unknown[] = [];
    const auditLog = ({ filter }: { filter: object }) => {
      asked.push({ ...filter });
      return pageOf([]);
    };
    const { user } = await open('/admin/audit', { auditLog });
    await screen.findByText('Nobody has done anything yet.');
    await user.type(screen.getByRole('textbox', { name: 'Person' }), 'account-ravi');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Act' }), 'updateReward');
    await user.type(screen.getByLabelText('From'), '2026-11-01');
    await user.click(screen.getByRole('button', { name: 'Show' }));
    await screen.findByText('Nothing matches these filters');
    expect(window.location.search).toBe('?who=account-ravi&act=updateReward&from=2026-11-01');
    expect(asked.at(-1)).toEqual({
      actorId: 'account-ravi',
      act: 'updateReward',
      from: '2026-11-01T00:00:00.000+05:30',
    });
  });

  it('is saved as the server makes it, by the filters of the address, and never half of it', async () => {
    const saved: Blob[] = [];
    URL.createObjectURL = (file) => (saved.push(file as Blob), 'blob:file');
    URL.revokeObjectURL = () => undefined;
    HTMLAnchorElement.prototype.click = () => undefined;
    const { user, shop } = await open('/admin/audit?act=updateReward&who=account-ravi', {
      auditLog: pageOf([change]),
    });
    const asked: string[] = [];
    let file = '"when"\r\n"The server stopped before the end. Export again."\r\n';
    shop.interfere((path) =>
      path.startsWith('/export/') ? (asked.push(path), new Response(file)) : undefined,
    );
    await user.click(await screen.findByRole('button', { name: 'Export this view' }));
    expect(await screen.findByText('The file couldn’t be made.')).toBeInTheDocument();
    file = '"when"\r\n"2026-11-23"\r\n';
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findAllByText('Your file is saved. That you exported it stands in this log.'),
    ).not.toHaveLength(0);
    expect(asked).toEqual(Array(2).fill('/export/audit.csv?actorId=account-ravi&act=updateReward'));
    expect(saved).toHaveLength(1);
  });

  it('is not for staff', async () => {
    await open('/admin/audit', { auditLog: forbidden }, 'staff');
    expect(await screen.findByRole('heading', { name: 'This needs another role' })).toBeInTheDocument();
  });
});

describe('the rewards of the shop', () => {
  const reward = {
    __typename: 'Reward',
    id: 'reward-1',
    name: 'Early riser',
    description: 'For any customer.',
    status: 'ACTIVE',
    creditAmount: money(75_00n),
    minPurchaseAmount: null,
    maxUses: 100,
    totalUses: 62,
    usesLeft: 38,
    validFrom: '2026-11-01T00:00:00+05:30',
    validUntil: '2026-12-01T00:00:00+05:30',
    revision: 'first',
    createdAt: '2026-10-30T10:00:00+05:30',
    updatedAt: '2026-11-02T10:00:00+05:30',
  };
  const made = {
    id: 'act-9',
    at: '2026-11-02T10:00:00+05:30',
    act: 'updateReward',
    summary: 'Changed a reward',
    actor: ravi,
    before: [{ key: 'maxUses', value: '50' }],
    after: [{ key: 'maxUses', value: '100' }],
  };
  const answers = { rewards: pageOf([reward]), reward: () => reward, auditLog: pageOf([made]) };

  it('are sorted by name, claims and end where all of them are on the page, else by when they were made', async () => {
    const few = { ...reward, id: 'reward-2', name: 'Bring your own mug', totalUses: 3, validUntil: null };
    const many = {
      ...reward,
      id: 'reward-3',
      name: 'Zero waste',
      totalUses: 90,
      validUntil: '2026-11-25T00:00:00+05:30',
    };
    const { user, view } = await open('/admin/rewards', { ...answers, rewards: pageOf([few, reward, many]) });
    const names = async () => {
      const rows = (await screen.findAllByRole('row')).slice(1);
      return rows.map((row) => within(row).getByRole('link').textContent);
    };
    expect(await names()).toEqual(['Bring your own mug', 'Early riser', 'Zero waste']);
    await user.click(screen.getByRole('link', { name: 'Claimed' }));
    await waitFor(() => expect(window.location.search).toBe('?sort=most_claimed_first'));
    expect(await names()).toEqual(['Zero waste', 'Early riser', 'Bring your own mug']);
    expect(screen.getByRole('columnheader', { name: 'Claimed' })).toHaveAttribute('aria-sort', 'descending');
    await user.click(screen.getByRole('link', { name: 'Window' }));
    await waitFor(() => expect(window.location.search).toBe('?sort=ends_soonest_first'));
    expect(await names()).toEqual(['Zero waste', 'Early riser', 'Bring your own mug']);
    expect(screen.getByRole('columnheader', { name: 'Window' })).toHaveAttribute('aria-sort', 'ascending');
    await user.click(screen.getByRole('link', { name: 'Reward' }));
    await waitFor(() => expect(window.location.search).toBe('?sort=name_a_to_z'));
    expect(await names()).toEqual(['Bring your own mug', 'Early riser', 'Zero waste']);
    view.unmount();

    const page = pageOf([many, few]);
    const more = { ...page, pageInfo: { ...page.pageInfo, hasNextPage: true } };
    await open('/admin/rewards?sort=name_a_to_z', { ...answers, rewards: more });
    expect(await names()).toEqual(['Zero waste', 'Bring your own mug']);
    expect(screen.queryByRole('link', { name: 'Claimed' })).not.toBeInTheDocument();
  });

  it('are listed with what they have cost, and lead to who changed them', async () => {
    const { user } = await open('/admin/rewards', answers);
    const row = within(await screen.findByRole('table', { name: 'Rewards' })).getAllByRole('row')[1];
    expect(row).toHaveTextContent('62 of 100');
    expect(row).toHaveTextContent('₹4,650.00');
    await user.click(screen.getByRole('link', { name: 'Early riser' }));
    expect(await screen.findByText('maxUses: 50 → 100')).toBeInTheDocument();
    expect(screen.getByText('Ravi Kumar, 2 Nov 2026, 10:00 am')).toBeInTheDocument();
  });

  it('show their card while they are typed, and are made once all is right', async () => {
    const created = { ...reward, id: 'reward-2', name: 'New Year head start' };
    const createReward = () => ({ reward: created, replayed: false, userErrors: [] });
    const { user, shop } = await open('/admin/rewards/new', { ...answers, createReward });
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'New Year head start');
    await user.type(screen.getByRole('textbox', { name: 'Text' }), 'For any customer.');
    await user.type(screen.getByLabelText('Until'), '2026-11-01');
    await user.click(screen.getByRole('button', { name: /^Create:/ }));
    expect(screen.getByText('2 things to fix.')).toBeInTheDocument();
    expect(screen.getByLabelText('Amount')).toHaveFocus();
    await user.type(screen.getByLabelText('Amount'), '250');
    await user.type(screen.getByLabelText('Claims in all'), '500');
    await user.clear(screen.getByLabelText('Until'));
    await user.type(screen.getByLabelText('Until'), '2026-12-31');
    const card = within(screen.getByRole('article', { name: 'New Year head start' }));
    expect(card.getByText('Claim ₹250.00')).toBeInTheDocument();
    expect(card.getByText('Until 31 Dec 2026')).toBeInTheDocument();
    expect(screen.getByText('₹1,25,000.00')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Create: ₹250.00 for each claim' }));
    await waitFor(() => expect(window.location.pathname).toBe('/admin/rewards/reward-2'));
    expect(inputOf(shop, 'CreateReward')).toMatchObject({
      creditAmount: { amount: '250.00' },
      maxUses: 500,
      validFrom: '2026-11-23T00:00:00.000+05:30',
      validUntil: '2027-01-01T00:00:00.000+05:30',
      minPurchaseAmount: null,
      status: 'ACTIVE',
    });
  });

  it('that somebody has changed meanwhile are not written over unseen', async () => {
    const theirs = { ...reward, name: 'Early bird', maxUses: 150, revision: 'second' };
    const changed = { code: 'REWARD_CHANGED', message: 'Somebody has changed it.' };
    const updateReward = ({ input }: { input: { expectedRevision: string } }) =>
      input.expectedRevision === theirs.revision
        ? { reward: { ...reward, maxUses: 200, revision: 'third' }, userErrors: [] }
        : { reward: theirs, userErrors: [changed] };
    const { user, shop } = await open('/admin/rewards/reward-1', { ...answers, updateReward });
    const limit = await screen.findByLabelText('Claims in all');
    await user.clear(limit);
    await user.type(limit, '200');
    await user.click(screen.getByRole('button', { name: 'Save the changes' }));
    const said = await screen.findByText('Somebody has changed it since you opened it.');
    const lines = within(said.closest('[role="alert"]') as HTMLElement)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(lines).toEqual([
      'Name: Early riser → Early bird Saving writes “Early riser” instead.',
      'Claims in all: 100 → 150 Saving writes “200” instead.',
    ]);
    await user.click(screen.getByRole('button', { name: 'Save all the same' }));
    expect(await screen.findAllByText('Saved.')).not.toHaveLength(0);
    const sent = shop.requests.filter(({ operationName }) => operationName === 'UpdateReward');
    expect(sent.map(({ variables }) => variables['input'])).toMatchObject([
      { expectedRevision: 'first' },
      { expectedRevision: 'second', maxUses: 200 },
    ]);
    expect(screen.queryByText('Somebody has changed it since you opened it.')).not.toBeInTheDocument();
  });

  it('are paused at once, and only read by staff', async () => {
    const setRewardStatus = () => ({ reward: { ...reward, status: 'INACTIVE' }, userErrors: [] });
    const opened = await open('/admin/rewards/reward-1', { ...answers, setRewardStatus });
    await opened.user.click(await screen.findByRole('button', { name: 'Pause it' }));
    expect(await screen.findByText('Paused')).toBeInTheDocument();
    opened.view.unmount();
    await open('/admin/rewards/reward-1', answers, 'staff');
    expect(await screen.findByText('Only an admin changes rewards.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Save|Pause/ })).not.toBeInTheDocument();
  });
});

describe('the integrity of the books', () => {
  it('is shown with what does not hold, what waits, and whether payments work', async () => {
    const finding = {
      invariant: 'I6',
      rule: 'Balance is the sum of the journal',
      record: 'wallet-asha',
      entry: null,
      problem: 'Off by 1.00',
    };
    const lastAudit = {
      startedAt: '2026-11-23T03:10:00+05:30',
      finishedAt: '2026-11-23T03:10:02+05:30',
      ...{ wallets: 430, entries: 9_000, violations: 1, notices: [], findings: [finding] },
    };
    const backlogs = [
      { kind: 'REVIEWS', waiting: 4, since: '2026-11-20T09:00:00+05:30', lagSeconds: 259_200 },
      { kind: 'PAYMENTS', waiting: null, since: null, lagSeconds: 0 },
    ];
    const paymentHealth = {
      ...{ provider: 'MOCK', isWorking: false, failuresInARow: 3, lastAnswerAt: null, lastFailureAt: null },
      ...{ lastFailure: null, notificationsWaiting: 0, reviewsOpen: 4 },
    };
    await open('/admin/integrity', { integrity: { lastAudit, backlogs }, paymentHealth });
    expect(await screen.findByText('Off by 1.00')).toBeInTheDocument();
    expect(screen.getAllByText('1 difference')).not.toHaveLength(0);
    expect(screen.getByRole('link', { name: '4, for 3 days' })).toHaveAttribute('href', '/admin/reviews');
    expect(screen.getByText('3 calls have failed in a row')).toBeInTheDocument();
  });
});
