import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** As the code generator writes them and the components name them. */
const DOCUMENT = /^export const (\w+) = (\{[\s\S]*?^\}) as unknown as /gm;
const IMPORT = /import \{([^}]*)\} from '([^']*\/graphql\/graphql\.ts)';/g;
/** For a shop that takes questions by their hash; this one takes their text. */
const HASH = /^ *__meta__: \{ hash: '\w+' \},$/m;
const TYPE_OF_FRAGMENT = /\breadFragment\(\s*\w+FragmentDoc,/g;
const QUERY = '?document=';

/**
 * Cuts the generated documents apart, so that each goes to the screen that asks for it: as one module, all of them would come with the first
 * one. A document of a fragment only tells the compiler a type where `readFragment` is called, and is left out there: every query has
 * the fragments it spreads in it already.
 */
export function documents(generated: string): Plugin {
  let known: ReadonlyMap<string, string> = new Map();
  return {
    name: 'early-bird-documents',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      known = documentsIn(readFileSync(generated, 'utf8'));
    },
    transform(code, id) {
      if (!code.includes('/graphql/graphql.ts')) return null;
      return code
        .replace(TYPE_OF_FRAGMENT, 'readFragment(null,')
        .replace(IMPORT, (text, names: string, from: string) => {
          return resolve(dirname(id), from) === generated ? oneByOne(names, from) : text;
        });
    },
    load(id) {
      const [path, name = ''] = id.split(QUERY);
      if (path !== generated || name === '') return null;
      const document = known.get(name);
      if (document === undefined) throw new Error(`There is no document ${name}.`);
      return { code: `export const ${name} = ${document};`, moduleSideEffects: false, moduleType: 'js' };
    },
  };
}

function documentsIn(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(DOCUMENT)].map(([, name = '', document = '']) => [name, document.replace(HASH, '')]),
  );
}

function oneByOne(names: string, from: string): string {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => `import { ${name} } from '${from}${QUERY}${name}';`)
    .join(' ');
}
