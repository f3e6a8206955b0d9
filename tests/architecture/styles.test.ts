import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const root = join(__dirname, '..', '..');
const paths = readdirSync(join(root, 'client'), { recursive: true, encoding: 'utf8' }).map((path) =>
  join('client', path),
);

/** The classes of a module, by its path. */
const modules = new Map(
  paths.filter((path) => path.endsWith('.module.css')).map((path) => [path, classesOf(path)]),
);

interface Use {
  readonly file: string;
  readonly module: string;
  /** Null where which class it is becomes known only as the app runs. */
  readonly name: string | null;
}

const uses: readonly Use[] = paths.filter((path) => /\.tsx?$/.test(path)).flatMap((path) => usesIn(path));

/** What selectors name; strings, comments and the values of properties name nothing. */
function classesOf(path: string): ReadonlySet<string> {
  const css = readFileSync(join(root, path), 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
  const selectors = [...css.matchAll(/([^{};]+)\{/g)].map(([, selector = '']) => selector);
  const named = selectors
    .filter((selector) => !selector.trim().startsWith('@'))
    .flatMap((selector) => [...selector.matchAll(/\.([a-zA-Z][\w-]*)/g)]);
  return new Set(named.map(([, name = '']) => name));
}

function usesIn(file: string): Use[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/^import (\w+) from '(\.[^']+\.module\.css)';/gm)].flatMap(
    ([, variable = '', from = '']) => {
      const module = normalize(join(dirname(file), from));
      const looks = [...text.matchAll(new RegExp(`\\b${variable}\\[([^\\]]+)\\]`, 'g'))];
      return looks.map(([, index = '']) => {
        const name = /^'([^']+)'$/.exec(index)?.[1] ?? null;
        return { file, module, name };
      });
    },
  );
}

it('finds the modules and where they are used', () => {
  expect(modules.size).toBeGreaterThan(50);
  expect(uses.length).toBeGreaterThan(300);
});

it('every class that a component names is in its module', () => {
  const missing = uses.filter(({ module, name }) => name !== null && !modules.get(module)?.has(name));
  expect(missing.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
});

it('every class of a module is named by a component', () => {
  const unused = [...modules].flatMap(([path, classes]) => {
    const named = uses.filter(({ module }) => module === path).map(({ name }) => name);
    return named.includes(null)
      ? []
      : [...classes].filter((name) => !named.includes(name)).map((name) => `${path}: ${name}`);
  });
  expect(unused).toEqual([]);
});
