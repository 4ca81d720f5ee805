import { existsSync, readdirSync } from 'node:fs';

const folders = ['apps', 'libs'].flatMap((top) => readdirSync(top).map((name) => `${top}/${name}`));

export default {
  projects: [...folders, 'tools'].map((folder) => `${folder}/jest.config.mjs`).filter((path) => existsSync(path)),
  maxWorkers: 2,
  testTimeout: 30_000,
};
