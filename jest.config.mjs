import { availableParallelism } from 'node:os';

// The tests run as CommonJS: swc turns every module into it, so jest needs no experimental flags of Node.

const swc = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic' },
    },
    target: 'es2022',
    keepClassNames: true,
  },
  sourceMaps: 'inline',
  swcrc: false,
};

/** Packages that are published as ES modules only, or load some when they are used, and so have to be turned into CommonJS as well. */
const esmOnlyPackages = [
  '@opentelemetry/otlp-exporter-base',
  'cookie',
  'd3-path',
  'd3-shape',
  'jose',
  'lodash-es',
];

const shared = {
  rootDir: import.meta.dirname,
  cacheDirectory: '<rootDir>/.cache/jest',
  transform: { '\\.[cm]?[jt]sx?$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnlyPackages.join('|')})/)`],
  // Build results and caches hold second copies of sources and packages, which would only confuse.
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/(?!rooms|$)', '<rootDir>/.data/'],
};

const node = {
  ...shared,
  testEnvironment: 'node',
  globalSetup: '<rootDir>/tests/support/jest/start-database.ts',
  globalTeardown: '<rootDir>/tests/support/jest/stop-database.ts',
  setupFiles: ['reflect-metadata'],
};

/** `npm test` runs the files of a room together as one, which scripts/lib/rooms.mjs has written into this folder. */
const together = process.env.TEST_ROOMS ? [`${process.env.TEST_ROOMS}/*.test.ts`] : undefined;

export default {
  projects: [
    {
      ...node,
      displayName: 'api',
      testMatch: together ?? ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/(client|browser|model)/'],
    },
    {
      // Long runs that would take twice as long while their coverage is measured, and add nothing to it.
      ...node,
      displayName: 'model',
      testMatch: ['<rootDir>/tests/model/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'client',
      testEnvironment: '<rootDir>/tests/support/jest/browser-like-environment.ts',
      testMatch: together ?? ['<rootDir>/tests/client/**/*.test.{ts,tsx}'],
      setupFiles: ['reflect-metadata'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/jest/client-matchers.ts'],
      moduleNameMapper: { '\\.module\\.css$': 'identity-obj-proxy', '\\.css$': 'identity-obj-proxy' },
    },
    {
      ...node,
      displayName: 'browser',
      testMatch: together ?? ['<rootDir>/tests/browser/**/*.test.ts'],
    },
  ],
  coverageProvider: 'v8',
  coverageReporters: ['text-summary', 'json-summary', 'html'],
  // A test waits for the database more than it computes, so two files at a time pay off even on two cores.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // A worker keeps something of every file that it ran; a fresh one takes over before that is too much for a small machine.
  workerIdleMemoryLimit: '1.5GB',
  // For a machine that is busy with other things too; nothing waits this long when all is well.
  testTimeout: 180_000,
};
