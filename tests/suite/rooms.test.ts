import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

interface Room {
  readonly name: string;
  readonly files: readonly string[];
}

const root = join(__dirname, '..', '..');

/** What the project's own script makes of a call, such as `rooms()`. */
async function asked(call: string): Promise<readonly Room[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { clientRooms, partOfEveryRoom, rooms, sharing } from './scripts/lib/rooms.mjs'; console.log(JSON.stringify(${call}));`,
    ],
    { cwd: root },
  );
  return JSON.parse(stdout) as readonly Room[];
}

it('runs every test file that no other step runs', async () => {
  const found = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .map((path) => `tests/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.test\.tsx?$/.test(path) && !/^tests\/(client|browser|model)\//.test(path));

  expect((await asked('sharing(rooms())')).flatMap(({ files }) => files).sort()).toEqual(found.sort());
});

it('runs something of every room on the second Node', async () => {
  const part = await asked('partOfEveryRoom()');

  expect(part.map(({ name }) => name)).toEqual((await asked('rooms()')).map(({ name }) => name));
  expect(part.filter(({ files }) => files.length === 0)).toEqual([]);
});

it('never puts tests of the demo’s build beside others, which load the app without it', async () => {
  const kinds = (await asked('clientRooms()')).map(({ name, files }) => ({
    name,
    kinds: [
      ...new Set(files.map((file) => /support\/demo-build/.test(readFileSync(join(root, file), 'utf8')))),
    ],
  }));

  expect(kinds).toEqual([
    { name: 'screens', kinds: [false] },
    { name: 'demo', kinds: [true] },
    { name: 'rest', kinds: [false] },
  ]);
});
