import { keyedEntryId } from '../../api/services/idempotency.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { damageIn, journalOf } from '../support/check-journal.ts';
import { openTestDatabase } from '../support/database.ts';
import { openFunded } from '../support/spending.ts';
import { keyOf, walletOf, Worker, type Answered, type Plan } from '../support/worker.ts';

const at = openTestDatabase();
let app: TestApp;

beforeAll(async () => (app = await openTestApp(at)));
afterAll(() => app.close());

const wallets = Array.from({ length: 12 }, (_, n) => `killed-${n}`);
const plan: Plan = { ...at, wallets, steps: 6_000, concurrency: 48, prefix: 'killed' };

/** The steps that the journals know of, each as often as it was booked. */
async function bookedSteps(): Promise<number[]> {
  const stepOf = new Map(
    Array.from({ length: plan.steps }, (_, step) => [
      keyedEntryId(walletOf(plan, step), keyOf(plan, step)),
      step,
    ]),
  );
  const journals = await Promise.all(wallets.map((id) => journalOf(app, id)));
  const debits = journals.flat().filter((entry) => entry.kind === 'DEBIT');
  return debits.map((entry) => stepOf.get(entry.id) ?? -1);
}

function stepsOf(answers: readonly Answered[], answer: string): number[] {
  return answers.filter((answered) => answered.answer === answer).map(({ step }) => step);
}

describe('a process that is killed in the middle of its work', () => {
  it('has done all it said and nothing twice, and its successor finds out about the rest by key', async () => {
    await openFunded(app, wallets, 50_000_00n);
    const acknowledged = new Set<number>();
    for (const killAfter of [50, 400, 1_500]) {
      const worker = new Worker(plan);
      await worker.answered(killAfter);
      await worker.kill();
      // What was done before it said so again, and never as something new.
      for (const step of stepsOf(worker.answers, 'DONE')) expect(acknowledged).not.toContain(step);
      for (const { step, answer } of worker.answers) {
        expect(['DONE', 'REPLAYED']).toContain(answer);
        acknowledged.add(step);
      }
      const booked = await bookedSteps();
      expect(new Set(booked).size).toBe(booked.length);
      expect([...acknowledged].filter((step) => !booked.includes(step))).toEqual([]);
      expect(booked).not.toContain(-1);
      expect(await damageIn(app)).toEqual([]);
    }

    const booked = new Set(await bookedSteps());
    const answers = await new Worker(plan).finished();
    expect(new Set(stepsOf(answers, 'REPLAYED'))).toEqual(booked);
    expect(stepsOf(answers, 'DONE')).toHaveLength(plan.steps - booked.size);
    expect((await bookedSteps()).sort((a, b) => a - b)).toEqual([...Array(plan.steps).keys()]);
    expect(await damageIn(app)).toEqual([]);
  }, 120_000);
});
