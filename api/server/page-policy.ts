import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts inside a page that a browser may use, as sources of a content security policy. */
export interface InlineSources {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

const SCRIPTS = /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g;
const STYLES = /<style[^>]*>([\s\S]*?)<\/style>/g;

/** What the web app's page carries in itself so that it can be painted at once; nothing where it is not built. */
export function inlineSourcesOf(webAppDirectory: string): InlineSources {
  const path = join(webAppDirectory, 'index.html');
  const html = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return { scripts: hashesOf(html, SCRIPTS), styles: hashesOf(html, STYLES) };
}

function hashesOf(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, text = '']) => {
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  });
}
