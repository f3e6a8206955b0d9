import { openTestApi } from '../support/api.ts';

const api = openTestApi();

/** So late that the database does not forget them. */
const [FIRST, SECOND] = [Date.UTC(2090, 0, 1), Date.UTC(2090, 0, 2)];

const INTEGRITY = `{
  integrity { lastAudit { startedAt finishedAt wallets entries violations notices findings { invariant rule record entry problem } } }
}`;

describe('integrity', () => {
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
