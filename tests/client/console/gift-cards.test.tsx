import { screen, waitFor, within } from '@testing-library/react';
import { forbidden, pageOf } from '../support/console-answers.ts';
import { openApp } from '../support/open-app.tsx';
import { money } from '../support/sample-wallet.ts';

afterEach(() => window.localStorage.clear());

type Shop = Awaited<ReturnType<typeof openApp>>['shop'];

const open = (path: string, console: object, as: 'admin' | 'staff' = 'admin') =>
  openApp({ as, path, width: 1280, console: { ...console } });
const askedOf = (shop: Shop, name: string) =>
  shop.requests.filter(({ operationName }) => operationName === name).map(({ variables }) => variables);
const inputsOf = (shop: Shop, name: string) => askedOf(shop, name).map(({ input }) => input as object);

const CODE = '7K9Q-X2R4-MB3D-0WZE-5';
const by = (id: string, role: string, name: string | null = null) => ({ id, role, name });
const entry = (seq: number, kind: string, paise: bigint, after: bigint, more: object = {}) => ({
  ...{ seq, kind, amount: money(paise), remainingAfter: money(after), reason: null },
  ...{ at: '2026-11-20T10:00:00+05:30', actor: by('staff_meera', 'ADMIN', 'Meera Iyer'), ...more },
});
const issued = entry(1, 'ISSUE', 500_00n, 500_00n, { reason: 'Prize draw' });

function sample(more: object = {}) {
  return {
    __typename: 'GiftCard',
    id: 'card-1',
    status: 'ACTIVE',
    maskedCode: '•••• 0WZE',
    initial: money(500_00n),
    remaining: money(500_00n),
    funding: 'GRANTED',
    expiresAt: '2027-11-20T23:59:59.999+05:30',
    endedAt: null,
    claimedById: null,
    boughtById: null,
    createdAt: '2026-11-20T10:00:00+05:30',
    entries: pageOf([issued]),
    ...more,
  };
}

const claimed = {
  ...{ status: 'CLAIMED', remaining: money(0n), endedAt: '2026-11-21T11:00:00+05:30' },
  ...{ claimedById: 'cus_asha', id: 'card-2', maskedCode: '•••• 7K4M' },
};
const owed = {
  ...{ cards: 31, amount: money(18_400_00n) },
  ...{ purchased: money(8_000_00n), granted: money(10_400_00n) },
};
const listOf = (...cards: object[]) => ({ ...pageOf(cards), outstanding: owed });
const answers = (card: object) => ({
  giftCards: listOf(card),
  giftCard: () => card,
});

describe('the gift cards of the shop', () => {
  it('are listed with what is left of each, and never with more of a code than its end', async () => {
    const { shop } = await open('/admin/gift-cards', {
      ...answers(sample()),
      giftCards: listOf(sample(), sample(claimed), sample({ id: 'card-3', boughtById: 'cus_dev' })),
    });
    const table = within(await screen.findByRole('table', { name: 'Gift cards' }));
    const [, active, gone, bought] = table.getAllByRole('row');
    expect(within(bought ?? document.body).getByRole('link', { name: 'cus_dev' })).toHaveAttribute(
      'href',
      '/admin/wallets/cus_dev',
    );
    expect(active).toHaveTextContent('•••• 0WZEHolding money₹500.00₹500.00Granted20 Nov 202720 Nov 2026');
    expect(within(gone ?? document.body).getByRole('link', { name: 'cus_asha' })).toHaveAttribute(
      'href',
      '/admin/wallets/cus_asha',
    );
    expect(await screen.findByText('31 cards hold ₹18,400.00')).toBeInTheDocument();
    expect(askedOf(shop, 'GiftCardsPage').at(-1)).toMatchObject({ filter: {}, first: 20 });
  });

  it('are summed up: how many were issued, what is owed on them, and how many have ended', async () => {
    const giftCards = ({ filter }: { filter?: { status?: string[] } }) => ({
      ...listOf(sample()),
      totalCount: filter?.status?.includes('USED') ? 52 : filter?.status?.includes('EXPIRED') ? 3 : 86,
    });
    await open('/admin/gift-cards', { ...answers(sample()), giftCards }, 'staff');
    const tile = async (name: string) => (await screen.findByText(name, { selector: 'dt' })).parentElement;
    expect(await tile('Issued')).toHaveTextContent('86');
    expect(await tile('Left')).toHaveTextContent(
      '₹18,400.00On 31 cards: ₹8,000.00 purchased, ₹10,400.00 granted',
    );
    expect(await tile('Used')).toHaveTextContent('52');
    expect(await tile('Expired or cancelled')).toHaveTextContent('3');
    expect(screen.queryByRole('button', { name: 'Save as CSV' })).not.toBeInTheDocument();
  });

  it('are saved as a file by the filters of the view, which the shop makes for admins', async () => {
    const { user, shop } = await open(
      '/admin/gift-cards?show=open&end=7k4m&from=2026-11-20',
      answers(sample()),
    );
    await user.click(await screen.findByRole('button', { name: 'Save as CSV' }));
    await waitFor(() =>
      expect(shop.calls).toContain(
        'GET /export/gift-cards.csv?lastFour=7k4m&from=2026-11-20T00%3A00%3A00.000%2B05%3A30&status=ACTIVE%2CPART_USED',
      ),
    );
  });

  it('tell the rest of a long journal on its next page', async () => {
    const giftCard = ({ id }: { id: string }) => ({
      ...sample({ id }),
      entries: ({ after }: { after?: string | null }) =>
        after === 'e'
          ? { ...pageOf([entry(101, 'REISSUE', 0n, 500_00n)]), totalCount: 101 }
          : { ...pageOf([issued], { hasNextPage: true, endCursor: 'e' }), totalCount: 101 },
    });
    const { user } = await open('/admin/gift-cards/card-1', { ...answers(sample()), giftCard });
    await user.click(await screen.findByRole('link', { name: 'Older' }));
    await waitFor(() =>
      expect(screen.getByRole('table', { name: 'Ledger of this card' })).toHaveTextContent('New code'),
    );
  });

  it('are found by the end of their code and the days they were issued on, which the address keeps', async () => {
    const { user, shop } = await open('/admin/gift-cards?show=open', answers(sample()));
    await user.type(await screen.findByLabelText('Last four of the code'), '7k4m-9');
    await user.type(screen.getByLabelText('Issued to'), '2026-11-20');
    await user.click(screen.getByRole('button', { name: 'Show' }));
    await waitFor(() => expect(window.location.search).toBe('?show=open&end=7k4m&to=2026-11-20'));
    await waitFor(() =>
      expect(askedOf(shop, 'GiftCardsPage').at(-1)).toMatchObject({
        filter: { status: ['ACTIVE', 'PART_USED'], lastFour: '7k4m', to: '2026-11-21T00:00:00.000+05:30' },
      }),
    );
    await user.click(screen.getByRole('link', { name: 'Claimed' }));
    expect(window.location.search).toBe('?show=claimed&end=7k4m&to=2026-11-20');
  });

  it('say that there is none, and that another role may not see them', async () => {
    const none = { ...answers(sample()), giftCards: listOf() };
    const { view } = await open('/admin/gift-cards', none);
    expect(await screen.findByText('There is no gift card yet.')).toBeInTheDocument();
    view.unmount();
    await open('/admin/gift-cards', { giftCards: forbidden }, 'staff');
    expect(await screen.findByText('This needs another role')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /Issue gift cards/ })).not.toBeInTheDocument();
  });

  it('show staff what happened to one, and leave acting to admins', async () => {
    const actor = by('cus_asha', 'CUSTOMER');
    const card = sample({
      ...claimed,
      entries: pageOf([issued, entry(2, 'CLAIM', 500_00n, 0n, { actor })]),
    });
    const { view } = await open('/admin/gift-cards/card-2', answers(card), 'staff');
    const rows = within(await screen.findByRole('table', { name: 'Ledger of this card' })).getAllByRole(
      'row',
    );
    expect(rows[1]).toHaveTextContent(/IssuedPrize draw.*Meera Iyer₹500\.00₹500\.00/);
    expect(rows[2]).toHaveTextContent(/Claimed into a wallet.*cus_asha₹500\.00₹0\.00/);
    view.unmount();
    await open('/admin/gift-cards/card-1', answers(sample()), 'staff');
    expect(await screen.findByText(/Only an admin cancels cards/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Cancel it|another code/ })).not.toBeInTheDocument();
  });

  it('are cancelled only with a reason, after what that means was said', async () => {
    let card = sample();
    const cancelGiftCard = () => {
      card = sample({ status: 'CANCELLED', remaining: money(0n), endedAt: '2026-11-23T10:00:00+05:30' });
      return { giftCard: card, replayed: false, userErrors: [] };
    };
    const { user, shop } = await open('/admin/gift-cards/card-1', {
      ...answers(card),
      ...{ giftCard: () => card, cancelGiftCard },
    });
    await user.click(await screen.findByRole('button', { name: 'Cancel it…' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Cancel the card?' }));
    expect(
      dialog.getByText(/₹500.00 is taken back for good, and the code that ends in 0WZE/),
    ).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Cancel ₹500.00' }));
    expect(dialog.getByLabelText('Reason')).toHaveFocus();
    expect(inputsOf(shop, 'ConsoleCancelGiftCard')).toEqual([]);
    await user.type(dialog.getByLabelText('Reason'), 'Issued twice');
    await user.click(dialog.getByRole('button', { name: 'Cancel ₹500.00' }));
    expect(await screen.findByText('What was on it was taken back.')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(inputsOf(shop, 'ConsoleCancelGiftCard')).toMatchObject([
      { giftCardId: 'card-1', reason: 'Issued twice' },
    ]);
  });

  it('get another code, which is shown once and then gone from the page', async () => {
    const reissueGiftCard = () => ({
      ...{ giftCard: sample({ maskedCode: '•••• ZE5X' }), code: CODE, codeWithheld: false },
      ...{ replayed: false, userErrors: [] },
    });
    const { user } = await open('/admin/gift-cards/card-1', { ...answers(sample()), reissueGiftCard });
    await user.click(await screen.findByRole('button', { name: 'Give another code…' }));
    await user.type(screen.getByLabelText('Reason'), 'Letter lost');
    await user.click(screen.getByRole('button', { name: 'New code for ₹500.00' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'The new code' }));
    expect(dialog.getByText(CODE)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'I have handed it over' }));
    expect(screen.queryByText(CODE)).not.toBeInTheDocument();
  });

  it('say why nothing was done', async () => {
    const ended = { code: 'GIFT_CARD_ENDED', message: 'Ended.' };
    const cancelGiftCard = () => ({ giftCard: null, replayed: false, userErrors: [ended] });
    const { user } = await open('/admin/gift-cards/card-1', { ...answers(sample()), cancelGiftCard });
    await user.click(await screen.findByRole('button', { name: 'Cancel it…' }));
    await user.type(screen.getByLabelText('Reason'), 'Issued twice');
    await user.click(screen.getByRole('button', { name: 'Cancel ₹500.00' }));
    expect(await screen.findByText(/There is nothing on this gift card any more\./)).toBeInTheDocument();
  });

  it('are issued after a second look, and their codes are shown once', async () => {
    const issueGiftCards = () => ({
      giftCards: [{ code: CODE, codeWithheld: false, giftCard: sample() }],
      ...{ replayed: false, userErrors: [] },
    });
    const { user, shop } = await open('/admin/gift-cards', { ...answers(sample()), issueGiftCards });
    await screen.findByRole('link', { name: /Issue gift cards/ });
    await user.keyboard('c');
    const count = await screen.findByLabelText('How many');
    await user.clear(count);
    await user.type(count, '101');
    await user.type(screen.getByLabelText('Value of each'), '500');
    await user.type(screen.getByLabelText('Last day'), '2027-03-31');
    await user.type(screen.getByLabelText('Reason'), 'Prize draw');
    expect(screen.getByText('₹50,500.00')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Review' }));
    expect(count).toHaveFocus();
    expect(count).toHaveAccessibleDescription('Type a whole number from 1 to 100. For more, choose a file.');
    await user.clear(count);
    await user.type(count, '1');
    await user.click(screen.getByRole('button', { name: 'Review' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Issue 1 card of ₹500.00?' }));
    expect(inputsOf(shop, 'ConsoleIssueGiftCards')).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Issue 1 card, ₹500.00' }));
    const codes = within(await screen.findByRole('table', { name: 'Codes' }));
    expect(codes.getByText(CODE)).toBeInTheDocument();
    expect(screen.getByText('These codes are shown only now.')).toBeInTheDocument();
    expect(inputsOf(shop, 'ConsoleIssueGiftCards')).toMatchObject([
      {
        ...{ count: 1, amount: { amount: '500.00', currencyCode: 'INR' }, reason: 'Prize draw' },
        expiresAt: '2027-03-31T18:29:59.999Z',
      },
    ]);
    await user.click(screen.getByRole('link', { name: 'I have them' }));
    await screen.findByRole('table', { name: 'Gift cards' });
    expect(screen.queryByText(CODE)).not.toBeInTheDocument();
  });

  it('are issued in great number by a job, whose page hands out the file', async () => {
    const startGiftCardBatch = () => ({ job: { id: 'job-1' }, replayed: false, userErrors: [] });
    const job = {
      ...{ __typename: 'Job', id: 'job-1', kind: 'GIFT_CARD_BATCH', status: 'DONE', fileName: 'Opening' },
      ...{ columns: [], total: 500, uploaded: 500, fine: 500, refused: 0, amount: money(1_00_000_00n) },
      ...{ done: 500, failed: 0, credited: money(1_00_000_00n), startedBy: by('staff_meera', 'ADMIN') },
      ...{ startedAt: '2026-11-23T09:00:00+05:30', endedAt: '2026-11-23T09:01:00+05:30', approval: null },
      ...{ fileUrl: null, codesUrl: '/export/jobs/job-1/codes.csv', failedRows: pageOf([]) },
    };
    const { user, shop } = await open('/admin/gift-cards/new', {
      ...answers(sample()),
      ...{ startGiftCardBatch, job: () => job },
    });
    const count = await screen.findByLabelText('How many');
    await user.clear(count);
    await user.type(count, '500');
    await user.type(screen.getByLabelText('Value of each'), '200');
    await user.type(screen.getByLabelText('Reason'), 'Opening in Pune');
    await user.click(screen.getByRole('radio', { name: /As a file/ }));
    await user.click(screen.getByRole('button', { name: 'Review' }));
    await user.click(await screen.findByRole('button', { name: 'Write down 500 cards, ₹1,00,000.00' }));
    expect(await screen.findByRole('button', { name: 'Codes (CSV)' })).toBeInTheDocument();
    expect(window.location.pathname).toBe('/admin/bulk/job-1');
    expect(screen.queryByRole('list', { name: 'Steps' })).not.toBeInTheDocument();
    expect(inputsOf(shop, 'ConsoleStartGiftCardBatch')).toMatchObject([{ count: 500, expiresAt: null }]);
  });

  it('are not issued by staff', async () => {
    await open('/admin/gift-cards/new', answers(sample()), 'staff');
    expect(await screen.findByText('This needs another role')).toBeInTheDocument();
    expect(screen.queryByLabelText('How many')).not.toBeInTheDocument();
  });
});
