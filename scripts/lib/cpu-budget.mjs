import { runNode } from './child.mjs';
import { inProject } from './project.mjs';

/**
 * CPU seconds that a whole run may take, mongod, workers and Chromium included. A run that takes more has failed, even if
 * every test passed: a suite that is slow is run seldom. Raised only on purpose, with a record in docs/decisions.
 */
export const CPU_BUDGET = { 'npm test': 43 * 60, '.ci/run': 52 * 60 };

/**
 * What the reference work takes on the machine that the budget is meant for while tests keep all its cores busy. Where it
 * takes twice as long, because the machine is slow or because others use it, a run may take twice as long too.
 */
const REFERENCE_SECONDS = 0.4;

/** One look takes about half a second of one core, so all of them together take about two in a hundred of a run. */
const LOOK_EVERY_MS = 20_000;

/**
 * How fast this machine is while a run lasts, looked at again and again beside the tests: others come and go, and a machine
 * that is quick when it has nothing to do need not be so when it is busy.
 */
export class MachineSpeed {
  #samples = [];
  #look = null;
  #timer = null;

  start() {
    this.#lookOnce();
    this.#timer = setInterval(() => this.#lookOnce(), LOOK_EVERY_MS);
  }

  async stop() {
    clearInterval(this.#timer);
    await this.#look;
  }

  /** CPU seconds that the looks themselves took. */
  get spent() {
    return this.#samples.reduce((sum, seconds) => sum + seconds, 0);
  }

  /** How many times longer than on the machine of the budget everything takes here. */
  get slowness() {
    return this.spent / this.#samples.length / REFERENCE_SECONDS;
  }

  #lookOnce() {
    // Where everything has come to a stop, looks must not pile up.
    this.#look ??= runNode(inProject('scripts', 'lib', 'reference-work.mjs'), [], { quiet: true })
      .then(({ output }) => this.#samples.push(Number(output)))
      .finally(() => (this.#look = null));
  }
}
