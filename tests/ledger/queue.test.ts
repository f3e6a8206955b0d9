import { CommandQueue, type Priority, type Queued } from '../../api/ledger/queue.ts';

interface Named extends Queued {
  readonly name: string;
}

function queueOf(capacity = 100_000): CommandQueue<Named> {
  return new CommandQueue(capacity);
}

function command(name: string, locks: readonly string[], priority: Priority = 'INTERACTIVE'): Named {
  return { name, locks, priority };
}

function walletsOf(count: number): string[] {
  return Array.from({ length: count }, (_, n) => `wallet-${n}`);
}

function namesOf(jobs: readonly Named[]): string[] {
  return jobs.map(({ name }) => name);
}

/** Lets batches come and go, two in flight, each time with new commands of people; returns what was taken in each. */
function underTraffic(
  queue: CommandQueue<Named>,
  wallets: readonly string[],
  batches: number,
  flights: Named[][] = [],
): string[][] {
  const taken: string[][] = [];
  for (let batch = 0; batch < batches; batch += 1) {
    for (const wallet of wallets) queue.add(command(`person on ${wallet}`, [wallet]));
    if (flights.length === 2) queue.release(flights.shift() ?? []);
    const jobs = queue.take(16);
    flights.push(jobs);
    taken.push(namesOf(jobs));
  }
  return taken;
}

describe('the queue', () => {
  it('gives background work an eighth of each batch while people wait, and all the rest while nobody does', () => {
    const queue = queueOf();
    const [people, jobs] = [walletsOf(200), walletsOf(200)];
    for (const id of people) queue.add(command('person', [`p-${id}`]));
    for (const id of jobs) queue.add(command('job', [`j-${id}`], 'BACKGROUND'));
    const shares = Array.from({ length: 8 }, () => namesOf(queue.take(32)).filter((name) => name === 'job'));
    expect(shares.slice(1, 7).map(({ length }) => length)).toEqual([4, 4, 4, 4, 4, 4]);
    expect(shares[7]?.length).toBeGreaterThan(4);
    expect(namesOf(queue.take(32))).toEqual(Array(32).fill('job'));
  });

  it('gives it every eighth batch where a batch is one command', () => {
    const queue = queueOf();
    for (const id of walletsOf(40)) queue.add(command('person', [id]));
    for (const id of walletsOf(40)) queue.add(command('job', [`j-${id}`], 'BACKGROUND'));
    const taken = Array.from({ length: 33 }, () => namesOf(queue.take(1)));
    expect(taken.flat().filter((name) => name === 'job')).toHaveLength(4);
  });

  it('lets a command that needs every wallet have them under steady traffic on all of them', () => {
    const queue = queueOf();
    const wallets = walletsOf(40);
    const flights: Named[][] = [];
    underTraffic(queue, wallets, 4, flights);
    queue.add(command('everybody', wallets, 'BACKGROUND'));
    const taken = underTraffic(queue, wallets, 8, flights);
    expect(taken.some((names) => names.includes('everybody'))).toBe(true);
  });

  it('lets people have their turn behind background commands that need every wallet, however many there are', () => {
    const queue = queueOf();
    const wallets = walletsOf(40);
    for (let n = 0; n < 50; n += 1) queue.add(command('everybody', wallets, 'BACKGROUND'));
    const taken = underTraffic(queue, wallets, 200).flat();
    const everybody = taken.filter((name) => name === 'everybody');
    expect(everybody.length).toBeGreaterThan(3);
    expect(everybody.length * wallets.length).toBeLessThan(taken.length / 4);
  });

  it('lets a person’s command on two busy documents have both', () => {
    const queue = queueOf();
    const wallets = walletsOf(2);
    const flights = [queue.take(1)];
    for (const wallet of wallets) queue.add(command('one', [wallet]));
    flights.push(queue.take(1), queue.take(1));
    queue.add(command('both', wallets));
    const taken: string[] = [];
    for (let n = 0; n < 20; n += 1) {
      // Never are both free at once, unless one is kept.
      for (const wallet of wallets) queue.add(command('one', [wallet]));
      queue.release(flights.shift() ?? []);
      const jobs = queue.take(1);
      flights.push(jobs);
      taken.push(...namesOf(jobs));
    }
    expect(taken).toContain('both');
  });

  it('keeps the order of arrival on each document', () => {
    const queue = queueOf();
    queue.add(command('first', ['a']));
    const first = queue.take(8);
    for (const name of ['second', 'third']) queue.add(command(name, ['a']));
    expect(queue.take(8)).toEqual([]);
    queue.add(command('elsewhere', ['b']));
    expect(namesOf(queue.take(8))).toEqual(['elsewhere']);
    queue.release(first);
    queue.add(command('fourth', ['a']));
    expect(namesOf(queue.take(8))).toEqual(['second', 'third', 'fourth']);
    expect(queue.length).toBe(0);
  });

  it('reaches those behind any number of commands that wait for one document', () => {
    const queue = queueOf();
    queue.add(command('first', ['a']));
    queue.take(8);
    for (let n = 0; n < 10_000; n += 1) queue.add(command('same', ['a']));
    queue.add(command('elsewhere', ['b']));
    expect(namesOf(queue.take(8))).toEqual(['elsewhere']);
  });

  it('keeps nothing for a command that waits for a document in trouble', () => {
    const queue = queueOf();
    queue.add(command('stuck', ['a']));
    const stuck = queue.take(8);
    queue.add(command('everybody', ['a', 'b'], 'BACKGROUND'));
    queue.add(command('kept back', ['b']));
    expect(queue.take(8)).toEqual([]);
    queue.trouble(stuck);
    expect(namesOf(queue.take(8))).toEqual(['kept back']);
    queue.add(command('later', ['b']));
    queue.release(stuck);
    expect(queue.length).toBe(2);
    expect(queue.take(8)).toEqual([]);
    queue.release([command('kept back', ['b'])]);
    expect(namesOf(queue.take(8)).sort()).toEqual(['everybody', 'later']);
  });

  it('does not let background work fill it', () => {
    const queue = queueOf(8);
    const taken = walletsOf(8).map((id) => queue.add(command('job', [id], 'BACKGROUND')));
    expect(taken.filter(Boolean)).toHaveLength(4);
    expect(queue.add(command('person', ['a']))).toBe(true);
  });
});
