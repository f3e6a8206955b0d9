interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** Which module leads to all that somebody needs. */
export interface Roots {
  readonly everybody: string;
  readonly signedIn: string;
  /** The words of each language: those of the door, and those behind it. A visitor has those of one language. */
  readonly catalogues: Readonly<Record<string, readonly string[]>>;
}

/**
 * Which file of the build a module belongs to, so that a phone has few to ask for: one for what every visitor needs, one for
 * what everybody needs who is signed in. What only one screen needs, or a few, is left to the bundler. What the words of
 * every language are built with is everybody's too, or the words at the door would bring the app behind it along.
 */
export function chunkNames({ everybody, signedIn, catalogues }: Roots) {
  let first: ReadonlySet<string> | undefined;
  let later: ReadonlySet<string> | undefined;
  return (id: string, modules: Modules): string | null => {
    first ??= new Set([
      ...withImports([everybody], modules),
      ...sharedBy(Object.values(catalogues), modules),
    ]);
    later ??= withImports([signedIn], modules);
    if (first.has(id)) return 'first';
    return later.has(id) ? 'signed-in' : null;
  };
}

/** What all of these need, directly or not. */
function sharedBy(roots: readonly (readonly string[])[], modules: Modules): string[] {
  const needs = roots.map((paths) => withImports(paths, modules));
  const [first = new Set<string>(), ...others] = needs;
  return [...first].filter((id) => others.every((other) => other.has(id)));
}

/** Modules and everything that they import at once, directly or not. */
function withImports(roots: readonly string[], modules: Modules): Set<string> {
  const seen = new Set<string>();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(modules.getModuleInfo(id)?.importedIds ?? []));
  }
  return seen;
}
