import { DatabaseClock } from '../../api/ledger/database-clock.ts';

const NOON = Date.parse('2026-03-10T12:00:00+05:30');
const clocks: DatabaseClock[] = [];

afterEach(() => {
  for (const clock of clocks.splice(0)) clock.stop();
});

/** A database and a machine, each with a clock that can be set, on a day that passes when the test says so. */
class Day {
  primary = NOON;
  wall = NOON;
  elapsed = 5_000;
  asked = 0;
  isAway = false;
  /** How long the next answers take. */
  readonly delays: number[] = [];
  readonly changes: string[] = [];
  tellOfAnother = () => {};

  pass(ms: number): void {
    this.primary += ms;
    this.wall += ms;
    this.elapsed += ms;
  }

  async open(): Promise<DatabaseClock> {
    const clock = await DatabaseClock.open({
      ask: async () => {
        this.asked += 1;
        if (this.isAway) throw new Error('No primary answers.');
        const delay = this.delays.shift() ?? 0;
        this.pass(delay / 2);
        const time = this.primary;
        this.pass(delay / 2);
        return time;
      },
      whenAnother: (tell) => {
        this.tellOfAnother = tell;
        return () => {};
      },
      wall: () => this.wall,
      elapsed: () => this.elapsed,
      bounds: { expiryMs: 2_000, writesMs: 5_000 },
      onChange: (trust, skewMs) => this.changes.push(`${trust} ${skewMs}`),
    });
    clocks.push(clock);
    return clock;
  }
}

describe('the time', () => {
  it("is the primary's, whatever the clock of the machine says", async () => {
    const day = new Day();
    day.wall += 86_400_000;
    const clock = await day.open();
    day.pass(90_000);
    expect(clock.now()).toBe(NOON + 90_000);
    expect(clock.skewMs()).toBe(86_400_000);
  });

  it('is taken from the quickest of several answers, half way between question and answer', async () => {
    const day = new Day();
    day.delays.push(900, 40, 700, 8, 300);
    const clock = await day.open();
    expect(clock.now()).toBe(day.primary);
  });

  it('does not move when the clock of the machine is set', async () => {
    const day = new Day();
    const clock = await day.open();
    day.wall -= 3_600_000;
    expect(clock.now()).toBe(NOON);
    day.wall += 7_200_000;
    expect(clock.now()).toBe(NOON);
  });

  it('stands still rather than run backwards when it turns out to be a little ahead', async () => {
    const day = new Day();
    const clock = await day.open();
    const before = clock.now();
    day.primary -= 3_000;
    day.wall -= 3_000;
    await clock.measure();
    expect(clock.now()).toBe(before);
    day.pass(2_000);
    expect(clock.now()).toBe(before);
    day.pass(1_500);
    expect(clock.now()).toBe(before + 500);
  });

  it('goes back when it was so far ahead that nothing was written by it', async () => {
    const day = new Day();
    day.primary += 86_400_000;
    const clock = await day.open();
    expect(clock.now()).toBe(NOON + 86_400_000);
    day.primary -= 86_400_000;
    day.tellOfAnother();
    await clock.measure();
    expect([clock.now(), clock.trust()]).toEqual([NOON, 'FULL']);
  });
});

describe('what may be done at that time', () => {
  it.each([
    [0, 'FULL'],
    [2_000, 'FULL'],
    [2_001, 'NO_EXPIRY'],
    [-2_001, 'NO_EXPIRY'],
    [5_000, 'NO_EXPIRY'],
    [5_001, 'NO_WRITES'],
    [-86_400_000, 'NO_WRITES'],
  ])('with the clock of the machine %d ms ahead is %s', async (ms, trust) => {
    const day = new Day();
    day.wall += ms;
    expect((await day.open()).trust()).toBe(trust);
  });

  it('is known at once when the clock of the machine is set, and told once each way', async () => {
    const day = new Day();
    const clock = await day.open();
    day.wall += 86_400_000;
    expect([clock.trust(), clock.trust()]).toEqual(['NO_WRITES', 'NO_WRITES']);
    day.wall -= 86_400_000;
    expect(clock.trust()).toBe('FULL');
    expect(day.changes).toEqual(['NO_WRITES 86400000', 'FULL 0']);
  });

  it('is everything again as soon as the primary was asked after the machine had slept', async () => {
    const day = new Day();
    const clock = await day.open();
    day.pass(10_000);
    // The clock that only moves forward stood still meanwhile.
    day.primary += 3_600_000;
    day.wall += 3_600_000;
    expect(clock.trust()).toBe('NO_WRITES');
    await clock.measure();
    expect([clock.trust(), clock.now()]).toEqual(['FULL', day.primary]);
  });

  it('is learnt without asking for ever: once a second, and not again while the answer stands', async () => {
    const day = new Day();
    const clock = await day.open();
    const opened = day.asked;
    day.pass(10_000);
    day.isAway = true;
    day.wall += 60_000;
    for (let n = 0; n < 100; n += 1) clock.trust();
    await clock.measure();
    expect(day.asked).toBe(opened + 1);
    day.isAway = false;
    day.pass(1_001);
    clock.trust();
    await clock.measure();
    day.pass(20_000);
    for (let n = 0; n < 100; n += 1) clock.trust();
    expect(day.asked).toBe(opened + 6);
    expect(clock.trust()).toBe('NO_WRITES');
  });
});

it('is not opened when no primary answers', async () => {
  const day = new Day();
  day.isAway = true;
  await expect(day.open()).rejects.toThrow('No primary answers');
});
