import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXTS = ['.js', '.css', '.html', '.svg', '.json', '.webmanifest', '.txt', '.ico'];
/** Smaller ones fit into one packet as they are. */
const WORTH_IT = 1_024;

/**
 * Writes every file a second and a third time, as small as brotli and gzip can make it. That takes long, and so it is done here
 * once and not by the server for each visitor.
 */
export function precompress(): Plugin {
  let directory = '';
  return {
    name: 'early-bird-precompress',
    apply: 'build',
    configResolved({ root, build }) {
      directory = join(root, build.outDir);
    },
    closeBundle() {
      if (!existsSync(directory)) return;
      for (const file of filesIn(directory)) {
        const content = readFileSync(file);
        if (content.length < WORTH_IT) continue;
        writeFileSync(`${file}.br`, brotliCompressSync(content, { params: bestFor(content.length) }));
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}

function bestFor(size: number): Record<number, number> {
  return {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: size,
  };
}

function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXTS.includes(extname(entry.name)))
    .filter(({ parentPath }) => parentPath !== join(directory, '.vite'))
    .map(({ parentPath, name }) => join(parentPath, name));
}
