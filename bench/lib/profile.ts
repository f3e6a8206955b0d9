import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/**
 * What part of a profile, in percent of the time in which the process did anything, was spent in functions of these names
 * and in what they called. Time in several parts counts for the innermost.
 */
export async function shareOf(
  folder: string,
  parts: readonly (readonly [string, readonly string[]])[],
): Promise<[string, number][]> {
  const [file = ''] = await readdir(folder);
  const { nodes, samples, timeDeltas } = JSON.parse(await readFile(join(folder, file), 'utf8')) as Profile;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const partOf = new Map<number, string>();
  const walk = (id: number, outer: string): void => {
    const node = byId.get(id);
    const name = node?.callFrame.functionName ?? '';
    const part = parts.find(([, functions]) => functions.includes(name))?.[0] ?? outer;
    partOf.set(id, name === '(idle)' ? '' : part);
    for (const child of node?.children ?? []) walk(child, part);
  };
  walk(nodes[0]?.id ?? 0, 'everything else');
  const spent = new Map<string, number>([
    ...parts.map(([name]) => [name, 0] as const),
    ['everything else', 0],
  ]);
  samples.forEach((id, position) => {
    const part = partOf.get(id) ?? '';
    if (part !== '') spent.set(part, (spent.get(part) ?? 0) + (timeDeltas[position] ?? 0));
  });
  const total = [...spent.values()].reduce((sum, time) => sum + time, 0);
  return [...spent].map(([part, time]) => [part, (100 * time) / total]);
}
