import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { runChild, runNpm } from './child.mjs';
import { Problem } from './fail.mjs';
import { inProject } from './project.mjs';

/** Its lock file says which programs and what they hash to; nothing of them is run at their installation. */
const PINNED = ['scripts', 'node24'];

/** Today's long-term release. The product promises to run on it whatever this machine has. */
export const SECOND_NODE = 24;
/** Where npm has the program for this machine; one package is named unlike the others. */
const PACKAGES = ['node', 'node-bin'].map((name) => `${name}-${process.platform}-${process.arch}`);

/** The program of the second version of Node, kept for the next run. */
export async function provideNode(say) {
  if (process.versions.node.startsWith(`${SECOND_NODE}.`)) return process.execPath;
  const folder = inProject('.cache', `second-node-${SECOND_NODE}`);
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    cpSync(inProject(...PINNED, file), `${folder}/${file}`);
  say(`Node ${SECOND_NODE}: installing it as pinned`);
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder];
  const { exitCode, output } = await runNpm(words, { quiet: true });
  if (exitCode !== 0) throw new Problem(`Node ${SECOND_NODE} could not be fetched:\n${output.trim()}`);
  const program = PACKAGES.map((name) => `${folder}/node_modules/${name}/bin/node`).find(existsSync);
  if (program === undefined) {
    throw new Problem(
      `npm has no Node ${SECOND_NODE} for ${process.platform} on ${process.arch} that is pinned here.`,
    );
  }
  const version = await runChild(program, ['--version'], { quiet: true });
  if (!version.output.startsWith(`v${SECOND_NODE}.`)) {
    throw new Problem(`${program} should be Node ${SECOND_NODE} but says: ${version.output.trim()}`);
  }
  say(`Node ${SECOND_NODE}: using ${version.output.trim()}`);
  return program;
}
