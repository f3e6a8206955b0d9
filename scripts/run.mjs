// node scripts/run.mjs file.ts [words]: runs a TypeScript program of the project without a build.
import { Problem, runCommand } from './lib/fail.mjs';
import { requireNode } from './lib/node-version.mjs';
import { inProject } from './lib/project.mjs';
import { importTypeScript } from './lib/typescript.mjs';

await runCommand(async () => {
  requireNode();
  const [program, ...words] = process.argv.slice(2);
  if (program === undefined) throw new Problem('Say which program to run: node scripts/run.mjs <file.ts>');
  process.argv = [process.execPath, inProject(program), ...words];
  await importTypeScript(program);
});
