import { codesOfBatch, codesToldUntil } from '../../api/services/queries/export-gift-codes.ts';
import { findJob } from '../../api/services/queries/find-jobs.ts';
import { runJobs } from '../../api/services/run-job.ts';
import { openTestApi, type Payload } from '../support/api.ts';
import { freshKey, testPolicy } from '../support/app.ts';
import { expectSound } from '../support/audit.ts';

const each = 1_00_000_00n;
const { STAFF, ADMIN } = testPolicy.approvals.limits;
const limits = { STAFF, ADMIN: { ...ADMIN, bulkAddCredits: { each, day: 5n * each } } };
const api = openTestApi({ policy: { approvals: { ...testPolicy.approvals, limits } } });

const JOB = 'id kind status total done failed amount { amount } codesUrl';
type Answer = Payload & { readonly job: { readonly id: string } & Readonly<Record<string, unknown>> };

const start = (more: object = {}) =>
  api.admin.act<Answer>(
    'startGiftCardBatch',
    { count: 3, amount: { amount: '200' }, reason: 'Store opening', ...more },
    `replayed job { ${JOB} }`,
  );
const resume = (jobId: string) =>
  api.admin.act<Answer & { approval: { id: string } | null }>(
    'resumeJob',
    { jobId },
    `job { ${JOB} } approval { id }`,
  );
const runAll = async () => {
  while ((await runJobs(api.app)).parts > 0);
};
const jobOf = async (globalId: string) => {
  const job = await findJob(api.app, Buffer.from(globalId, 'base64url').toString().slice('Job:'.length));
  if (!job) throw new Error('There is no such job.');
  return job;
};
async function codesOf(jobId: string) {
  const cards = [];
  for await (const page of codesOfBatch(api.app, await jobOf(jobId))) cards.push(...page);
  return cards;
}

describe('startGiftCardBatch', () => {
  it('issues nothing before somebody lets it begin, and then every card once', async () => {
    const idempotencyKey = freshKey('batch');
    const { job } = await start({ count: 501, amount: { amount: '150' }, idempotencyKey });
    expect(job).toMatchObject({
      ...{ kind: 'GIFT_CARD_BATCH', status: 'CHECKED', total: 501, amount: { amount: '75150.00' } },
      codesUrl: null,
    });
    expect(await start({ count: 501, amount: { amount: '150' }, idempotencyKey })).toMatchObject({
      replayed: true,
    });
    expect((await start({ count: 500, idempotencyKey })).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_CONFLICT' },
    ]);
    await runAll();
    expect(await codesOf(job.id)).toEqual([]);

    expect(await resume(job.id)).toMatchObject({ approval: null, job: { status: 'RUNNING' } });
    await runAll();

    const cards = await codesOf(job.id);
    expect(cards.map(({ number }) => number)).toEqual(Array.from({ length: 501 }, (_, n) => n + 1));
    expect(new Set(cards.map(({ code }) => code)).size).toBe(501);
    expect(cards.filter(({ card }) => card.initial === 150_00n)).toHaveLength(501);
    await api.openWallet('asha');
    const code = cards[500]?.code;
    expect(
      await api.customer('asha').act('claimGiftCard', { code }, 'wallet { balance { amount } }'),
    ).toMatchObject({
      ...{ userErrors: [], wallet: { balance: { amount: '150.00' } } },
    });
    expect((await codesOf(job.id))[500]).toMatchObject({ status: 'CLAIMED' });
  });

  it('tells its codes for thirty days, and those of cards that got another not at all', async () => {
    const { job } = await start();
    await resume(job.id);
    await runAll();
    const [first] = await codesOf(job.id);
    const giftCardId = Buffer.from(`GiftCard:${first?.card.id}`).toString('base64url');
    await api.admin.act('reissueGiftCard', { giftCardId, reason: 'Lost' }, 'code');

    expect((await codesOf(job.id)).map(({ code }) => code === null)).toEqual([true, false, false]);
    const until = codesToldUntil(await jobOf(job.id));
    expect(until).toBe(api.app.now() + 30 * 86_400_000);
  });

  it('needs another admin where it is more than one gives out alone', async () => {
    const { job } = await start({ count: 20, amount: { amount: '9000' } });
    const { approval, job: waiting } = await resume(job.id);
    expect(waiting).toMatchObject({ status: 'CHECKED' });
    await runAll();
    expect(await codesOf(job.id)).toEqual([]);

    const verdict = { approvalId: approval?.id, verdict: 'APPROVE' };
    const decided = await api.as('ADMIN', 'leela').act('decideApproval', verdict, 'replayed');
    expect(decided.userErrors).toEqual([]);
    await runAll();

    expect(await codesOf(job.id)).toHaveLength(20);
  });

  it('keeps to amounts and counts, and issues none whose last day is over by then', async () => {
    const refused = async (more: object) => (await start(more)).userErrors;
    expect(await refused({ count: 100_001 })).toMatchObject([
      { code: 'INVALID_INPUT', field: ['input', 'count'] },
    ]);
    expect(await refused({ amount: { amount: '5' } })).toMatchObject([{ code: 'AMOUNT_OUT_OF_RANGE' }]);
    expect(await refused({ reason: ' ' })).toMatchObject([{ code: 'INVALID_INPUT' }]);
    const { job } = await start({ expiresAt: new Date(api.app.now()).toISOString() });
    api.app.clock.advance({ days: 1 });
    await resume(job.id);
    await runAll();
    const after = await jobOf(job.id);
    expect(after).toMatchObject({ status: 'DONE', done: 0, failed: 3 });
  });

  it('leaves nothing that an audit finds', () => expectSound(api.app));
});
