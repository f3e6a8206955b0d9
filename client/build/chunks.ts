interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/**
 * Which file of the build a module belongs to, so that a phone has few to ask for: one for what every visitor needs, one for
 * what everybody needs who is signed in. What only one screen needs, or a few, is left to the bundler.
 */
export function chunkNames(everybody: string, signedIn: string) {
  let first: ReadonlySet<string> | undefined;
  let later: ReadonlySet<string> | undefined;
  return (id: string, modules: Modules): string | null => {
    first ??= withImports(everybody, modules);
    later ??= withImports(signedIn, modules);
    if (first.has(id)) return 'first';
    return later.has(id) ? 'signed-in' : null;
  };
}

/** A module and everything that it imports at once, directly or not. */
function withImports(root: string, modules: Modules): Set<string> {
  const seen = new Set<string>();
  const open = [root];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(modules.getModuleInfo(id)?.importedIds ?? []));
  }
  return seen;
}
