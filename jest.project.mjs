import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';

const root = fileURLToPath(new URL('.', import.meta.url));
const { $schema, ...swc } = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

/**
 * The Jest configuration of one project of the workspace: ES modules compiled by swc, libraries resolved to their sources.
 * @param {string} displayName the project's Nx name, by which `nx test` selects it
 * @param {string} configUrl `import.meta.url` of the calling jest.config.mjs
 * @param {import('jest').Config} [overrides]
 * @returns {import('jest').Config}
 */
export function jestProject(displayName, configUrl, overrides = {}) {
  return {
    displayName,
    rootDir: fileURLToPath(new URL('.', configUrl)),
    testEnvironment: 'node',
    testMatch: ['<rootDir>/**/*.spec.ts'],
    extensionsToTreatAsEsm: ['.ts'],
    transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
    moduleNameMapper: {
      '^@foodie-express/([^/]+)$': `${root}libs/$1/src/index.ts`,
      '^(\\.{1,2}/.*)\\.js$': '$1',
      '^fast-check$': `${root}jest.fast-check.mjs`,
    },
    ...overrides,
  };
}
