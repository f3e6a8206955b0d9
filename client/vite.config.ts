import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, loadEnv } from 'vite';
import { breakpoints } from './build/breakpoints.ts';
import { chunkNames } from './build/chunks.ts';
import { documents } from './build/documents.plugin.ts';
import { firstPaint } from './build/first-paint.plugin.ts';
import { precompress } from './build/precompress.plugin.ts';
import { serviceWorker } from './build/service-worker.plugin.ts';
import { languages } from './words/languages.ts';

/**
 * What the server answers itself, also while the web app comes from the development server; the folder `graphql` of the app is
 * the latter's.
 */
const PROXIED = [
  '^/graphql(\\?|$)',
  '/auth',
  '/export',
  '/vitals',
  '/playground',
  '/mailbox',
  '/mock-payments',
  '/webhooks',
];
const ROUTER = '../node_modules/react-router/dist/production/index.mjs';
const root = fileURLToPath(new URL('.', import.meta.url));
const everybody = pathOf('main.tsx');
const signedIn = pathOf('app/signed-in.tsx');
const catalogues = Object.fromEntries(
  languages.map((language) => [
    language,
    ['door', 'inside', 'screens'].map((part) => pathOf(`app/languages/${part}/${language}.ts`)),
  ]),
);
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

export default defineConfig(({ command, mode }) => {
  const environment = loadEnv(mode, fileURLToPath(new URL('..', import.meta.url)), ['VITE_', 'API_']);
  const api = environment['API_URL'] ?? 'http://localhost:4000';
  const demo = environment['VITE_DEMO'] ?? (command === 'serve' ? '1' : '');
  return {
    root,
    plugins: [
      documents(pathOf('graphql/graphql.ts')),
      react(),
      firstPaint({
        script: pathOf('app/early.js'),
        signedIn,
        questions: pathOf('graphql/persisted-documents.json'),
        home: 'WalletDashboard',
        catalogues,
      }),
      serviceWorker(pathOf('offline/service-worker.js')),
      precompress(),
    ],
    define: {
      __DEMO__: JSON.stringify(['1', 'true', 'yes'].includes(demo)),
      __VERSION__: JSON.stringify(manifest.version),
    },
    resolve: {
      // rxjs as it is written for browsers of today; for others it brings a library of helpers.
      conditions: ['es2015', ...defaultClientConditions],
      // The package offers what it warns developers with, and has the other beside it.
      alias: command === 'build' ? [{ find: /^react-router$/, replacement: pathOf(ROUTER) }] : [],
    },
    css: { postcss: { plugins: [breakpoints] } },
    server: {
      proxy: Object.fromEntries(PROXIED.map((path) => [path, api])),
    },
    build: {
      outDir: '../dist/client',
      emptyOutDir: true,
      // The oldest browsers that know light-dark(), on which both colour schemes rest.
      target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
      // The content security policy allows neither data: scripts nor inline ones.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              {
                name: chunkNames({ everybody, signedIn, catalogues }),
                debugName: 'by who needs it',
                includeDependenciesRecursively: false,
              },
            ],
          },
        },
      },
      // Which file imports which: the check of the sizes reads it.
      manifest: true,
    },
  };
});

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
