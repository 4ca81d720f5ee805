import nx from '@nx/eslint-plugin';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { moduleBoundaries } from './tools/lint/module-boundaries.mjs';

export default tseslint.config(
  { ignores: ['**/dist', '**/node_modules', '**/coverage', '.data', '.nx', 'tools/lint/fixtures'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx, 'import-x': importX },
    rules: {
      '@nx/enforce-module-boundaries': ['error', moduleBoundaries],
      'import-x/no-cycle': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.base.json' })] },
  },
  {
    // One message must not hold the whole server: a pattern that is ambiguous can take time without bound to say no.
    files: ['{apps,libs,tools}/**/*.{ts,mjs,cjs}'],
    plugins: { regexp },
    rules: {
      'regexp/no-dupe-disjunctions': ['error', { report: 'interesting' }],
      'regexp/no-super-linear-backtracking': ['error', { report: 'certain' }],
    },
  },
  {
    files: ['apps/{restaurant-api,chat-agent}/**/*.ts', 'libs/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.suite.ts', 'libs/testing/**'],
    rules: { 'no-restricted-imports': ['error', { paths: ['@foodie-express/testing'] }] },
  },
  { files: ['tools/**/*.ts'], rules: { 'no-console': 'off' } },
);
