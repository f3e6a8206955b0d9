import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..', '..');

interface Source {
  readonly path: string;
  readonly text: string;
  /** Files by their path from the root, packages by their name. */
  readonly imports: readonly string[];
}

const sources: readonly Source[] = ['api', 'schema', 'client', 'bench']
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((path) => join(room, path)),
  )
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('client/graphql/'))
  .map((path) => read(path));

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return {
    path,
    text,
    imports: imports.map((name) => (name.startsWith('.') ? normalize(join(dirname(path), name)) : name)),
  };
}

function inRoom(room: string): Source[] {
  const found = sources.filter(({ path }) => path.startsWith(room));
  expect(found).not.toHaveLength(0);
  return found;
}

/** Where something of a forbidden kind is imported, as `file -> import`. */
function importing(files: readonly Source[], isForbidden: (name: string) => boolean): string[] {
  return files.flatMap(({ path, imports }) =>
    imports.filter(isForbidden).map((name) => `${path} -> ${name}`),
  );
}

/** The documents of the client, with the fragments that each declares and spreads. */
const documents = readdirSync(join(root, 'client'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.graphql'))
  .map((path) => {
    const text = readFileSync(join(root, 'client', path), 'utf8');
    const named = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name);
    return {
      path: join('client', path),
      declares: named(/^fragment (\w+) on/gm),
      spreads: named(/\.\.\.(\w+_\w+)/g),
    };
  });

/** The feature that a file of the client belongs to, in the customer's app or in the console. */
function featureOf(path: string): string | undefined {
  return /^client\/(console\/)?features\/[^/]+\//.exec(path)?.[0];
}

/** Fragments find each other by their name alone, so a wall between imports does not stop them. */
function fragmentsFromAfar(): string[] {
  const home = new Map(documents.flatMap(({ path, declares }) => declares.map((name) => [name, path])));
  const isShared = isIn('client/wallet/', 'client/console/parts/');
  const roomOf = (path: string) => featureOf(path) ?? path.split('/').slice(0, 2).join('/');
  return documents.flatMap(({ path, spreads }) =>
    spreads
      .map((name) => home.get(name) ?? '')
      .filter((other) => !isShared(other) && roomOf(other) !== roomOf(path))
      .map((other) => `${path} -> ${other}`),
  );
}

/** One file of each circle of imports, with the way back to itself. */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  function follow(path: string, way: readonly string[]): void {
    const start = way.indexOf(path);
    if (start >= 0) circles.push([...way.slice(start), path].join(' -> '));
    if (start >= 0 || done.has(path)) return;
    for (const next of imports.get(path) ?? []) follow(next, [...way, path]);
    done.add(path);
  }
  for (const path of imports.keys()) follow(path, []);
  return circles;
}

function containing(files: readonly Source[], pattern: RegExp): string[] {
  return files.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
}

const isIn =
  (...rooms: string[]) =>
  (name: string) =>
    rooms.some((room) => name.startsWith(room));
const isPackage = (name: string) => !/^(api|schema|client|tests|bench)\//.test(name);

describe('the walls between the rooms', () => {
  it('keep the domain pure: it imports only itself and knows no clock, chance, process or promise', () => {
    const domain = inRoom('api/domain/');
    expect(importing(domain, (name) => !name.startsWith('api/domain/'))).toEqual([]);
    expect(
      containing(domain, /Date\.now|Math\.random|new Date\(\)|\bprocess\.|\bPromise\b|\basync\b|\bawait\b/),
    ).toEqual([]);
  });

  it('keep Mongoose and Typegoose in the persistence room', () => {
    // The bench compares with the bare driver, so it may know it.
    const others = sources.filter(({ path }) => !/^(api\/persistence|bench)\//.test(path));
    expect(importing(others, isIn('mongoose', 'mongodb/', '@typegoose'))).toEqual([]);
    expect(importing(others, (name) => name === 'mongodb')).toEqual([]);
  });

  it('keep GraphQL out of services, ledger, persistence, identity, mail and jobs', () => {
    const rooms = ['services', 'ledger', 'persistence', 'identity', 'mail', 'jobs'].flatMap((room) =>
      inRoom(`api/${room}/`),
    );
    expect(importing(rooms, isIn('graphql', 'type-graphql', '@apollo'))).toEqual([]);
    expect(importing(rooms, isIn('schema/', 'api/resolvers', 'api/permissions', 'api/server'))).toEqual([]);
  });

  it('let the arrows point one way: server, resolvers, services, ledger, persistence, domain', () => {
    expect(importing(inRoom('api/persistence/'), isIn('api/ledger', 'api/services'))).toEqual([]);
    expect(importing(inRoom('api/ledger/'), isIn('api/services'))).toEqual([]);
    expect(importing(inRoom('api/resolvers/'), isIn('api/ledger', 'api/persistence/models'))).toEqual([]);
    expect(
      importing(inRoom('schema/'), isIn('api/services', 'api/ledger', 'api/persistence', 'api/server')),
    ).toEqual([]);
  });

  it('let only the engine save wallets and append to the journal', () => {
    const others = sources.filter(
      ({ path }) => path.startsWith('api/') && !/^api\/(ledger\/sources|persistence\/)/.test(path),
    );
    expect(containing(others, /(wallets|journal)\.(save|append)\(/)).toEqual([]);
  });

  it('offer no way to change or remove a journal entry', () => {
    const journal = inRoom('api/persistence/stores/journal.store.ts');
    expect(containing(journal, /\.(update|replace|delete|remove|findOneAnd)/)).toEqual([]);
  });

  it('let the client see the SDL and nothing else of the server', () => {
    expect(importing(inRoom('client/'), isIn('api/', 'schema/', 'tests/', 'bench/'))).toEqual([]);
  });

  it('let the arrows of the client point one way: app, features, wallet, the rooms below, ui', () => {
    const above = {
      'client/console/features/': ['app', 'features', 'console/frame'],
      'client/console/parts/': ['app', 'features', 'console/features', 'console/frame'],
      'client/console/': ['app', 'features'],
      'client/features/': ['app', 'console'],
      'client/wallet/': ['app', 'console', 'features'],
      'client/second-factor/': ['app', 'console', 'features', 'wallet'],
    };
    for (const [room, rooms] of Object.entries(above)) {
      expect(importing(inRoom(room), isIn(...rooms.map((name) => `client/${name}/`)))).toEqual([]);
    }
    const below = ['apollo', 'session', 'offline', 'preferences', 'format', 'words', 'ui'];
    const foundations = below.flatMap((room) => inRoom(`client/${room}/`));
    const higher = ['app', 'console', 'features', 'wallet'].map((room) => `client/${room}/`);
    expect(importing(foundations, isIn(...higher))).toEqual([]);
  });

  it('keep each feature of the client apart from every other one', () => {
    const features = inRoom('client/').filter(({ path }) => featureOf(path) !== undefined);
    const strangers = features.flatMap((file) =>
      importing([file], (name) => {
        const other = featureOf(name);
        return other !== undefined && other !== featureOf(file.path);
      }),
    );
    expect(strangers).toEqual([]);
    expect(fragmentsFromAfar()).toEqual([]);
  });

  it('keep the console out of what a customer downloads: one file of the app leads there, when it is asked for', () => {
    const outside = inRoom('client/').filter(({ path }) => !/^client\/(console\/|app\/console-)/.test(path));
    expect(importing(outside, isIn('client/console/'))).toEqual([]);
    expect(importing(outside, isIn('client/app/console-'))).toEqual([
      'client/app/signed-in.tsx -> client/app/console-routes.tsx',
    ]);
    expect(containing(outside, /^import .*console-routes/m)).toEqual([]);
  });

  it('keep GraphQL and the router out of the widgets', () => {
    const isOfData = isIn('@apollo', 'graphql', 'react-router', 'client/graphql/', 'client/apollo/');
    expect(importing(inRoom('client/ui/'), isOfData)).toEqual([]);
    expect(documents.filter(({ path }) => path.startsWith('client/ui/'))).toEqual([]);
  });

  it('let no import go round in a circle, those of types included', () => {
    // The contract is not among them: its types name each other, as a wallet its entries and an entry its wallet.
    const rooms = inRoom('api/').concat(inRoom('client/'));
    expect(circlesIn(new Map(rooms.map(({ path, imports }) => [path, imports])))).toEqual([]);
  });

  it('keep floats away from money', () => {
    const product = sources.filter(({ path }) => !path.startsWith('bench/'));
    expect(containing(product, /\bparseFloat\(|Number\((amount|balance|paise|money)|\.toFixed\(/i)).toEqual(
      [],
    );
  });

  it('keep the time limit of the driver’s own away, with which answers go to the wrong commands', () => {
    expect(containing(inRoom('api/').concat(inRoom('bench/')), /\btimeoutMS\b/)).toEqual([
      // Refuses an address with one.
      'api/server/configuration/check-settings.ts',
    ]);
  });

  it('let one file read the environment', () => {
    const readers = containing(inRoom('api/').concat(inRoom('schema/')), /process\.env/);
    expect(readers).toEqual(['api/server/config.ts']);
  });

  it('let the clock of the machine in at the composition root and in commands only', () => {
    const server = inRoom('api/').filter(({ path }) => !path.startsWith('api/scripts/'));
    expect(containing(server, /Date\.now|new Date\(\)/)).toEqual([
      'api/server/main.ts',
      // What a page does in the browser.
      'api/server/playground/sign-in-script.ts',
    ]);
  });

  it('keep what people are called, write and carry out of what is logged', () => {
    const calls = inRoom('api/').flatMap(({ path, text }) =>
      [...text.matchAll(/\blogger\.(?:debug|info|warn|error)\(((?:[^()]|\([^()]*\))*)\)/g)].map(
        ([, given = '']) => `${path}: ${given.replaceAll(/'[^']*'|`[^`]*`|"[^"]*"/g, '')}`,
      ),
    );
    const personal =
      /\b(name|email|phone|note|reason|text|input|variables|body|headers|cookie|password|token)\b/;
    expect(calls.length).toBeGreaterThan(10);
    expect(calls.filter((call) => personal.test(call.slice(call.indexOf(': '))))).toEqual([]);
  });

  it('keep tests out of production code', () => {
    const production = sources.filter(({ path }) => !path.startsWith('bench/'));
    expect(importing(production, isIn('tests/'))).toEqual([]);
  });

  it('use packages that are listed, and in production those of production only', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as {
      dependencies: object;
      devDependencies: object;
    };
    // What only writes committed documents runs on a developer's machine.
    const server = sources.filter(
      ({ path }) => /^(api|schema)\//.test(path) && !path.startsWith('api/scripts/emit-'),
    );
    const nameOf = (name: string) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/');
    const packagesOf = (files: readonly Source[]) =>
      files.map(({ path, imports }) => ({
        path,
        imports: imports.filter((name) => isPackage(name) && !name.startsWith('node:')).map(nameOf),
      }));
    // Production refuses the embedded database and the playground, and loads neither.
    const isOfWorkbench = ({ path }: Source) => /^api\/(database|server\/playground)\//.test(path);
    const notIn = (known: object) => (name: string) => !(name in known);
    const unlisted = packagesOf(server.filter((file) => !isOfWorkbench(file))).flatMap(({ path, imports }) =>
      imports.filter(notIn(dependencies)).map((name) => `${path} -> ${name}`),
    );
    const unknown = packagesOf(server.filter(isOfWorkbench)).flatMap(({ path, imports }) =>
      imports.filter(notIn({ ...dependencies, ...devDependencies })).map((name) => `${path} -> ${name}`),
    );
    expect([...unlisted, ...unknown]).toEqual([]);
  });
});
