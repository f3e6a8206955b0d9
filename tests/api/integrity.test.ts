import { openTestApi } from '../support/api.ts';
import { unknownPaymentId } from '../support/reviews.ts';

const api = openTestApi();

/** So late that the database does not forget them. */
const [FIRST, SECOND] = [Date.UTC(2090, 0, 1), Date.UTC(2090, 0, 2)];

const INTEGRITY = `{
  integrity { lastAudit { startedAt finishedAt wallets entries violations notices findings { invariant rule record entry problem } } }
}`;

describe('integrity', () => {
  it('says what waits to be done, and for how long', async () => {
    const read = async () => {
      const query = '{ integrity { backlogs { kind waiting since lagSeconds } } }';
      return (await api.admin.read<{ integrity: { backlogs: object[] } }>(query)).integrity.backlogs;
    };
    const nothing = { waiting: 0, since: null, lagSeconds: 0 };
    expect(await read()).toEqual(
      ['EXPIRIES', 'PAYMENTS', 'NOTIFICATIONS', 'REVIEWS', 'APPROVALS', 'JOBS'].map((kind) => ({
        ...{ kind, ...nothing },
        ...(kind === 'PAYMENTS' && { waiting: null }),
      })),
    );

    await api.fundedWallet('asha', '50', { expiresAt: '2026-03-11T00:00:00+05:30' });
    await api.staff.act('addCredits', {
      ...{ customerId: 'asha', amount: { amount: '5' }, reason: 'Sorry' },
    });
    await unknownPaymentId(api.app);
    api.app.clock.set('2026-03-12T01:00:00+05:30');

    expect(await read()).toMatchObject([
      { kind: 'EXPIRIES', waiting: 1, lagSeconds: 3_600 },
      { kind: 'PAYMENTS' },
      { kind: 'NOTIFICATIONS', waiting: 0 },
      { kind: 'REVIEWS', waiting: 1 },
      { kind: 'APPROVALS', waiting: 1 },
      { kind: 'JOBS', waiting: 0 },
    ]);
  });

  it('is nothing before the first audit, and then what the last one found', async () => {
    expect(await api.admin.read(INTEGRITY)).toEqual({ integrity: { lastAudit: null } });

    const finding = {
      invariant: 'I6',
      rule: 'Numbered.',
      record: 'asha',
      entry: null,
      problem: 'It is not.',
    };
    const counts = { wallets: 2, entries: 30, notices: ['A note.'] };
    const run = { ...counts, startedAt: FIRST, finishedAt: FIRST + 60_000 };
    await api.app.stores.audits.save({ ...run, day: '2090-01-01', violations: 0, findings: [] });
    const later = { startedAt: SECOND, finishedAt: SECOND + 60_000 };
    await api.app.stores.audits.save({
      ...{ ...counts, ...later, day: '2090-01-02', violations: 1, findings: [finding] },
    });

    expect(await api.admin.read(INTEGRITY)).toEqual({
      integrity: {
        lastAudit: {
          ...{ ...counts, violations: 1, findings: [finding] },
          ...{ startedAt: '2090-01-02T00:00:00.000Z', finishedAt: '2090-01-02T00:01:00.000Z' },
        },
      },
    });
  });
});
