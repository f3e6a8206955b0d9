import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/**
 * Writes the service worker with the names of everything that was built, so that the app opens without a network. Only
 * the build has one: while developing, a kept file would hide the change that was just made.
 */
export function serviceWorker(source: string): Plugin {
  let directory = '';
  return {
    name: 'early-bird-service-worker',
    apply: 'build',
    configResolved(config) {
      directory = config.publicDir;
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const built = Object.keys(bundle).filter((name) => !name.endsWith('.map') && !name.endsWith('.txt'));
        const files = [...new Set([...built, ...publicFiles(directory), 'index.html'])]
          .filter((name) => !name.startsWith('.vite/'))
          .sort()
          .map((name) => `/${name}`);
        const text = readFileSync(source, 'utf8');
        const version = createHash('sha256').update(files.join('\n')).update(text);
        for (const name of publicFiles(directory)) version.update(readFileSync(join(directory, name)));
        // The kept page comes before any other: whatever changes in it makes another build.
        version.update(textOf(bundle['index.html']));
        this.emitFile({
          type: 'asset',
          fileName: 'service-worker.js',
          source: text
            .replace("'__VERSION__'", JSON.stringify(version.digest('hex').slice(0, 16)))
            .replace("['__FILES__']", JSON.stringify(files, null, 2)),
        });
      },
    },
  };
}

function publicFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function textOf(file: Rolldown.OutputBundle[string] | undefined): string | Uint8Array {
  if (file?.type !== 'asset') throw new Error('The build has no page.');
  return file.source;
}
