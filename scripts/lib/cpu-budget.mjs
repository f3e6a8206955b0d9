import { availableParallelism } from 'node:os';
import { runNode } from './child.mjs';
import { inProject } from './project.mjs';

/**
 * CPU seconds that a whole run may take, mongod, workers and Chromium included. A run that takes more has failed, even if
 * every test passed: a suite that is slow is run seldom. Raised only on purpose, with a record in docs/decisions.
 */
export const CPU_BUDGET = { 'npm test': 24 * 60, '.ci/run': 32 * 60 };

/**
 * What the reference work takes on the machine that the budget is meant for while all its cores are busy. Where it
 * takes twice as long, because the machine is slow or because others use it, a run may take twice as long too.
 */
const REFERENCE_SECONDS = 0.4;

/** How fast this machine is while a run lasts, looked at again and again because others come and go. */
export class MachineSpeed {
  #samples = [];

  /** Lets every core do the reference work at the same time, as the tests will. */
  async look() {
    const script = inProject('scripts', 'lib', 'reference-work.mjs');
    const copies = Array.from({ length: availableParallelism() }, () => runNode(script, [], { quiet: true }));
    for (const { output } of await Promise.all(copies)) this.#samples.push(Number(output));
  }

  /** How many times longer than on the machine of the budget everything takes here. */
  get slowness() {
    const total = this.#samples.reduce((sum, seconds) => sum + seconds, 0);
    return total / this.#samples.length / REFERENCE_SECONDS;
  }
}
