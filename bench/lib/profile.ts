import { readFile, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decimal } from './report.ts';

interface Profile {
  readonly nodes: readonly ProfiledFunction[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface ProfiledFunction {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}

/** Time in which nothing was done. */
const IDLE = '(idle)';
const NODE = 'Node and what it is made of';

/**
 * What part of a profile, in percent of the time in which the process did anything, was spent in functions of these names
 * and in what they called. Time in several parts counts for the innermost.
 */
export async function shareOf(
  folder: string,
  parts: readonly (readonly [string, readonly string[]])[],
): Promise<[string, number][]> {
  const profile = await profileIn(folder);
  const partOf = inherited(profile, (called, outer) => {
    return parts.find(([, functions]) => functions.includes(called.callFrame.functionName))?.[0] ?? outer;
  });
  const spent = spentBy(profile, (id) => partOf.get(id) ?? ELSE);
  return [...parts.map(([part]) => part), ELSE].map((part) => [part, spent.get(part) ?? 0]);
}

const ELSE = 'everything else';

/**
 * Where the time of the bundled server went, by its own rooms and by packages: a table with what was spent in their own functions, and
 * with what Node did for them besides, in percent of the time in which the process did anything.
 */
export async function spentByRoom(folder: string): Promise<string> {
  const profile = await profileIn(folder);
  const modules = await modulesOf(profile);
  const roomOf = ({ callFrame: { functionName, url, lineNumber } }: ProfiledFunction): string => {
    if (functionName === '(garbage collector)') return 'collecting garbage';
    const module = modules.get(url)?.findLast(({ line }) => line <= lineNumber);
    return module?.room ?? (url.startsWith('file:') ? basename(dirname(fileURLToPath(url))) : NODE);
  };
  const room = inherited(profile, roomOf);
  const askedBy = inherited(profile, (called, outer) => {
    const own = roomOf(called);
    return own === NODE && outer !== '' ? outer : own;
  });
  const own = spentBy(profile, (id) => room.get(id) ?? '');
  const withNode = spentBy(profile, (id) => askedBy.get(id) ?? '');
  const rows = [...withNode]
    .sort(([, a], [, b]) => b - a)
    .filter(([, share]) => share >= LEAST)
    .map(([name, share]) => `| ${name} | ${decimal(own.get(name) ?? 0, 1)} | ${decimal(share, 1)} |`);
  return ['| where the server spent its time | itself, % | with Node, % |', '|---|---:|---:|', ...rows].join(
    '\n',
  );
}

/** In percent; below it a row tells nothing. */
const LEAST = 0.3;

async function profileIn(folder: string): Promise<Profile> {
  const [file = ''] = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile'));
  return JSON.parse(await readFile(join(folder, file), 'utf8')) as Profile;
}

/** Names each function of a profile by itself and by the name of whoever called it. */
function inherited(
  { nodes }: Profile,
  nameOf: (called: ProfiledFunction, outer: string) => string,
): Map<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const names = new Map<number, string>();
  const walk = (node: ProfiledFunction, outer: string): void => {
    const name = node.callFrame.functionName === IDLE ? IDLE : nameOf(node, outer);
    names.set(node.id, name);
    for (const child of node.children ?? []) walk(byId.get(child) as ProfiledFunction, name);
  };
  // The first is what called all others, and nobody.
  for (const id of nodes[0]?.children ?? []) walk(byId.get(id) as ProfiledFunction, '');
  return names;
}

/** In percent of the time in which anything was done. */
function spentBy({ samples, timeDeltas }: Profile, nameOf: (id: number) => string): Map<string, number> {
  const spent = new Map<string, number>();
  samples.forEach((id, position) => {
    const name = nameOf(id);
    spent.set(name, (spent.get(name) ?? 0) + (timeDeltas[position] ?? 0));
  });
  spent.delete(IDLE);
  const total = [...spent.values()].reduce((sum, time) => sum + time, 0);
  return new Map([...spent].map(([name, time]) => [name, (100 * time) / total]));
}

interface BundledModule {
  readonly line: number;
  readonly room: string;
}

/** The modules in each file of the profile, in their order: the bundler writes above each which it was. */
async function modulesOf({ nodes }: Profile): Promise<Map<string, readonly BundledModule[]>> {
  const urls = new Set(nodes.map(({ callFrame: { url } }) => url).filter((url) => url.startsWith('file:')));
  const read = async (url: string) => {
    const lines = (await readFile(fileURLToPath(url), 'utf8')).split('\n');
    const modules = lines.flatMap((text, line): BundledModule[] => {
      const [, path] = /^\/\/ ((?:dist\/modules|node_modules)\/.+)$/.exec(text) ?? [];
      return path === undefined ? [] : [{ line, room: roomIn(path) }];
    });
    return [url, modules] as const;
  };
  return new Map(await Promise.all([...urls].map(read)));
}

/** `api/ledger` of our own, or the package, by the path of a module. */
function roomIn(path: string): string {
  const inPackage = path.split('node_modules/').at(-1)?.split('/') ?? [];
  if (path.includes('node_modules/'))
    return inPackage.slice(0, inPackage[0]?.startsWith('@') ? 2 : 1).join('/');
  const [, , room = '', part = ''] = path.split('/');
  return room === 'api' && !part.includes('.') ? `${room}/${part}` : room;
}
