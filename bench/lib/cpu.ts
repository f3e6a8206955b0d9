import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever its own clock does. */
const MICROSECONDS_PER_TICK = 10_000;
const USER_TIME = 11;
const SYSTEM_TIME = 12;

/** How much CPU time some processes have had since they started. Empty where the system does not say. */
export class CpuClock {
  readonly #processes: Readonly<Record<string, number>>;

  constructor(processes: Readonly<Record<string, number>>) {
    this.#processes = processes;
  }

  /** In microseconds, by name. */
  read(): Record<string, number> {
    if (process.platform !== 'linux') return {};
    return Object.fromEntries(
      Object.entries(this.#processes).map(([name, processId]) => [name, spentBy(processId)]),
    );
  }
}

function spentBy(processId: number): number {
  const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
  // The program's name stands in brackets and may hold anything; the figures come after it.
  const figures = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(figures[USER_TIME]) + Number(figures[SYSTEM_TIME])) * MICROSECONDS_PER_TICK;
}
