/** Background work (expiry, bulk) has its share of each batch; the rest is for what people wait for. */
export type Priority = 'INTERACTIVE' | 'BACKGROUND';

export interface Queued {
  readonly priority: Priority;
  /** The documents that the command may change. */
  readonly locks: readonly string[];
}

/** A command in the queue. */
interface Place<J> {
  readonly job: J;
  /** Its number in the order of arrival. */
  readonly order: number;
  /** How often it could not be taken because somebody had one of its documents. */
  passed: number;
}

/** As long as people wait, one in so many documents of a batch is for background work. */
const ONE_IN = 8;
/** How many commands a batch looks at once it has some. Those that wait for a document are put aside for the next one. */
const WINDOW = 1_024;
/** A command for several documents at once that has been passed over so often has them kept for it. */
const PATIENCE = 3;

/**
 * Commands waiting for a batch, with a bound. One on a document of a batch in flight waits for it, and those behind it on the
 * same document stay behind it; all others may overtake, so a process never conflicts with itself. Who needs many documents
 * would hardly ever find all of them free: when its turn has come, they are kept for it, and younger commands on them wait
 * (decision 20).
 */
export class CommandQueue<J extends Queued> {
  readonly #capacity: number;
  /** How many taken commands have a document. */
  readonly #held = new Map<string, number>();
  /** Documents of commands that make no headway. */
  readonly #troubled = new Set<string>();
  readonly #lines: Record<Priority, Place<J>[]> = { INTERACTIVE: [], BACKGROUND: [] };
  /** Those that wait for a document, by that document; nobody looks at them until it is free. */
  readonly #parked = new Map<string, Place<J>[]>();
  /** Those for which their documents are kept, the first before the next. */
  #claiming: Place<J>[] = [];
  readonly #lengths: Record<Priority, number> = { INTERACTIVE: 0, BACKGROUND: 0 };
  #arrived = 0;
  /** How many documents background work may take now although people wait; below zero after one command has taken many. */
  #credit = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get length(): number {
    return this.#lengths.INTERACTIVE + this.#lengths.BACKGROUND;
  }

  /** False when the queue is full, half of it for background work; then the command was not taken. */
  add(job: J): boolean {
    const { priority } = job;
    if (this.length >= this.#capacity) return false;
    if (priority === 'BACKGROUND' && this.#lengths.BACKGROUND >= Math.ceil(this.#capacity / 2)) return false;
    this.#lines[priority].push({ job, order: (this.#arrived += 1), passed: 0 });
    this.#lengths[priority] += 1;
    return true;
  }

  /** Takes at most `limit` commands, each kind in the order of arrival, and locks their documents. */
  take(limit: number): J[] {
    const kept = new Set<string>();
    const taken = this.#takeClaiming(kept);
    this.#takeShare(taken, limit, kept);
    this.#takeLine('INTERACTIVE', taken, limit - taken.length, kept);
    this.#takeLine('BACKGROUND', taken, limit - taken.length, kept);
    if (taken.length > 0) this.#credit = Math.min(Math.max(1, shareOf(limit)), this.#credit + shareOf(limit));
    const jobs = taken.map(({ job }) => job);
    for (const { priority, locks } of jobs) {
      this.#lengths[priority] -= 1;
      for (const lock of locks) this.#held.set(lock, (this.#held.get(lock) ?? 0) + 1);
    }
    return jobs;
  }

  /** Says that these make no headway: nobody keeps other documents while it waits for theirs. */
  trouble(jobs: readonly J[]): void {
    for (const job of jobs) for (const lock of job.locks) this.#troubled.add(lock);
  }

  /** Lets others at the documents of commands that are done. */
  release(jobs: readonly J[]): void {
    const free: string[] = [];
    for (const job of jobs) {
      for (const lock of job.locks) {
        const holders = (this.#held.get(lock) ?? 1) - 1;
        if (holders > 0) this.#held.set(lock, holders);
        else if (this.#held.delete(lock)) free.push(lock);
      }
    }
    for (const lock of free) this.#troubled.delete(lock);
    this.#wake(free);
  }

  #takeClaiming(kept: Set<string>): Place<J>[] {
    const taken: Place<J>[] = [];
    const claiming = this.#claiming;
    this.#claiming = [];
    for (const place of claiming) {
      const obstacle = this.#obstacle(place, kept);
      if (obstacle === undefined) taken.push(place);
      else if (this.#troubled.has(obstacle)) this.#stepAside(place, obstacle);
      else this.#claim(place, kept);
    }
    return taken;
  }

  /** Background work whose turn it is, though people wait. */
  #takeShare(taken: Place<J>[], limit: number, kept: Set<string>): void {
    const line = this.#lines.BACKGROUND;
    let looked = 0;
    for (let place = line[0]; place && this.#credit >= 1 && taken.length < limit; place = line[looked]) {
      looked += 1;
      const obstacle = this.#obstacle(place, kept);
      const isStuck = obstacle !== undefined && this.#troubled.has(obstacle);
      if (!isStuck) this.#credit -= weightOf(place.job);
      if (obstacle === undefined) taken.push(place);
      else if (isStuck) this.#park(place, obstacle);
      else this.#claim(place, kept);
    }
    line.splice(0, looked);
  }

  #takeLine(priority: Priority, taken: Place<J>[], room: number, kept: Set<string>): void {
    const line = this.#lines[priority];
    let left = room;
    let looked = 0;
    while (looked < line.length && left > 0 && (looked < WINDOW || taken.length === 0)) {
      const place = line[looked++] as Place<J>;
      const obstacle = this.#obstacle(place, kept);
      if (obstacle === undefined) {
        left -= weightOf(place.job);
        taken.push(place);
      } else this.#passOver(place, obstacle, kept);
    }
    line.splice(0, looked);
  }

  /** A document that the command cannot have now, if there is one. */
  #obstacle({ job: { locks } }: Place<J>, kept: ReadonlySet<string>): string | undefined {
    if (this.#troubled.size > 0) for (const lock of locks) if (this.#troubled.has(lock)) return lock;
    for (const lock of locks) if (this.#held.has(lock) || kept.has(lock)) return lock;
    return undefined;
  }

  #passOver(place: Place<J>, obstacle: string, kept: Set<string>): void {
    const { priority, locks } = place.job;
    place.passed += 1;
    // Background work has its documents kept for it only as far as its share goes.
    const isPatient = locks.length === 1 || priority === 'BACKGROUND' || place.passed <= PATIENCE;
    if (isPatient || this.#troubled.has(obstacle)) this.#park(place, obstacle);
    else this.#claim(place, kept);
  }

  #claim(place: Place<J>, kept: Set<string>): void {
    this.#claiming.push(place);
    for (const lock of place.job.locks) kept.add(lock);
  }

  /** What stands still must not spread: who waits for it gives up what was kept for it, and has its turn later. */
  #stepAside(place: Place<J>, obstacle: string): void {
    const { priority, locks } = place.job;
    if (priority === 'BACKGROUND') this.#credit += weightOf(place.job);
    this.#wake(locks.filter((lock) => !this.#held.has(lock)));
    this.#park(place, obstacle);
  }

  #park(place: Place<J>, lock: string): void {
    const parked = this.#parked.get(lock);
    if (parked) parked.push(place);
    else this.#parked.set(lock, [place]);
  }

  /** Puts those who wait for these documents back into their lines, where they stood by their age. */
  #wake(locks: readonly string[]): void {
    if (this.#parked.size === 0) return;
    const woken: Record<Priority, Place<J>[]> = { INTERACTIVE: [], BACKGROUND: [] };
    for (const lock of locks) {
      for (const place of this.#parked.get(lock) ?? []) woken[place.job.priority].push(place);
      this.#parked.delete(lock);
    }
    for (const priority of ['INTERACTIVE', 'BACKGROUND'] as const) {
      if (woken[priority].length > 0) this.#lines[priority] = merged(woken[priority], this.#lines[priority]);
    }
  }
}

/** Some who come back, and a line, in the order of arrival. Mostly they are older than all of the line. */
function merged<P extends { readonly order: number }>(some: P[], line: readonly P[]): P[] {
  const front: P[] = [];
  let next = 0;
  for (const place of some.sort((a, b) => a.order - b.order)) {
    for (let older = line[next]; older && older.order < place.order; older = line[next]) {
      front.push(older);
      next += 1;
    }
    front.push(place);
  }
  return front.concat(line.slice(next));
}

/** How much of a batch a command takes: of background work each document counts, because one command may name a thousand. */
function weightOf({ priority, locks }: Queued): number {
  return priority === 'BACKGROUND' ? locks.length : 1;
}

/** What background work may take of each batch; where a batch is a single command, every eighth. */
function shareOf(limit: number): number {
  return limit > 1 ? Math.max(1, limit / ONE_IN) : 1 / ONE_IN;
}
