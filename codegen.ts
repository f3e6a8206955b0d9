import { createHash } from 'node:crypto';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';

const sha256 = (operation: string): string => createHash('sha256').update(operation).digest('hex');

/**
 * Types and documents for the web app, from the committed SDL and the .graphql files beside the components.
 * `documentMode` stays unset: setting it would switch the persisted documents off.
 */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: ['client/**/*.graphql'],
  importExtension: '.ts',
  generates: {
    'client/graphql/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: { unmaskFunctionName: 'readFragment' },
        persistedDocuments: { hashAlgorithm: sha256 },
        skipIndexFile: true,
      },
      documentTransforms: [addTypenameSelectionDocumentTransform],
      config: {
        scalars: { ID: 'string', Decimal: 'string', DateTime: 'string' },
        strictScalars: true,
        enumType: 'string-literal',
        useTypeImports: true,
      },
    },
    'client/graphql/possible-types.ts': {
      plugins: ['fragment-matcher'],
      config: { useExplicitTyping: true, useTypeImports: true },
    },
  },
};

export default config;
