import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const EARLY = /<script data-early><\/script>/;
const STYLES = /<link rel="stylesheet"[^>]*href="\/(assets\/[^"]+\.css)"[^>]*>/g;

/**
 * Puts into the page itself what must be there before it can be painted: the early script, and in the build the styles of the
 * first screens. A file of its own would cost a phone another way to the server and back. The server tells browsers which
 * texts inside a page they may use (`api/server/page-policy.ts`).
 */
export function firstPaint(earlyScript: string): Plugin {
  return {
    name: 'early-bird-first-paint',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const early = readFileSync(earlyScript, 'utf8');
        return html
          .replace(EARLY, () => `<script>${early}</script>`)
          .replace(STYLES, (link, name: string) => {
            const file = bundle[name];
            return file?.type === 'asset' ? `<style>${textOf(file.source)}</style>` : link;
          });
      },
    },
  };
}

function textOf(source: string | Uint8Array): string {
  return typeof source === 'string' ? source : Buffer.from(source).toString('utf8');
}
