import js from '@eslint/js';
import graphql from '@graphql-eslint/eslint-plugin';
import hooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Environment, clock and chance come in at the composition root; see tests/architecture for the walls between rooms. */
const ambient = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only api/server/config.ts reads the environment.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time is an argument called now.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time is an argument called now.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Chance is handed in.',
  },
  { selector: "CallExpression[callee.name='parseFloat']", message: 'Money is never a float.' },
];

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.cache/', '.data/', 'client/graphql/', 'node_modules/'] },
  {
    // The documents under schema/operations are linted too, by rules of their own.
    files: ['**/*.{js,mjs,ts,tsx}'],
    extends: [js.configs.recommended, ...tseslint.configs.strict],
    languageOptions: { globals: globals.node },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      eqeqeq: 'error',
      'no-console': 'off',
    },
  },
  {
    files: ['api/**/*.ts', 'schema/**/*.ts', 'client/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}', 'bench/**/*.ts'],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'client/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['api/**/*.ts', 'schema/**/*.ts'],
    ignores: ['api/server/config.ts', 'api/server/main.ts', 'api/scripts/*.ts', 'api/database/**'],
    rules: { 'no-restricted-syntax': ['error', ...ambient], 'no-console': 'error' },
  },
  {
    files: ['client/**/*.{ts,tsx}'],
    languageOptions: { globals: globals.browser },
    plugins: { 'react-hooks': hooks },
    rules: { ...hooks.configs.recommended.rules },
  },
  {
    files: ['schema/operations/**/*.graphql'],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: {
        graphQLConfig: { schema: 'schema/schema.graphql', documents: 'schema/operations/**/*.graphql' },
      },
    },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      '@graphql-eslint/no-anonymous-operations': 'error',
      '@graphql-eslint/no-deprecated': 'error',
      '@graphql-eslint/fields-on-correct-type': 'error',
    },
  },
);
