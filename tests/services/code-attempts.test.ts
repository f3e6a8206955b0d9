import { CodeAttempts, codeTerms } from '../../api/services/code-attempts.ts';

const { stepMs } = codeTerms;

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** What was answered so many milliseconds after it was asked; undefined for nothing yet. */
async function answeredAfter(ms: number, answer: object | null, workMs = 0): Promise<unknown> {
  let answered: unknown;
  const work = () => new Promise<object | null>((resolve) => setTimeout(() => resolve(answer), workMs));
  void new CodeAttempts(codeTerms, () => 0).evenly(work).then((value) => (answered = value));
  await jest.advanceTimersByTimeAsync(ms);
  return answered;
}

describe('what tells nothing of a code', () => {
  const silent = [
    { refused: { code: 'CODE_NOT_USABLE' } },
    { refused: { code: 'TOO_MANY_ATTEMPTS', waitSeconds: 9 } },
    null,
  ];

  it.each(silent)('is answered a step after it was asked, however soon it was known: %j', async (answer) => {
    for (const workMs of [0, 7, stepMs - 1]) {
      expect(await answeredAfter(stepMs - 1, answer, workMs)).toBeUndefined();
      expect(await answeredAfter(stepMs, answer, workMs)).toBe(answer);
    }
  });

  it('is answered at the step after that where it took longer', async () => {
    const [answer] = silent;
    expect(await answeredAfter(2 * stepMs - 1, answer ?? null, stepMs + 7)).toBeUndefined();
    expect(await answeredAfter(2 * stepMs, answer ?? null, stepMs + 7)).toBe(answer);
  });
});

it.each([{ refused: { code: 'GIFT_CARD_HELD' } }, { card: {} }])('answers %j at once', async (answer) => {
  expect(await answeredAfter(0, answer)).toBe(answer);
});

it('keeps no beat for what has failed', async () => {
  const failed = new CodeAttempts(codeTerms, () => 0).evenly(() => Promise.reject(new Error('gone')));
  await expect(failed).rejects.toThrow('gone');
  expect(jest.getTimerCount()).toBe(0);
});

it('takes no look that failed for a guess, and forgives nobody who has to wait', async () => {
  const attempts = new CodeAttempts(codeTerms, () => 0);
  const asha = { personId: 'asha', network: '' };
  const lookInVain = async () => {
    const wait = attempts.begin(asha);
    const look = () => Promise.reject(new Error('unreachable'));
    await expect(attempts.looking(asha, wait, look)).rejects.toThrow('unreachable');
  };
  for (let n = 0; n < 2 * codeTerms.perPerson; n += 1) await lookInVain();
  for (let n = 0; n < codeTerms.perPerson; n += 1) expect(attempts.begin(asha)).toBeNull();
  await lookInVain();
  expect(attempts.begin(asha)).toBeGreaterThan(0);
});

it('lets nobody wait for a clock that was set back, and who has to wait no longer than before', () => {
  let now = 10_000_000;
  const attempts = new CodeAttempts(codeTerms, () => now);
  const [asha, ravi] = ['asha', 'ravi'].map((personId) => ({ personId, network: '' }));
  if (!asha || !ravi) throw new Error('Nobody tries a code.');
  attempts.begin(asha);
  attempts.found(asha);
  for (let n = 0; n < codeTerms.perPerson; n += 1) attempts.begin(ravi);
  const wait = attempts.begin(ravi);
  now -= 3_600_000;
  expect(attempts.begin(asha)).toBeNull();
  expect(attempts.begin(ravi)).toBe(wait);
});
