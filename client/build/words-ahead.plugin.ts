import type { Plugin } from 'vite';

const CATALOGUE = /\/app\/languages\/(\w+)\.ts$/;

/** Writes into the page where the words of each language are, for `before-paint.js` to send for those of one. */
export function wordsAhead(): Plugin {
  return {
    name: 'early-bird-words-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        return Object.values(bundle).flatMap((part) => {
          const [, language] = (part.type === 'chunk' && CATALOGUE.exec(part.facadeModuleId ?? '')) || [];
          if (language === undefined) return [];
          const attrs = { name: `words-${language}`, content: `/${part.fileName}` };
          return [{ tag: 'meta', attrs, injectTo: 'head-prepend' }];
        });
      },
    },
  };
}
