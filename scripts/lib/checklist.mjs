import { writeFileSync } from 'node:fs';
import { MachineSpeed } from './cpu-budget.mjs';
import { CpuMeter } from './cpu-meter.mjs';

/**
 * Runs checks one after another, each in spite of those that failed before it, and sums them up: a line per
 * check with its time and its CPU, and a closing line with the totals. A check that runs many tests says how many
 * passed and failed, and which failed why; any other counts as one. With a budget, a run that took more CPU than that
 * has failed. What failed is told once more at the end, since of a long log often the end alone is kept.
 */
export class Checklist {
  #results = [];
  #meter = new CpuMeter();
  #speed = new MachineSpeed();
  #budget;

  /** `budget` is in CPU seconds of the machine that cpu-budget.mjs speaks of. */
  constructor({ budget } = {}) {
    this.#budget = budget;
    if (budget !== undefined) this.#speed.start();
  }

  async run(title, check) {
    console.log(`\n=== ${title}`);
    const startedAt = performance.now();
    const before = this.#cpu();
    const counts = await this.#outcome(check);
    const seconds = (performance.now() - startedAt) / 1000;
    const cpu = before === null ? null : this.#cpu() - before;
    console.log(`\n${title}: ${inWords(cpu)}`);
    this.#results.push({ title, seconds, cpu, ...counts });
    return counts.failed === 0;
  }

  /** Prints the summary, leaves the totals in a file if one is named, and returns the exit code. */
  async close(totalsFile) {
    await this.#speed.stop();
    this.#meter.stop();
    if (this.#budget !== undefined) this.#results.push(this.#keptToBudget());
    console.log('\n=== Summary');
    for (const { title, seconds, cpu, passed, failed } of this.#results) {
      const verdict = failed === 0 ? 'ok    ' : 'FAILED';
      const times = seconds === undefined ? '' : `, ${seconds.toFixed(1)} s, ${inWords(cpu)}`;
      console.log(`${verdict} ${title} (${passed} passed, ${failed} failed${times})`);
    }
    const passed = this.#sum('passed');
    const failed = this.#sum('failed');
    const failures = this.#results.flatMap((result) => result.failures ?? []);
    for (const failure of failures) console.log(`\n${failure}`);
    if (totalsFile) writeFileSync(totalsFile, JSON.stringify({ passed, failed, failures }));
    console.log(`\n${passed} passed, ${failed} failed`);
    return failed === 0 && passed > 0 ? 0 : 1;
  }

  /** CPU seconds of the checks so far; null where it is not known. */
  #cpu() {
    const read = this.#meter.read();
    return read === null ? null : read - this.#speed.spent;
  }

  #keptToBudget() {
    const used = this.#results.every(({ cpu }) => cpu !== null) ? this.#sum('cpu') : null;
    if (used === null)
      return { title: 'Budget: not compared, the CPU is not known here', passed: 1, failed: 0 };
    const { slowness } = this.#speed;
    const allowed = this.#budget * slowness;
    const title = `Budget: CPU ${Math.round(used)} of ${Math.round(allowed)} s (${this.#budget} s × ${slowness.toFixed(2)}, as slow as this machine was)`;
    return used <= allowed ? { title, passed: 1, failed: 0 } : { title, passed: 0, failed: 1 };
  }

  async #outcome(check) {
    try {
      return (await check()) ?? { passed: 1, failed: 0 };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      console.error(message);
      return { passed: 0, failed: 1, failures: [message] };
    }
  }

  #sum(field) {
    return this.#results.reduce((total, result) => total + result[field], 0);
  }
}

function inWords(cpu) {
  return cpu === null ? 'CPU not known' : `CPU ${cpu.toFixed(1)} s`;
}
