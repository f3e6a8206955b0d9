import { readFileSync } from 'node:fs';
import { Problem } from './fail.mjs';
import { runNpm } from './child.mjs';
import { inProject } from './project.mjs';

/**
 * Installs the packages of the lock file unless exactly they are installed. npm keeps its own account of what
 * it installed and writes it last, so an installation that was interrupted is noticed too.
 */
export async function installDependencies(say) {
  if (isInstalled()) return say('Packages: up to date');
  say('Packages: installing them (npm ci)');
  // A NODE_ENV of production would leave out what builds and tests need.
  const words = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { exitCode, output } = await runNpm(words, { quiet: true });
  if (exitCode !== 0) throw new Problem(`The packages could not be installed:\n${output.trim()}`);
}

function isInstalled() {
  const wanted = packagesIn(inProject('package-lock.json'));
  const present = packagesIn(inProject('node_modules', '.package-lock.json'));
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    // Optional packages are builds for other systems, of which only ours is installed.
    return place === '' || optional === true || present[place]?.version === version;
  });
}

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
