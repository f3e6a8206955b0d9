import { readFileSync, readdirSync } from 'node:fs';

/** /proc counts in hundredths of a second, on every Linux. */
const TICKS_PER_SECOND = 100;
const LOOK_EVERY_MS = 2_000;

/**
 * The CPU seconds, user's and system's, of this process and of all that it started, whether still running (a mongod
 * that lives from step to step) or over. A process adds those that it has waited for to its own account; one whose
 * parent was killed is waited for by nobody here, so the meter looks around often enough to notice and keeps it in sight.
 */
export class CpuMeter {
  /** What belongs to this run, as it was seen last, by a name that no later process gets. */
  #seen = new Map();
  #orphans = new Set();
  /** Ticks of orphans that are over. */
  #ended = 0;
  #timer = setInterval(() => this.read(), LOOK_EVERY_MS).unref();

  /** Seconds so far; null where the system does not tell. */
  read() {
    const running = runningProcesses();
    const own = running?.get(process.pid);
    if (own === undefined) return null;
    this.#noteOrphans(running);
    const family = familyOf(running, (one) => one === own || this.#orphans.has(one.name));
    this.#seen = new Map(family.map((one) => [one.name, one]));
    const ticks = family.reduce((total, { ticks }) => total + ticks, this.#ended);
    return ticks / TICKS_PER_SECOND;
  }

  stop() {
    clearInterval(this.#timer);
  }

  #noteOrphans(running) {
    for (const [name, before] of this.#seen) {
      const now = running.get(before.id);
      if (now?.name === name) {
        if (now.parent !== before.parent) this.#orphans.add(name);
      } else if (this.#orphans.delete(name)) {
        this.#ended += before.ticks;
      }
    }
  }
}

/** The processes of this machine by their ids. */
function runningProcesses() {
  if (process.platform !== 'linux') return undefined;
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(ids.flatMap((id) => statOf(Number(id))).map((one) => [one.id, one]));
}

function statOf(id) {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    // The program's name comes second, in brackets, and may hold anything; numbers follow it.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const ticks = fields[11] + fields[12] + fields[13] + fields[14];
    return [{ id, parent: fields[1], ticks, name: `${id} started at ${fields[19]}` }];
  } catch {
    // It ended since the list was made.
    return [];
  }
}

function familyOf(running, isHead) {
  const children = new Map();
  for (const one of running.values()) children.set(one.parent, [...(children.get(one.parent) ?? []), one]);
  const family = new Set();
  const join = (one) => {
    if (family.has(one)) return;
    family.add(one);
    for (const child of children.get(one.id) ?? []) join(child);
  };
  for (const one of running.values()) if (isHead(one)) join(one);
  return [...family];
}
