import { screen, waitFor, within } from '@testing-library/react';
import { forbidden, pageOf } from '../support/console-answers.ts';
import { openApp } from '../support/open-app.tsx';
import { money } from '../support/sample-wallet.ts';

afterEach(() => window.localStorage.clear());

type Shop = Awaited<ReturnType<typeof openApp>>['shop'];

const meera = { id: 'account-meera', name: 'Meera Iyer', role: 'ADMIN', channel: 'CONSOLE' };

const open = (path: string, console: object, as: 'admin' | 'staff' = 'admin') =>
  openApp({ as, path, width: 1280, console: { ...console } });
const inputsOf = (shop: Shop, name: string) =>
  shop.requests
    .filter(({ operationName }) => operationName === name)
    .map(({ variables }) => variables['input'] as object);

const use = {
  usedAt: '2026-11-22T19:12:00+05:30',
  amount: money(50_00n),
  version: 2,
  wallet: { id: 'w-1', customer: { id: 'c-1', customerId: 'cus_asha', name: 'Asha Rao' } },
  transaction: { id: 't-1', expiresAt: '2027-11-22T23:59:59.999+05:30', remaining: money(20_00n) },
};

function sample(more: object = {}) {
  return {
    __typename: 'Campaign',
    id: 'campaign-1',
    name: 'Winter welcome',
    status: 'RUNNING',
    version: 2,
    value: money(50_00n),
    codes: 'SHARED',
    sharedCode: 'WINTER50',
    codeCount: 0,
    codesUrl: null,
    startsAt: '2026-11-01T10:30:00+05:30',
    endsAt: '2027-01-01T00:00:00+05:30',
    budget: money(10_000_00n),
    spent: money(2_500_00n),
    remaining: money(7_500_00n),
    uses: 50,
    customers: 48,
    maxUses: null,
    usesPerCustomer: 2,
    minPurchaseAmount: null,
    newCustomersOnly: true,
    tiers: [],
    creditLifetimeDays: 365,
    needsTwo: false,
    mayStart: false,
    createdBy: meera,
    createdAt: '2026-10-30T10:00:00+05:30',
    codesJob: null,
    redemptions: pageOf([use]),
    ...more,
  };
}

const campaignRules = {
  ...{ minValue: money(1_00n), maxValue: money(1_00_000_00n), maxBudget: money(10_00_000_00n) },
  ...{ aloneUpTo: money(1_00_000_00n), maxCodes: 100_000, maxUsesPerCustomer: 20 },
};
const answers = (campaign: object) => ({
  ...{ campaigns: pageOf([campaign]), campaign: () => campaign, campaignRules, auditLog: pageOf([]) },
});

describe('the campaigns of the shop', () => {
  it('are listed with how far their budget is, narrowed by the address and turned round by the server', async () => {
    const { user, shop } = await open('/admin/campaigns?show=over', answers(sample()));
    const table = within(await screen.findByRole('table', { name: 'Campaigns' }));
    const row = table.getAllByRole('row')[1];
    expect(row).toHaveTextContent('WINTER50');
    expect(row).toHaveTextContent('new customers only');
    expect(row).toHaveTextContent('₹2,500.00 of ₹10,000.00');
    expect(row).toHaveTextContent('1 Nov 2026 to 31 Dec 2026');
    await user.click(table.getByRole('link', { name: 'Made' }));
    await waitFor(() => expect(window.location.search).toBe('?show=over&sort=oldest_first'));
    const asked = shop.requests.filter(({ operationName }) => operationName === 'CampaignsPage').at(-1);
    expect(asked?.variables).toMatchObject({
      ...{ filter: { status: ['BUDGET_SPENT', 'ENDED'] }, orderBy: 'OLDEST_FIRST' },
    });
  });

  it('say that there is none, and that another role may not see them', async () => {
    const none = { campaigns: pageOf([]) };
    const { view } = await open('/admin/campaigns', none);
    expect(await screen.findByText('There is no campaign yet.')).toBeInTheDocument();
    view.unmount();
    await open('/admin/campaigns', { campaigns: forbidden }, 'staff');
    expect(await screen.findByText('This needs another role')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /New campaign/ })).not.toBeInTheDocument();
  });

  it('show who used them, what is left of it, and where their pace leads', async () => {
    await open('/admin/campaigns/campaign-1', answers(sample()), 'staff');
    const uses = await screen.findByRole('table', { name: 'Who used it' });
    expect(within(uses).getByRole('link', { name: 'Asha Rao' })).toHaveAttribute(
      'href',
      '/admin/wallets/cus_asha',
    );
    expect(within(uses).getAllByRole('row')[1]).toHaveTextContent('+₹50.00₹20.00');
    expect(screen.getByText(/150 more uses fit\./)).toHaveTextContent(
      /At this pace ₹7,[\d,.]+ by 31 Dec 2026/,
    );
    expect(screen.getByText('Only an admin changes campaigns.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Pause|End/ })).not.toBeInTheDocument();
  });

  it('are paused only after what that means was said', async () => {
    const setCampaignStatus = () => ({
      campaign: sample({ status: 'PAUSED', mayStart: true }),
      userErrors: [],
    });
    const { user, shop } = await open('/admin/campaigns/campaign-1', {
      ...answers(sample()),
      setCampaignStatus,
    });
    await screen.findByRole('button', { name: 'Pause' });
    await user.keyboard('p');
    const dialog = within(await screen.findByRole('dialog', { name: 'Pause it?' }));
    expect(dialog.getByText(/What was credited stays/)).toBeInTheDocument();
    expect(inputsOf(shop, 'SetCampaignStatus')).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Pause' }));
    expect(await screen.findByRole('button', { name: 'Start' })).not.toHaveAttribute('aria-disabled');
    expect(inputsOf(shop, 'SetCampaignStatus')).toEqual([
      { campaignId: 'campaign-1', step: 'PAUSE', version: 2 },
    ]);
  });

  it('of more than one admin gives out are started by another, who is told when the terms were changed', async () => {
    const large = { status: 'DRAFT', needsTwo: true, remaining: money(5_00_000_00n) };
    const own = await open('/admin/campaigns/campaign-1', answers(sample(large)));
    const start = await screen.findByRole('button', { name: 'Start' });
    expect(start).toHaveAttribute('aria-disabled', 'true');
    expect(start).toHaveAccessibleDescription('You wrote its terms: another admin has to start it.');
    own.view.unmount();

    const changed = { code: 'CAMPAIGN_CHANGED', message: 'Changed.' };
    let version = 2;
    const setCampaignStatus = () => {
      version = 3;
      return { campaign: null, userErrors: [changed] };
    };
    const { user } = await open('/admin/campaigns/campaign-1', {
      ...answers(sample()),
      ...{ campaign: () => sample({ ...large, mayStart: true, version }), setCampaignStatus },
    });
    await user.click(await screen.findByRole('button', { name: 'Start' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Start' }));
    expect(await screen.findByText(/Somebody has changed it since you looked\./)).toBeInTheDocument();
    expect(await screen.findByText('version 3')).toBeInTheDocument();
  });

  it('say while they are typed what they may come to and who has to start them', async () => {
    const createCampaign = () => ({
      campaign: sample({ id: 'campaign-2' }),
      replayed: false,
      userErrors: [],
    });
    const { user, shop } = await open('/admin/campaigns/new', { ...answers(sample()), createCampaign });
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Pune');
    await user.type(screen.getByRole('textbox', { name: 'The code' }), 'PUNE100');
    await user.type(screen.getByLabelText('Value of one use'), '100');
    await user.click(screen.getByRole('button', { name: 'Create as a draft' }));
    expect(screen.getByText('1 thing to fix.')).toBeInTheDocument();
    expect(screen.getByLabelText('Budget')).toHaveFocus();
    await user.type(screen.getByLabelText('Budget'), '200000');
    expect(screen.getByText('2,000 uses of ₹100.00')).toBeInTheDocument();
    expect(screen.getByText('Another admin than you')).toBeInTheDocument();
    await user.type(screen.getByLabelText('Uses in all'), '500');
    expect(screen.getByText('₹50,000.00')).toBeInTheDocument();
    expect(screen.getByText('You, or any admin')).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'Gold' }));
    await user.click(screen.getByRole('button', { name: 'Create as a draft' }));
    await waitFor(() => expect(window.location.pathname).toBe('/admin/campaigns/campaign-2'));
    expect(inputsOf(shop, 'CreateCampaign')).toMatchObject([
      {
        ...{ name: 'Pune', codes: 'SHARED', sharedCode: 'PUNE100', value: { amount: '100.00' } },
        ...{ budget: { amount: '200000.00' }, maxUses: 500, usesPerCustomer: 1, tiers: ['GOLD'] },
        ...{ startsAt: '2026-11-23T00:00:00.000+05:30', endsAt: null, minPurchaseAmount: null },
      },
    ]);
  });

  it('send only what was changed, and never over what somebody else has changed unseen', async () => {
    const theirs = sample({ version: 3, budget: money(12_000_00n) });
    let reads = 0;
    const updateCampaign = ({ input }: { input: { version: number } }) =>
      input.version === 3
        ? { campaign: sample({ version: 4 }), userErrors: [] }
        : { campaign: null, userErrors: [{ code: 'CAMPAIGN_CHANGED', message: 'Changed.' }] };
    const { user, shop } = await open('/admin/campaigns/campaign-1/edit', {
      ...answers(sample()),
      ...{ campaign: () => (reads++ === 0 ? sample() : theirs), updateCampaign },
    });
    const value = await screen.findByLabelText('Value of one use');
    await user.clear(value);
    await user.type(value, '75');
    await user.click(screen.getByRole('button', { name: 'Save the new terms' }));
    expect(
      await screen.findByText(/Budget: 10000.00 → 12000.00 Saving writes “10000.00”/),
    ).toBeInTheDocument();
    const budget = screen.getByLabelText('Budget');
    await user.clear(budget);
    await user.type(budget, '12000.00');
    await user.click(screen.getByRole('button', { name: 'Save all the same' }));
    await waitFor(() => expect(window.location.pathname).toBe('/admin/campaigns/campaign-1'));
    const change = { campaignId: 'campaign-1', value: { amount: '75.00', currencyCode: 'INR' } };
    expect(inputsOf(shop, 'UpdateCampaign')).toEqual([
      { ...change, version: 2 },
      { ...change, version: 3 },
    ]);
  });

  it('have codes made by the shop, show how far it is, and hand them out as a file', async () => {
    const unique = sample({ codes: 'UNIQUE', sharedCode: null });
    const job = { id: 'job-1', status: 'RUNNING', total: 500, done: 200 };
    let made = false;
    const campaign = () => ({
      ...unique,
      ...(made && { codesJob: job, codeCount: 200, codesUrl: '/export/campaigns/c/codes.csv' }),
    });
    const makeVoucherCodes = () => {
      made = true;
      return { job: { ...job, done: 0 }, replayed: false, userErrors: [] };
    };
    const { user, shop } = await open('/admin/campaigns/campaign-1', {
      ...answers(unique),
      ...{ campaign, makeVoucherCodes },
    });
    const count = await screen.findByLabelText('How many more');
    await user.type(count, '100001{Enter}');
    expect(count).toHaveAccessibleDescription('Type a whole number from 1 to 1,00,000.');
    await user.clear(count);
    await user.type(count, '500{Enter}');
    expect(await screen.findByRole('meter', { name: 'Progress' })).toHaveAttribute('aria-valuenow', '40');
    expect(screen.getByRole('link', { name: 'See the job' })).toHaveAttribute('href', '/admin/bulk/job-1');
    expect(screen.getByRole('button', { name: 'Codes (CSV)' })).toBeInTheDocument();
    expect(inputsOf(shop, 'MakeVoucherCodes')).toMatchObject([{ campaignId: 'campaign-1', count: 500 }]);
  });
});
