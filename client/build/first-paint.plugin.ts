import { readFileSync } from 'node:fs';
import { minifySync } from 'vite';
import type { Plugin, Rolldown } from 'vite';

const EARLY = /<script data-early><\/script>/;
const STYLES = /<link rel="stylesheet"[^>]*href="\/(assets\/[^"]+\.css)"[^>]*>/g;
const SIGNED_IN = "['__SIGNED_IN__']";
const WORDS = '{ __WORDS__: [] }';
const HOME = "{ operationName: '', query: '' }";

type Bundle = Rolldown.OutputBundle;

export interface EarlyFiles {
  /** What runs before anything is painted. */
  readonly script: string;
  /** What is asked for early where somebody was here before, with all that it imports. */
  readonly signedIn: string;
  /** The file with the texts of all questions that the app asks, and which of them the first screen asks. */
  readonly questions: string;
  readonly home: string;
  /** The words of each language: those of the door, and those behind it. */
  readonly catalogues: Readonly<Record<string, readonly string[]>>;
}

/**
 * Puts into the page itself what must be there before it can be painted: the early script, and in the build the styles of the
 * first screens. A file of its own would cost a phone another way to the server and back. The server tells browsers which
 * texts inside a page they may use (`api/server/page-policy.ts`).
 */
export function firstPaint({ script, signedIn, questions, home, catalogues }: EarlyFiles): Plugin {
  return {
    name: 'early-bird-first-paint',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const early = readFileSync(script, 'utf8')
          .replace(SIGNED_IN, JSON.stringify(partsOf(bundle, signedIn)))
          .replace(HOME, () => JSON.stringify(questionOf(questions, home)))
          .replace(WORDS, JSON.stringify(wordsOf(bundle, catalogues)));
        return html
          .replace(EARLY, () => `<script>${minifySync('early.js', early).code}</script>`)
          .replace(STYLES, (link, name: string) => {
            const file = bundle[name];
            return file?.type === 'asset' ? `<style>${textOf(file.source)}</style>` : link;
          });
      },
    },
  };
}

/** The file with a module in it, the styles that come with it and the files it imports, beside those that the page loads anyway. */
function partsOf(bundle: Bundle, path: string): string[] {
  const chunks = chunksOf(bundle);
  const first = filesOf(chunks, ({ isEntry }) => isEntry);
  const later = filesOf(chunks, ({ moduleIds }) => moduleIds.includes(path));
  return [...later].filter((name) => !first.has(name)).map((name) => `/${name}`);
}

/** The text as the app itself sends it. */
function questionOf(path: string, operationName: string): { operationName: string; query: string } {
  const texts = Object.values(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>);
  const query = texts.find((text) => text.includes(`query ${operationName}(`));
  if (query === undefined) throw new Error(`The app has no question ${operationName}.`);
  return { operationName, query };
}

/** Where the words of each language are; nowhere while developing. */
function wordsOf(bundle: Bundle, catalogues: EarlyFiles['catalogues']): Record<string, string[]> {
  const chunks = chunksOf(bundle);
  const fileOf = (path: string) => chunks.find(({ facadeModuleId }) => facadeModuleId === path)?.fileName;
  return Object.fromEntries(
    Object.entries(catalogues).map(([language, paths]) => {
      const files = paths.map(fileOf).filter((file) => file !== undefined);
      return [language, files.map((file) => `/${file}`)];
    }),
  );
}

function chunksOf(bundle: Bundle): Rolldown.OutputChunk[] {
  return Object.values(bundle).filter((file) => file.type === 'chunk');
}

function filesOf(chunks: readonly Rolldown.OutputChunk[], isRoot: (chunk: Rolldown.OutputChunk) => boolean) {
  const files = new Set<string>();
  const open = chunks.filter(isRoot);
  for (let chunk = open.pop(); chunk !== undefined; chunk = open.pop()) {
    const { fileName, imports, viteMetadata } = chunk;
    if (files.has(fileName)) continue;
    for (const name of [fileName, ...(viteMetadata?.importedCss ?? [])]) files.add(name);
    open.push(...chunks.filter((other) => imports.includes(other.fileName)));
  }
  return files;
}

function textOf(source: string | Uint8Array): string {
  return typeof source === 'string' ? source : Buffer.from(source).toString('utf8');
}
