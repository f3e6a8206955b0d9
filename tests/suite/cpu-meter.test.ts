import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A program that keeps the processor busy for half a second, says which process it is, and stays. */
const BUSY =
  'while (process.cpuUsage().user < 5e5); process.stdout.write(String(process.pid)); setInterval(() => {}, 1e6);';

/** Runs a program that starts a meter before anything else, and answers whether the meter counted the busy half second. */
async function isCounted(program: string): Promise<boolean> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { spawn } from 'node:child_process';
     import { once } from 'node:events';
     import { CpuMeter } from './scripts/lib/cpu-meter.mjs';
     const meter = new CpuMeter();
     const busy = ${JSON.stringify(BUSY)};
     ${program}
     console.log(String(meter.read()));`,
  ]);
  // Elsewhere the meter says that it does not know.
  return process.platform === 'linux' ? Number(stdout) >= 0.45 : stdout.trim() === 'null';
}

it('counts a process that goes on', async () => {
  const counted = await isCounted(`
    const child = spawn(process.execPath, ['--eval', busy]);
    await once(child.stdout, 'data');
    setImmediate(() => child.kill());`);

  expect(counted).toBe(true);
});

it('counts a process that is over', async () => {
  const counted = await isCounted(`
    const child = spawn(process.execPath, ['--eval', busy]);
    await once(child.stdout, 'data');
    child.kill();
    await once(child, 'close');`);

  expect(counted).toBe(true);
});

it('counts a process whose parent was killed, and still does when it is over itself', async () => {
  const counted = await isCounted(`
    const starts = "require('node:child_process').spawn(process.execPath, ['--eval', process.argv[1]], { stdio: 'inherit' })";
    const child = spawn(process.execPath, ['--eval', starts, busy]);
    const [id] = await once(child.stdout, 'data');
    meter.read();
    child.kill('SIGKILL');
    await once(child, 'exit');
    meter.read();
    process.kill(Number(id));
    await once(child, 'close');`);

  expect(counted).toBe(true);
});
