import { spawn } from 'node:child_process';
import { projectDirectory } from './project.mjs';

/**
 * Runs a program in the project folder and waits for it. Its output goes straight to the terminal, or is
 * kept and returned when `quiet`. A program that can't be started counts as one that failed. `watch` is given
 * the process while it runs.
 */
export function runChild(program, words, { environment = {}, quiet = false, watch } = {}) {
  return new Promise((done) => {
    const child = spawn(program, words, {
      cwd: projectDirectory,
      env: { ...process.env, ...environment },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    watch?.(child);
    let output = '';
    child.stdout?.on('data', (text) => (output += text));
    child.stderr?.on('data', (text) => (output += text));
    child.once('error', (error) => done({ exitCode: 1, output: error.message }));
    child.once('close', (code) => done({ exitCode: code ?? 1, output }));
  });
}

/** Runs a script with the Node that runs this, or with the one named. */
export function runNode(script, words, { node = process.execPath, ...options } = {}) {
  return runChild(node, [script, ...words], options);
}

/** Runs npm: the one that started this if there is one, so that both agree on their settings. */
export function runNpm(words, options) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js') || npm?.endsWith('.cjs')) return runNode(npm, words, options);
  return runChild(process.platform === 'win32' ? 'npm.cmd' : 'npm', words, options);
}

/** Runs one of the scripts of package.json; an Error if it fails. */
export async function runScript(name) {
  const { exitCode } = await runNpm(['run', '--silent', name]);
  if (exitCode !== 0) throw new Error(`npm run ${name} failed.`);
}
