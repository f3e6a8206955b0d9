import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Attempt } from './types.ts';

const run = promisify(execFile);

const OLDEST_MAJOR_VERSION = 6;
const ANSWER_WITHIN_MS = 30_000;

/**
 * Starts a mongod just to ask its version. This also finds out whether it runs here at all: a download
 * may be built for another system or miss a library.
 */
export async function inspectMongod(binary: string): Promise<Attempt> {
  try {
    const { stdout } = await run(binary, ['--version'], { timeout: ANSWER_WITHIN_MS });
    const version = /db version v(\d+)\.(\d+\.\d+)/.exec(stdout);
    if (version === null) return { tried: `${binary} (does not answer like a mongod)` };
    if (Number(version[1]) < OLDEST_MAJOR_VERSION) {
      return {
        tried: `${binary} (version ${version[1]}.${version[2]}, older than ${OLDEST_MAJOR_VERSION}.0)`,
      };
    }
    return { found: binary };
  } catch (error) {
    return { tried: `${binary} (does not run here: ${firstLine(error)})` };
  }
}

/** The first line of what a failing program said, or of the failure itself: enough for one line of output. */
export function firstLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message?: string };
  const text = stderr?.trim() || message || String(error);
  return text.split('\n')[0]?.trim() ?? '';
}
