import { rmSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { inProject } from './lib/project.mjs';

/**
 * Makes one file of the compiled server and of the packages it uses: finding, reading and linking some two thousand modules
 * is most of what a start costs. The compiler comes first, because it alone writes down the types that decorators ask for.
 */
const OWN = inProject('dist', 'modules');
const SERVER = inProject('dist', 'api', 'server');

/** These find files of their own beside them, and a server in production does not need them. */
const STAY_OUTSIDE = /^(altair-static|mongodb-memory-server-core)(\/|$)/;

const bundle = await rolldown({
  input: inProject('dist', 'modules', 'api', 'server', 'main.js'),
  platform: 'node',
  external: STAY_OUTSIDE,
  // As Node itself finds packages: with the files meant for bundlers there would be two copies of graphql.
  resolve: { mainFields: ['main'], conditionNames: ['node'] },
  // Decorators act when they are run, which nobody can see from outside.
  treeshake: false,
  plugins: [{ name: 'required-packages', transform: withRequiredPackages }],
});
rmSync(SERVER, { recursive: true, force: true });
// Models and resolvers are known by the names of their classes.
await bundle.write({ dir: SERVER, format: 'esm', keepNames: true });
await bundle.close();

/** Packages that are loaded as CommonJS on purpose, by a function that the bundler does not know. */
function withRequiredPackages(code, id) {
  const maker = /^const (\w+) = createRequire\(import\.meta\.url\);$/m;
  const [line, load] = id.startsWith(OWN) ? (maker.exec(code) ?? []) : [];
  return line && code.replace(line, '').replace(new RegExp(`\\b${load}\\((?=')`, 'g'), 'require(');
}
