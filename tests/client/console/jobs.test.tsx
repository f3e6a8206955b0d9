import { webcrypto } from 'node:crypto';
import { screen, waitFor, within } from '@testing-library/react';
import { forbidden, pageOf } from '../support/console-answers.ts';
import { openApp } from '../support/open-app.tsx';
import { money } from '../support/sample-wallet.ts';

/** What browsers have and jsdom does not. */
Object.defineProperty(crypto, 'subtle', { value: webcrypto.subtle });
File.prototype.arrayBuffer = function arrayBuffer(this: File) {
  return new Promise<ArrayBuffer>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(this);
  });
};

afterEach(() => window.localStorage.clear());

const meera = { id: 'account-meera', name: 'Meera Iyer', role: 'ADMIN', channel: 'CONSOLE' };
const HEADINGS = 'Cust ID,Amount (Rs),Reason,Remarks';

const open = (path: string, console: object, as: 'admin' | 'staff' = 'admin') =>
  openApp({ as, path, console: { ...console } });
type Opened = Awaited<ReturnType<typeof open>>;

const inputsOf = ({ shop }: Opened, name: string) =>
  shop.requests
    .filter(({ operationName }) => operationName === name)
    .map(({ variables }) => variables['input'] as Record<string, unknown>);

function sampleJob(more: object = {}) {
  return {
    ...{ __typename: 'Job', id: 'job-1', kind: 'BULK_CREDIT', status: 'CHECKED', fileName: 'winter.csv' },
    ...{
      fileHash: '',
      columns: ['customer_id', 'amount', 'reason'],
      total: 4,
      uploaded: 4,
      fine: 3,
      refused: 1,
    },
    ...{ amount: money(900_00n), done: 0, failed: 0, credited: money(0n), startedBy: meera },
    ...{ startedAt: '2026-11-23T09:30:00+05:30', endedAt: null, approval: null },
    ...{ fileUrl: '/export/jobs/1/failed-rows.csv', failedRows: pageOf([noCustomer]) },
    ...more,
  };
}

const noCustomer = {
  row: 1,
  column: 'customer_id',
  code: 'WALLET_NOT_FOUND',
  problem: 'There is no wallet of this customer.',
  cells: ['cus_nobody', '300', 'Thanks'],
};

const fine = (job: object | null, more: object = {}) => ({ job, replayed: false, userErrors: [], ...more });

async function choose({ user }: Opened, content: string | Uint8Array<ArrayBuffer>): Promise<void> {
  await screen.findByRole('button', { name: /^Choose a/ });
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (input === null) throw new Error('There is no place for a file.');
  await user.upload(input, new File([content], 'winter.csv', { type: 'text/csv' }));
}

describe('a file of credits', () => {
  it('is read here, its columns are guessed, and nothing is sent before they fit', async () => {
    const opened = await open('/admin/bulk/credits', {});
    await choose(opened, 'Cust ID,Sum,Reason\ncus_a,300,"Late, again"\n');
    const table = within(await screen.findByRole('table', { name: 'Match the columns' }));
    expect(table.getByRole('combobox', { name: 'What “Cust ID” means' })).toHaveValue('customer_id');
    expect(table.getByText('Late, again')).toBeInTheDocument();
    await opened.user.click(screen.getByRole('button', { name: 'Check 1 row' }));
    expect(await screen.findByText(/Nothing in the file is “Amount in rupees” yet/)).toBeInTheDocument();
    const amount = table.getByRole('combobox', { name: 'What “Sum” means' });
    await opened.user.selectOptions(amount, 'reason');
    expect(screen.getByText('Only one column can be “Reason”.')).toBeInTheDocument();
    await waitFor(() => expect(inputsOf(opened, 'StartBulkCredit')).toEqual([]));
  });

  it.each([
    ['a spreadsheet', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0]), /no CSV file/],
    ['another encoding', new Uint8Array([0x41, 0xe9, 0x0a, 0x41]), /another encoding than UTF-8/],
    ['headings alone', `${HEADINGS}\n\n`, /no rows in the file/],
    ['half a quotation', `${HEADINGS}\ncus_a,300,"Thanks,\n`, /quotation mark in line/],
  ])('that is %s is refused in words', async (_, content, words) => {
    const opened = await open('/admin/bulk/credits', {});
    await choose(opened, content);
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.queryByRole('table', { name: 'Match the columns' })).not.toBeInTheDocument();
  });

  it('is sent 500 rows at a time, and goes on where an answer got lost', async () => {
    let uploaded = 0;
    let lost = true;
    const at = () => sampleJob({ total: 501, uploaded, status: uploaded < 501 ? 'UPLOADING' : 'CHECKED' });
    const addJobRows = ({ input }: { input: { from: number; rows: string[][] } }) => {
      if (input.from === uploaded) uploaded += input.rows.length;
      if (input.from === 500 && lost) {
        lost = false;
        throw new Error('The line went dead.');
      }
      return fine(at(), { problems: [] });
    };
    const opened = await open('/admin/bulk/credits', {
      ...{ startBulkCredit: () => fine(at()), addJobRows, job: () => sampleJob() },
    });
    const rows = Array.from({ length: 501 }, (_, n) => `cus_${n},1,Thanks,note`);
    rows[7] = 'cus_7,1,000,Thanks,note';
    await choose(opened, [HEADINGS, ...rows, '', ''].join('\r\n'));
    await opened.user.click(await screen.findByRole('button', { name: 'Check 501 rows' }));
    await opened.user.click(await screen.findByRole('button', { name: 'Ask now' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'winter.csv' })).toBeInTheDocument();
    const [started] = inputsOf(opened, 'StartBulkCredit');
    expect(started).toMatchObject({ rows: 501, columns: ['customer_id', 'amount', 'reason'] });
    expect(started?.['fileHash']).toMatch(/^[0-9a-f]{64}$/);
    const sent = inputsOf(opened, 'AddJobRows') as unknown as { from: number; rows: string[][] }[];
    expect(sent.map(({ from }) => from)).toEqual([0, 500, 500]);
    expect(sent[0]?.rows[0]).toEqual(['cus_0', '1', 'Thanks']);
    // An amount with a comma is not taken for another amount: the shop is shown that there is a cell too many.
    expect(sent[0]?.rows[7]).toEqual(['cus_7', '1', '000', 'note']);
  });

  it('whose rows are too long for a request is told so', async () => {
    const job = sampleJob({ total: 1, uploaded: 0, status: 'UPLOADING' });
    const opened = await open('/admin/bulk/credits', { startBulkCredit: () => fine(job) });
    opened.shop.interfere((_, { body }) =>
      String(body).includes('AddJobRows')
        ? new Response('{"errors":[]}', { status: 413, headers: { 'content-type': 'application/json' } })
        : undefined,
    );
    await choose(opened, `${HEADINGS}\ncus_a,300,Thanks,\n`);
    await opened.user.click(await screen.findByRole('button', { name: 'Check 1 row' }));
    expect(await screen.findByText(/Its rows are too long to be sent/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Check 1 row' })).toBeInTheDocument();
  });

  it('that was sent before does nothing, and says when it was done', async () => {
    const done = sampleJob({ status: 'DONE', done: 3, failed: 1, endedAt: '2026-11-20T10:00:00+05:30' });
    const opened = await open('/admin/bulk/credits', {
      ...{ startBulkCredit: () => fine(done, { replayed: true }), job: () => done },
    });
    await choose(opened, `${HEADINGS}\ncus_a,300,Thanks,\n`);
    await opened.user.click(await screen.findByRole('button', { name: 'Check 1 row' }));
    expect(await screen.findByText(/^This file was sent before, by you, 20 Nov 2026/)).toBeInTheDocument();
  });
});

describe('a file of customers', () => {
  it('is taken up with the columns that were matched, and says whom it makes', async () => {
    const job = sampleJob({
      kind: 'CUSTOMER_IMPORT',
      fine: 3,
      refused: 0,
      failedRows: pageOf([]),
      fileUrl: null,
    });
    const opened = await open('/admin/bulk/customers', { importCustomers: () => fine(job), job: () => job });
    await choose(opened, 'Opening balance;Full name;E-mail;ID\n300;Meenu;meenu@example.com;cus_a\n');
    await opened.user.click(await screen.findByRole('button', { name: 'Check 1 row' }));
    expect(
      await screen.findByRole('button', { name: 'Create 3 customers with ₹900.00' }),
    ).toBeInTheDocument();
    expect(screen.getByText('No row has an error.')).toBeInTheDocument();
    expect(inputsOf(opened, 'ImportCustomers')).toMatchObject([
      { columns: ['amount', 'name', 'email', 'customer_id'], rows: 1, fileName: 'winter.csv' },
    ]);
  });
});

describe('a job', () => {
  it('shows what is wrong by row and column, and begins once that is confirmed', async () => {
    let job = sampleJob();
    const resumeJob = () => {
      job = sampleJob({ status: 'RUNNING' });
      return fine(job, { approval: null });
    };
    const opened = await open('/admin/bulk/job-1', { job: () => job, resumeJob });
    const row = within(await screen.findByRole('table', { name: 'Rows with errors' })).getAllByRole('row')[1];
    expect(row).toHaveTextContent('3customer_idcus_nobodyThere is no wallet of this customer.');
    expect(screen.getByText(/1 row with errors will be left out/)).toBeInTheDocument();
    await opened.user.click(screen.getByRole('button', { name: 'Credit ₹900.00 in 3 credits' }));
    expect(await screen.findByRole('button', { name: 'Pause' })).toBeInTheDocument();
    expect(screen.getByRole('meter', { name: 'Progress' })).toHaveAttribute('aria-valuenow', '0');
  });

  it('above the limit waits for another admin, and leads to the request', async () => {
    let job = sampleJob();
    const approval = { id: 'approval-1', status: 'PENDING' };
    const resumeJob = () => {
      job = sampleJob({ approval });
      return fine(job, { approval });
    };
    const opened = await open('/admin/bulk/job-1', { job: () => job, resumeJob });
    await opened.user.click(await screen.findByRole('button', { name: /^Credit ₹900.00/ }));
    expect(await screen.findByRole('heading', { name: 'Another admin has to approve' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'See the request' })).toHaveAttribute(
      'href',
      '/admin/approvals/approval-1',
    );
    expect(screen.queryByRole('button', { name: /^Credit/ })).not.toBeInTheDocument();
  });

  it('is stopped only after a question, and says so when somebody has ended it meanwhile', async () => {
    let job = sampleJob({ status: 'RUNNING', done: 1 });
    const stopJob = () => {
      job = sampleJob({ status: 'DONE', done: 3, failed: 1, credited: money(900_00n) });
      return {
        ...{ job: null, replayed: false },
        userErrors: [{ code: 'JOB_ENDED', message: 'It ended.', since: '2026-11-23T09:41:00+05:30' }],
      };
    };
    const opened = await open('/admin/bulk/job-1', { job: () => job, stopJob });
    await opened.user.click(await screen.findByRole('button', { name: 'Stop the rest' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Stop it for good?' }));
    expect(dialog.getByText(/1 row. 3 rows will not be done/)).toBeInTheDocument();
    expect(inputsOf(opened, 'StopJob')).toEqual([]);
    await opened.user.click(dialog.getByRole('button', { name: 'Stop it' }));
    expect(await screen.findAllByText(/3 of 4 rows, ₹900.00 credited/)).not.toHaveLength(0);
    expect(screen.getByText('This job is done or was stopped.', { exact: false })).toBeInTheDocument();
  });

  it('is listed with those before, for admins alone', async () => {
    const job = sampleJob({ status: 'DONE', done: 3, failed: 1, credited: money(900_00n) });
    const opened = await open('/admin/bulk', { jobs: pageOf([job]) });
    const row = within(await screen.findByRole('table', { name: 'Bulk jobs' })).getAllByRole('row')[1];
    expect(row).toHaveTextContent('winter.csvBulk creditsDone3 of 41 not₹900.00');
    expect(screen.getByRole('link', { name: 'Bulk jobs' })).toHaveAttribute('aria-current', 'page');
    opened.view.unmount();
    const staff = await open('/admin/bulk', { jobs: forbidden }, 'staff');
    expect(await screen.findByRole('heading', { name: 'This needs another role' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Bulk jobs' })).not.toBeInTheDocument();
    staff.view.unmount();
    await open('/admin/bulk/credits', {}, 'staff');
    expect(await screen.findByRole('heading', { name: 'This needs another role' })).toBeInTheDocument();
  });
});
