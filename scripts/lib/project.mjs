import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, wherever the command was called from. */
export const projectDirectory = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

export function inProject(...names) {
  return join(projectDirectory, ...names);
}

/** Programs that downloads and earlier runs left, one folder each; safe to delete at any time. */
export const cacheDirectory = inProject('.cache');

/** The demo's data and keys; deleting it starts the demo over. */
export const demoDataDirectory = inProject('.data');
