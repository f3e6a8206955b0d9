import { TryAgain } from '../../api/ledger/errors.ts';
import { deductCredits } from '../../api/services/deduct-credits.ts';
import { callerOf, openTestApp, type TestApp } from './app.ts';
import { amountOf, keyOf, walletOf, type Answered, type Plan } from './worker.ts';

/** A process of the API as far as money goes: works through a plan and says each answer as it comes. */
const plan = JSON.parse(process.argv[2] ?? '') as Plan;
const app = await openTestApp({ uri: plan.uri, name: plan.name });
await Promise.all(Array.from({ length: plan.concurrency }, (_, caller) => work(app, caller)));
await app.close();

async function work(own: TestApp, caller: number): Promise<void> {
  for (let step = caller; step < plan.steps; step += plan.concurrency) say(await carryOut(own, step));
}

/** Sends a step again as long as it is told to, as every client should: a killed process leaves wallets held for a while. */
async function carryOut(own: TestApp, step: number): Promise<Answered> {
  for (;;) {
    const answered = await attempt(own, step);
    if (answered.answer !== 'TRY_AGAIN') return answered;
  }
}

async function attempt(own: TestApp, step: number): Promise<Answered> {
  const key = keyOf(plan, step);
  const input = { customerId: walletOf(plan, step), amount: amountOf(step), idempotencyKey: key };
  const sent = deductCredits(own, callerOf('ADMIN'), { ...input, orderId: key, reason: null });
  return sent.then(
    (outcome) => ({
      step,
      answer: 'refused' in outcome ? outcome.refused.code : outcome.replayed ? 'REPLAYED' : 'DONE',
      entryId: 'entry' in outcome ? outcome.entry.id : null,
    }),
    (error: unknown) => ({
      step,
      answer: error instanceof TryAgain ? 'TRY_AGAIN' : String(error),
      entryId: null,
    }),
  );
}

/** Pipes are written at once, so what was said has left this process whatever happens to it next. */
function say(answered: Answered): void {
  process.stdout.write(`${JSON.stringify(answered)}\n`);
}
