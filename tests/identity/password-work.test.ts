import { PasswordWork } from '../../api/identity/password-work.ts';

/** Work that ends when it is told to. */
function held() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { ended, end: () => end() };
}

test('two passwords are looked at side by side, the others one after another in their turn', async () => {
  const work = new PasswordWork({ atOnce: 2, waiting: 4 });
  const begun: number[] = [];
  const jobs = [held(), held(), held(), held()];
  const done = jobs.map(({ ended }, index) =>
    work.do('10.0.0.1', () => {
      begun.push(index);
      return ended;
    }),
  );
  expect(begun).toEqual([0, 1]);
  jobs[1]?.end();
  await done[1];
  expect(begun).toEqual([0, 1, 2]);
  for (const job of jobs) job.end();
  await Promise.all(done);
  expect(begun).toEqual([0, 1, 2, 3]);
  expect(work.isFull('10.0.0.1')).toBe(false);
});

test('few wait, and one network takes half of the places at most', async () => {
  const work = new PasswordWork({ atOnce: 1, waiting: 4 });
  const job = held();
  const come = (network: string) => work.do(network, () => job.ended);
  const done = [come('a'), come('a'), come('a')];
  expect(work.isFull('a')).toBe(true);
  expect(work.isFull('b')).toBe(false);
  done.push(come('b'), come('b'));
  expect(work.isFull('c')).toBe(true);
  job.end();
  await Promise.all(done);
  expect(work.isFull('c')).toBe(false);
});

test('what fails gives its place back', async () => {
  const work = new PasswordWork({ atOnce: 1, waiting: 1 });
  await expect(work.do('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(work.do('a', async () => 'yes')).resolves.toBe('yes');
});
