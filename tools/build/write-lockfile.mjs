// Gives a built app its own package-lock.json: `node tools/build/write-lockfile.mjs dist/apps/<app>`.
// npm itself prunes a copy of the workspace's lockfile, so the app runs the very versions that were tested.
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node tools/build/write-lockfile.mjs dist/apps/<app>');

const workspace = JSON.parse(readFileSync('package.json', 'utf8'));
const manifestPath = join(folder, 'package.json');
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
const complete = {
  ...manifest,
  version: workspace.version,
  private: true,
  license: workspace.license,
  engines: workspace.engines,
  scripts: { start: 'node main.js' },
  overrides: workspace.overrides,
  allowScripts: workspace.allowScripts,
};
writeFileSync(manifestPath, `${JSON.stringify(complete, null, 2)}\n`);
copyFileSync('package-lock.json', join(folder, 'package-lock.json'));
execFileSync('npm', ['install', '--package-lock-only', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], {
  cwd: folder,
  stdio: 'inherit',
  timeout: 120_000,
});
