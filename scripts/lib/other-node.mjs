import { existsSync, mkdirSync } from 'node:fs';
import { runChild, runNpm } from './child.mjs';
import { Problem } from './fail.mjs';
import { inProject } from './project.mjs';

/** The program of another version of Node, which npm carries as a package; kept for the next run. */
export async function provideNode(major, say) {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const folder = inProject('.cache', `node${major}`);
  const program = inProject('.cache', `node${major}`, 'node_modules', 'node', 'bin', 'node');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    say(`Node ${major}: fetching it`);
    const words = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, `node@${major}`];
    const { exitCode, output } = await runNpm(words, { quiet: true });
    if (exitCode !== 0) throw new Problem(`Node ${major} could not be fetched:\n${output.trim()}`);
  }
  const { output } = await runChild(program, ['--version'], { quiet: true });
  if (!output.startsWith(`v${major}.`)) {
    throw new Problem(`${program} should be Node ${major} but says: ${output.trim()}`);
  }
  say(`Node ${major}: using ${output.trim()}`);
  return program;
}
