import { createHash } from 'node:crypto';
import { defaultPolicy } from '../../api/domain/policy.ts';
import { actOf, actId } from '../../api/domain/act.ts';
import { ROWS_OF_A_PART } from '../../api/domain/job.ts';
import { JobRunner } from '../../api/jobs/job-runner.ts';
import { PersonStore } from '../../api/persistence/stores/person.store.ts';
import { createMetrics } from '../../api/server/observability/metrics.ts';
import { openJobs } from '../../api/services/queries/open-jobs.ts';
import { runJobs } from '../../api/services/run-job.ts';
import { names, openWallets, setStatus, storedWallet } from '../support/acts.ts';
import { openTestApi } from '../support/api.ts';
import { callerOf, freshKey, openTestApp } from '../support/app.ts';
import { killedAtFiles } from '../support/bulk-process.ts';
import { expectSound } from '../support/audit.ts';

const options = { policy: { approvals: defaultPolicy.approvals } };
const api = openTestApi(options);

const ROW = 'row column code problem cells';
const JOB = `id kind status total uploaded fine refused amount { amount } done failed credited { amount }
  startedBy { id } startedAt endedAt approval { id status } fileUrl`;
const RESULT = `replayed job { ${JOB} }`;

interface Job {
  readonly id: string;
  readonly status: string;
}
interface Payload {
  readonly job: Job;
  readonly replayed: boolean;
  readonly approval: { readonly id: string } | null;
  readonly problems: readonly { readonly row: number; readonly column: string | null }[];
  readonly userErrors: readonly { readonly code: string }[];
}
type Kind = 'startBulkCredit' | 'importCustomers';

const CREDITS = ['customer_id', 'amount', 'reason', 'reference'];
const people = names('person', 30);
const codes = ({ userErrors }: Pick<Payload, 'userErrors'>) => userErrors.map(({ code }) => code);
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

function start(
  rows: number,
  { as = 'startBulkCredit' as Kind, columns = CREDITS, file = freshKey('file') } = {},
) {
  const input = { fileName: `${file}.csv`, fileHash: hashOf(file), columns, rows };
  return api.admin.act<Payload>(as, input, RESULT);
}

function send({ id: jobId }: Job, rows: readonly (readonly string[])[], from = 0): Promise<Payload> {
  return api.admin.act<Payload>('addJobRows', { jobId, from, rows }, `${RESULT} problems { ${ROW} }`);
}

function steer(act: string, { id: jobId }: Job, more: object = {}, by = api.admin): Promise<Payload> {
  const asked =
    act === 'resumeJob'
      ? `${RESULT} approval { id status bulk { rows credited refused fileName fingerprint } }`
      : RESULT;
  return by.act<Payload>(act, { jobId, ...more }, asked);
}

/** A file of which all rows have come. */
async function uploaded(
  rows: readonly (readonly string[])[],
  more: Parameters<typeof start>[1] = {},
): Promise<Payload> {
  const { job } = await start(rows.length, more);
  let answer: Payload | undefined;
  for (let from = 0; from < rows.length; from += ROWS_OF_A_PART)
    answer = await send(job, rows.slice(from, from + ROWS_OF_A_PART), from);
  return answer as Payload;
}

async function finish(): Promise<void> {
  while ((await runJobs(api.app)).parts > 0);
}

const IDLE = { parts: 0, failures: [] };

async function found({ id }: Job, page = 'first: 100') {
  const query = `{ job(id: "${id}") { ${JOB} failedRows(${page}) { pageInfo { hasNextPage endCursor } nodes { ${ROW} } } } }`;
  const { job } = await api.admin.read<{
    job: Job & { failedRows: { nodes: { row: number }[]; pageInfo: { endCursor: string } } };
  }>(query);
  return job;
}

/** Rows of ₹2 each, one after another to some wallets. */
function rowsOf(count: number, amount = '2'): string[][] {
  return Array.from({ length: count }, (_, n) => [
    people[n % people.length] ?? '',
    amount,
    'Thanks',
    `R-${n}`,
  ]);
}

async function totalOf(ids: readonly string[]): Promise<bigint> {
  const wallets = await api.app.stores.wallets.load(ids);
  return [...wallets.values()].reduce((total, { balance }) => total + balance, 0n);
}

beforeAll(() => openWallets(api.app, people));
beforeEach(() => api.app.clock.set('2026-03-10T09:30:00+05:30'));

describe('a file of credits', () => {
  it('is checked row by row, and then done by the server, part by part', async () => {
    const before = await totalOf(people);
    const checked = await uploaded(rowsOf(600));
    expect(checked).toMatchObject({
      ...{ userErrors: [], problems: [], replayed: false },
      job: {
        status: 'CHECKED',
        uploaded: 600,
        fine: 600,
        refused: 0,
        amount: { amount: '1200.00' },
        done: 0,
      },
    });
    expect(await runJobs(api.app)).toEqual(IDLE);
    expect(await totalOf(people)).toBe(before);

    expect(await steer('resumeJob', checked.job)).toMatchObject({
      job: { status: 'RUNNING' },
      approval: null,
    });
    await runJobs(api.app);
    expect(await found(checked.job)).toMatchObject({
      status: 'RUNNING',
      done: 500,
      credited: { amount: '1000.00' },
    });
    await finish();

    expect(await found(checked.job)).toMatchObject({
      ...{ status: 'DONE', done: 600, failed: 0, credited: { amount: '1200.00' }, fileUrl: null },
      ...{ startedBy: { id: 'meera' }, endedAt: '2026-03-10T04:00:00.000Z', failedRows: { nodes: [] } },
    });
    expect(await totalOf(people)).toBe(before + 1_200_00n);
  });

  it('names what is wrong by row and column, and leaves those rows out', async () => {
    const [good = '', frozen = ''] = await openWallets(api.app, names(freshKey('faults'), 2));
    await setStatus(api.app, frozen, 'FROZEN');
    const rows = [
      [good, '10', 'Thanks', 'A-1'],
      ['nobody', '10', 'Thanks', 'A-2'],
      [frozen, '10', 'Thanks', 'A-3'],
      [good, '₹10', 'Thanks', 'A-4'],
      [good, '-10', 'Thanks', 'A-5'],
      [good, '10', '', 'A-6'],
      [good, '10', 'Thanks', 'A-1'],
      [good, '10'],
      ['not an id', '10', 'Thanks', 'A-8'],
      [good, '10', 'Caf\ufffd', 'A-9'],
      [good, '999999', 'Thanks', 'A-10'],
      [good, '10', 'x'.repeat(1_000), 'A-11'],
    ];
    const { problems, job } = await uploaded(rows);
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      ...[
        [1, 'customer_id'],
        [2, 'customer_id'],
        [3, 'amount'],
        [4, 'amount'],
        [5, 'reason'],
      ],
      ...[
        [6, 'reference'],
        [7, null],
        [8, 'customer_id'],
        [9, 'reason'],
        [10, 'amount'],
        [11, 'reason'],
      ],
    ]);
    expect(job).toMatchObject({ status: 'CHECKED', fine: 1, refused: 11, amount: { amount: '10.00' } });

    await setStatus(api.app, frozen, 'ACTIVE');
    await steer('resumeJob', job);
    await finish();
    const done = await found(job, 'first: 4');
    expect(done).toMatchObject({
      status: 'DONE',
      done: 1,
      failed: 11,
      fileUrl: expect.any(String) as string,
    });
    expect(done.failedRows.nodes.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
    expect(done.failedRows.nodes[0]).toEqual({
      ...{
        row: 1,
        column: 'customer_id',
        code: 'WALLET_NOT_FOUND',
        cells: ['nobody', '10', 'Thanks', 'A-2'],
      },
      problem: expect.stringContaining('no wallet') as string,
    });
    const rest = await found(job, `first: 100, after: "${done.failedRows.pageInfo.endCursor}"`);
    expect(rest.failedRows.nodes.map(({ row }) => row)).toEqual([5, 6, 7, 8, 9, 10, 11]);
    expect(await totalOf([good, frozen])).toBe(10_00n);
  });

  it('refuses a row whose wallet was stopped after the check, and counts it as failed', async () => {
    const [a = '', b = ''] = await openWallets(api.app, names(freshKey('late'), 2));
    const { job } = await uploaded([
      [a, '10', 'Thanks', ''],
      [b, '10', 'Thanks', ''],
    ]);
    await setStatus(api.app, b, 'FROZEN');
    await steer('resumeJob', job);
    await finish();
    expect(await found(job)).toMatchObject({
      ...{ status: 'DONE', done: 1, failed: 1, credited: { amount: '10.00' } },
      failedRows: { nodes: [{ row: 1, code: 'WALLET_FROZEN' }] },
    });
  });

  it('sent again does nothing, and says when it was done', async () => {
    const file = freshKey('same');
    const rows = rowsOf(3);
    const { job } = await uploaded(rows, { file });
    expect(await start(3, { file })).toMatchObject({
      replayed: true,
      job: { id: job.id, status: 'CHECKED' },
    });
    await steer('resumeJob', job);
    await finish();
    const before = await totalOf(people);
    api.app.clock.advance({ days: 1 });
    expect(await start(3, { file })).toMatchObject({
      ...{ replayed: true, userErrors: [] },
      job: { id: job.id, status: 'DONE', endedAt: '2026-03-10T04:00:00.000Z' },
    });
    expect(await send(job, rows)).toMatchObject({ replayed: true });
    expect(codes(await send(job, rowsOf(3, '3')))).toEqual(['IDEMPOTENCY_CONFLICT']);
    expect(codes(await steer('resumeJob', job))).toEqual(['JOB_ENDED']);
    await finish();
    expect(await totalOf(people)).toBe(before);
  });

  it('takes its rows in their order only, and begins when all are there', async () => {
    const rows = rowsOf(600);
    const { job } = await start(600);
    expect(codes(await send(job, rows.slice(500), 500))).toEqual(['INVALID_INPUT']);
    expect(codes(await send(job, rows.slice(0, 499)))).toEqual(['INVALID_INPUT']);
    await send(job, rows.slice(0, 500));
    expect(codes(await steer('resumeJob', job))).toEqual(['INVALID_INPUT']);
    expect(await send(job, rows.slice(0, 500))).toMatchObject({ replayed: true, job: { uploaded: 500 } });
    const twice = [...rows.slice(500, 599), ['person-1', '2', 'Thanks', 'R-7']];
    expect(await send(job, twice, 500)).toMatchObject({
      ...{ job: { status: 'CHECKED', fine: 599 }, problems: [{ row: 599, column: 'reference' }] },
    });
  });

  it('is refused with columns that it cannot have, or too many rows', async () => {
    for (const columns of [
      ['customer_id', 'amount'],
      [...CREDITS, 'iban'],
      [...CREDITS, 'reason'],
    ])
      expect(codes(await start(1, { columns }))).toEqual(['INVALID_INPUT']);
    expect(codes(await start(50_001))).toEqual(['INVALID_INPUT']);
    expect(codes(await start(0))).toEqual(['INVALID_INPUT']);
  });
});

describe('a job', () => {
  it('pauses, goes on and stops; what is done stays done, and a repeated request changes nothing', async () => {
    const before = await totalOf(people);
    const { job } = await uploaded(rowsOf(1_001));
    const key = { idempotencyKey: freshKey('begin') };
    await steer('resumeJob', job, key);
    await runJobs(api.app);
    expect(await steer('pauseJob', job)).toMatchObject({ job: { status: 'PAUSED', done: 500 } });
    expect(await runJobs(api.app)).toEqual(IDLE);
    expect(await steer('resumeJob', job, key)).toMatchObject({ replayed: true, job: { status: 'PAUSED' } });
    expect(codes(await steer('stopJob', job, key))).toEqual(['IDEMPOTENCY_CONFLICT']);
    await steer('resumeJob', job);
    await runJobs(api.app);
    expect(await steer('stopJob', job)).toMatchObject({ job: { status: 'STOPPED', done: 1_000 } });
    expect(await runJobs(api.app)).toEqual(IDLE);
    expect(await totalOf(people)).toBe(before + 2_000_00n);
  });

  it('can be stopped however often it was steered before', async () => {
    const { job } = await uploaded(rowsOf(2));
    await steer('resumeJob', job);
    for (let n = 0; n < 101; n += 1) {
      await steer('pauseJob', job);
      await steer('resumeJob', job);
    }
    expect(codes(await steer('pauseJob', job))).toEqual(['INVALID_INPUT']);
    expect(await steer('stopJob', job)).toMatchObject({ job: { status: 'STOPPED' } });
  });

  it('that was stopped before anything was done may be sent anew', async () => {
    const file = freshKey('anew');
    const { job } = await uploaded(rowsOf(2), { file });
    await steer('stopJob', job);
    expect(await uploaded(rowsOf(3), { file })).toMatchObject({
      job: { id: job.id, status: 'CHECKED', total: 3 },
    });
  });

  // Each part and its job move on together, so wherever it is cut off, it goes on there.
  it('goes on in another process where the first was cut off, and doubles nothing', async () => {
    const before = await totalOf(people);
    const { job } = await uploaded(rowsOf(1_001));
    await steer('resumeJob', job);
    const other = await openTestApp(api.database, { ...options, clock: api.app.clock });
    const errors: unknown[] = [];
    const running = () =>
      other.stores.jobs.list({ statuses: ['RUNNING'] }, { order: 'OLDEST_FIRST', limit: 1 });
    try {
      // Both at the same part, as where one stood still for longer than its lease.
      await Promise.all([runJobs(api.app), runJobs(other)]);
      const runners = [api.app, other].map(
        (app) => new JobRunner({ app, lookMs: 5, onError: (error) => errors.push(error) }),
      );
      for (const runner of runners) runner.start();
      await runners[0]?.stop();
      while ((await running()).length > 0) await new Promise(setImmediate);
      await runners[1]?.stop();
    } finally {
      await other.close();
    }
    expect(errors).toEqual([]);
    expect(await found(job)).toMatchObject({ status: 'DONE', done: 1_001, credited: { amount: '2002.00' } });
    expect(await totalOf(people)).toBe(before + 2_002_00n);
  });

  it('goes on after the process that did it was killed', async () => {
    const before = await totalOf(people);
    const { job } = await uploaded(rowsOf(1_001));
    await steer('resumeJob', job);
    await killedAtFiles(api.database, 'COMMITTED');
    await finish();
    expect(await found(job)).toMatchObject({ status: 'DONE', done: 1_001, failed: 0 });
    expect(await totalOf(people)).toBe(before + 2_002_00n);
  });

  it('above the limit waits for another admin, counts with bulk credits, and is not begun twice', async () => {
    const [a = '', b = ''] = await openWallets(api.app, names(freshKey('limit'), 2));
    const { job } = await uploaded([
      [a, '60000', 'Thanks', ''],
      [b, '60000', 'Thanks', ''],
      ['nobody', '1', 'x', ''],
    ]);
    const leela = api.as('ADMIN', 'leela');
    const asked = await steer('resumeJob', job);
    expect(asked).toMatchObject({
      ...{ job: { status: 'CHECKED' }, replayed: false },
      approval: { status: 'PENDING', bulk: { rows: 3, credited: 2, refused: 1 } },
    });
    expect(codes(await steer('resumeJob', job, {}, leela))).toEqual(['APPROVAL_PENDING']);
    const decide = (by: typeof leela) =>
      by.act<Payload>(
        'decideApproval',
        { approvalId: asked.approval?.id, verdict: 'APPROVE' },
        'approval { status subject { ... on Job { status } } }',
      );
    expect(codes(await decide(api.admin))).toEqual(['APPROVAL_OWN']);
    expect(await decide(leela)).toMatchObject({
      approval: { status: 'APPROVED', subject: { status: 'RUNNING' } },
    });
    await finish();
    expect(await found(job)).toMatchObject({
      status: 'DONE',
      done: 2,
      startedBy: { id: 'meera' },
      approval: { status: 'APPROVED' },
    });
    expect(await totalOf([a, b])).toBe(120_000_00n);
  });

  it('that is stopped ends what it waits for: its asker takes that back, another admin refuses it', async () => {
    const people = await openWallets(api.app, names(freshKey('over'), 2));
    const leela = api.as('ADMIN', 'leela');
    for (const [by, status] of [
      [api.admin, 'WITHDRAWN'],
      [leela, 'REFUSED'],
    ] as const) {
      const file = freshKey('over');
      const rows = people.map((id) => [id, '60000', 'More', '']);
      const { job } = await uploaded(rows, { file });
      const { approval } = await steer('resumeJob', job);
      await steer('stopJob', job, {}, by);
      expect(await found(job)).toMatchObject({ status: 'STOPPED', approval: { status } });
      expect(
        codes(
          await leela.act<Payload>(
            'decideApproval',
            { approvalId: approval?.id, verdict: 'APPROVE' },
            'approval { status }',
          ),
        ),
      ).toEqual(['APPROVAL_ENDED']);
      // Nothing is left that stands in the way of asking about the same file again.
      const anew = await uploaded(rows, { file });
      expect(await steer('resumeJob', anew.job)).toMatchObject({ approval: { status: 'PENDING' } });
      await steer('stopJob', anew.job);
    }
    expect(await totalOf(people)).toBe(0n);
  });

  it('tells who of the shop looked at whom in the rows that it could not do', async () => {
    const { job } = await uploaded([['known-by-a-row', '10', 'Thanks', '']]);
    const query = `{ job(id: "${job.id}") { failedRows { nodes { cells } } } }`;
    await api.as('ADMIN', 'a-looker').read(query);

    const { auditLog } = await api.admin.read<{ auditLog: { nodes: object[] } }>(
      '{ auditLog(filter: { actorId: "a-looker" }) { nodes { act subjectId } } }',
    );
    expect(auditLog.nodes).toEqual([{ act: 'readCustomer', subjectId: expect.any(String) }]);
  });

  it('tells whoever watches how many there are, what became of their rows, and whether they go on', async () => {
    const metrics = createMetrics({ withProcess: false });
    metrics.jobs.reading(async () => ({ state: await openJobs(api.app), now: api.app.now() }));
    const { job } = await uploaded([...rowsOf(501), ['nobody', '1', 'x', '']]);
    await steer('resumeJob', job);
    api.app.clock.advance({ hours: 1 });
    await runJobs(api.app, { onRows: metrics.jobs.rows });
    api.app.clock.advance({ hours: 1 });
    const running = await metrics.print();
    for (const line of [
      'jobs_open{kind="BULK_CREDIT",status="RUNNING"} 1',
      'job_rows_total{kind="BULK_CREDIT",outcome="done"} 500',
      'job_running_seconds 7200',
      'job_progress_age_seconds 3600',
    ])
      expect(running).toContain(line);
    await runJobs(api.app, { onRows: metrics.jobs.rows });
    const over = await metrics.print();
    expect(over).not.toContain('status="RUNNING"');
    expect(over).toContain('job_rows_total{kind="BULK_CREDIT",outcome="failed"} 1');
    expect(over).toContain('job_progress_age_seconds 0');
  });

  it('is listed by status and kind', async () => {
    const { jobs } = await api.admin.read<{ jobs: { totalCount: number; nodes: Job[] } }>(
      '{ jobs(filter: { status: [STOPPED], kind: BULK_CREDIT }, first: 1) { totalCount nodes { id status } } }',
    );
    expect(jobs).toMatchObject({ totalCount: 4, nodes: [{ status: 'STOPPED' }] });
    expect(await api.admin.read('{ job(id: "made-up") { id } }')).toEqual({ job: null });
  });
});

describe('a file of customers', () => {
  const columns = ['customer_id', 'name', 'phone', 'email', 'language', 'amount', 'source', 'expires_on'];

  it('brings customers with wallets and opening balances, each once', async () => {
    const [there = ''] = await openWallets(api.app, [freshKey('there')]);
    const [a, b, c] = names(freshKey('new'), 3) as [string, string, string];
    const rows = [
      [a, 'Meenakshi Pillai', '98860 20114', 'meenu@example.com', 'hi', '250.50', 'PURCHASE', '2026-12-31'],
      [b, 'Omar Khan', '', '', '', '100', 'promotion', ''],
      [c, '=HYPERLINK("x")', '', '', '', '', '', ''],
      [there, 'Zoya', '', '', '', '500', '', ''],
      ['x', '', '', '', '', '', '', ''],
      ['y', 'Zoya', 'phone', '', '', '', '', ''],
      ['z', 'Zoya', '', 'nobody', '', '', '', ''],
      ['w', 'Zoya', '', '', '', '10', 'GIFT', ''],
      ['v', 'Zoya', '', '', '', '10', '', '2026-03-09'],
      ['u', 'Zoya', '', '', '', '10', '', '31/12/2026'],
    ];
    const { job, problems } = await uploaded(rows, { as: 'importCustomers', columns });
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      ...[
        [3, 'customer_id'],
        [4, 'name'],
        [5, 'phone'],
        [6, 'email'],
        [7, 'source'],
        [8, 'expires_on'],
      ],
      [9, 'expires_on'],
    ]);
    expect(await api.app.stores.customers.load([a])).toEqual(new Map());
    await steer('resumeJob', job);
    await finish();

    expect(await found(job)).toMatchObject({
      kind: 'CUSTOMER_IMPORT',
      status: 'DONE',
      done: 3,
      failed: 7,
      credited: { amount: '350.50' },
    });
    expect(await storedWallet(api.app, a)).toMatchObject({
      balance: 250_50n,
      lots: [{ funding: 'PURCHASED', expiresAt: Date.parse('2026-12-31T23:59:59.999+05:30') }],
    });
    expect(await storedWallet(api.app, b)).toMatchObject({
      balance: 100_00n,
      lots: [{ funding: 'GRANTED' }],
    });
    expect(await storedWallet(api.app, c)).toMatchObject({ balance: 0n, seq: 1 });
    expect(await totalOf([there])).toBe(0n);
    expect((await api.app.stores.customers.load([a])).get(a)).toMatchObject({
      name: 'Meenakshi Pillai',
      language: 'hi',
    });
    const again = await uploaded(rows, { as: 'importCustomers', columns });
    expect(again.job).toMatchObject({ fine: 0, refused: 10 });
    expect(codes(await steer('resumeJob', again.job))).toEqual(['INVALID_INPUT']);
  });

  it('says nothing any more of a customer who is erased', async () => {
    const [there = ''] = await openWallets(api.app, [freshKey('erased')]);
    const { job } = await uploaded([[there, 'Zoya', '', '', '', '', '', '']], {
      as: 'importCustomers',
      columns,
    });
    const people = new PersonStore(api.app.database);
    expect((await people.held(there))['job_parts']).toMatchObject([{ rows: [{ customerId: there }] }]);
    const act = actOf(callerOf('ADMIN'), {
      ...{ id: actId('eraseCustomer', there), at: api.app.now(), act: 'eraseCustomer' },
      subject: { kind: 'CUSTOMER', id: there },
    });
    await people.erase(there, act);
    expect((await found(job)).failedRows.nodes).toMatchObject([{ row: 0, cells: [] }]);
  });

  it('leaves out who is erased while the file waits, and says so', async () => {
    const ids = names(freshKey('waiting'), 2);
    const rows = ids.map((id) => [id, 'Zoya', '', '', '', '10', '', '']);
    const { job } = await uploaded(rows, { as: 'importCustomers', columns });
    const act = actOf(callerOf('ADMIN'), {
      ...{ id: actId('eraseCustomer', ids[0] ?? ''), at: api.app.now(), act: 'eraseCustomer' },
      subject: { kind: 'CUSTOMER', id: ids[0] ?? '' },
    });
    await new PersonStore(api.app.database).erase(ids[0] ?? '', act);
    await steer('resumeJob', job);
    await finish();

    expect(await found(job)).toMatchObject({
      ...{ status: 'DONE', done: 1, failed: 1, credited: { amount: '10.00' } },
      failedRows: { nodes: [{ row: 0, cells: [], problem: expect.stringContaining('erased') }] },
    });
  });
});

it('leaves the books in order', () => expectSound(api.app));
