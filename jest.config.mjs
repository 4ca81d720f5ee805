import { existsSync, readdirSync } from 'node:fs';

const folders = ['apps', 'libs'].flatMap((top) => readdirSync(top).map((name) => `${top}/${name}`));

export default {
  projects: [...folders, 'tools'].map((folder) => `${folder}/jest.config.mjs`).filter((path) => existsSync(path)),
  maxWorkers: 2,
  // A bound for what hangs, never a measure: two cores serve whole stacks side by side.
  testTimeout: 120_000,
};
