import { writeFileSync } from 'node:fs';

/**
 * Runs checks one after another, each in spite of those that failed before it, and sums them up: a line per
 * check with its time, and a closing line with the totals. A check that runs many tests says how many passed
 * and failed; any other counts as one.
 */
export class Checklist {
  #results = [];

  async run(title, check) {
    console.log(`\n=== ${title}`);
    const startedAt = performance.now();
    const counts = await this.#outcome(check);
    const seconds = (performance.now() - startedAt) / 1000;
    this.#results.push({ title, seconds, ...counts });
    return counts.failed === 0;
  }

  /** Prints the summary, leaves the totals in a file if one is named, and returns the exit code. */
  close(totalsFile) {
    console.log('\n=== Summary');
    for (const { title, seconds, passed, failed } of this.#results) {
      const verdict = failed === 0 ? 'ok    ' : 'FAILED';
      console.log(`${verdict} ${title} (${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s)`);
    }
    const passed = this.#sum('passed');
    const failed = this.#sum('failed');
    if (totalsFile) writeFileSync(totalsFile, JSON.stringify({ passed, failed }));
    console.log(`\n${passed} passed, ${failed} failed`);
    return failed === 0 && passed > 0 ? 0 : 1;
  }

  async #outcome(check) {
    try {
      return (await check()) ?? { passed: 1, failed: 0 };
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1 };
    }
  }

  #sum(field) {
    return this.#results.reduce((total, result) => total + result[field], 0);
  }
}
