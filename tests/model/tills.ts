import { OutcomeUnknown, TryAgain } from '../../api/ledger/errors.ts';
import type { Policy } from '../../api/domain/policy.ts';
import type { Payments } from '../../api/payments/payment-provider.ts';
import { KEY_BYTES, Seals } from '../../api/secrets/seals.ts';
import { isUnreachable } from '../../api/persistence/transaction.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import type { TestClock } from '../support/clock.ts';
import type { Random } from './random.ts';
import { isOfStorm } from './weather.ts';

export interface TillSettings {
  readonly at: { readonly uri: string; readonly name: string };
  readonly policy: Policy;
  readonly payments: Payments;
  readonly clock: TestClock;
  readonly random: Random;
}

/** A process that runs out of time soon, and so has to say that it does not know. */
const HURRIED = { deadlineMs: 2_000 };
/** Processes of one installation make codes from the same key, and know each other's. */
const seals = new Seals([Buffer.alloc(KEY_BYTES, 'a key for tests')]);

/**
 * Two processes of the product on one database, and callers who never give up: an answer that is lost, late or uncertain is
 * asked for again with the same key, of either process, until there is one.
 */
export class Tills {
  /** How often an answer did not come the first time, and how often a process died. */
  unanswered = 0;
  crashes = 0;
  readonly #settings: TillSettings;
  #open: [TestApp, TestApp];
  #isOver = false;

  private constructor(settings: TillSettings, open: [TestApp, TestApp]) {
    this.#settings = settings;
    this.#open = open;
  }

  static async open(settings: TillSettings): Promise<Tills> {
    const { at, policy, clock, payments } = settings;
    const [calm, hurried] = await Promise.all([
      openTestApp(at, { policy, clock, payments, seals }),
      openTestApp(at, { policy, clock, payments, seals, engine: HURRIED }),
    ]);
    return new Tills(settings, [calm, hurried]);
  }

  /** One that is open, for looking at the database. */
  get any(): TestApp {
    return this.#open[0];
  }

  get both(): readonly [TestApp, TestApp] {
    return this.#open;
  }

  /** Mostly a customer is sent to the same process, as a load balancer would. */
  async send<A>(request: (app: TestApp) => Promise<A>, { home }: { home?: 0 | 1 } = {}): Promise<A> {
    const { random } = this.#settings;
    for (;;) {
      const app = home !== undefined && random.percent(85) ? this.#open[home] : random.pick(this.#open);
      try {
        return await request(app);
      } catch (error) {
        const isExpected =
          error instanceof TryAgain ||
          error instanceof OutcomeUnknown ||
          isUnreachable(error) ||
          isOfStorm(error);
        // A process that died answers nothing that counts.
        if (this.#isOver || (!isExpected && this.#open.includes(app))) throw error;
        this.unanswered += 1;
      }
    }
  }

  /** A process dies with all it was about to do: its connections break, and another takes its place. */
  async crash(): Promise<void> {
    const { at, policy, clock, random, payments } = this.#settings;
    const successor = await openTestApp(at, { policy, clock, payments, seals, engine: HURRIED });
    const which = random.below(2);
    const [dying, other] = which === 0 ? this.#open : [this.#open[1], this.#open[0]];
    this.#open = [successor, other];
    this.crashes += 1;
    await dying.database.getClient().close(true);
  }

  async close(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#open.map((app) => app.close()));
  }
}
