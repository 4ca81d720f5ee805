// Gives a bundled app the package.json and package-lock.json that it deploys with: `node tools/build/write-manifest.mjs <app>`.
// The dependencies are what the bundle itself imports, in the versions that were tested; npm prunes the workspace's lockfile.
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';

const [app] = process.argv.slice(2);
if (!app) throw new Error('usage: node tools/build/write-manifest.mjs <app>');
const folder = join('dist/apps', app);

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** @param {string} specifier `lmdb`, `mingo/core` or `@nestjs/core` */
const packageOf = (specifier) => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');

function importedPackages() {
  const { outputs } = readJson(join(folder, 'meta.json'));
  const imports = Object.values(outputs).flatMap((output) => output.imports.filter(({ external }) => external));
  const packages = imports.map(({ path }) => packageOf(path)).filter((name) => !name.startsWith('node:') && !builtinModules.includes(name));
  return [...new Set(packages)].sort();
}

const workspace = readJson('package.json');
const dependencies = Object.fromEntries(
  importedPackages().map((name) => {
    if (!(name in workspace.dependencies)) throw new Error(`${app} imports ${name}, which is no dependency of the workspace`);
    return [name, readJson(join('node_modules', name, 'package.json')).version];
  }),
);
const { version, license, engines } = workspace;
const manifest = { name: app, version, private: true, license, type: 'module', main: 'main.js', engines, scripts: { start: 'node main.js' }, dependencies };

/** @param {Record<string, unknown>} policies what the workspace says of packages: overrides, install scripts */
const writeManifest = (policies) => writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ ...manifest, ...policies }, null, 2)}\n`);

const { overrides, allowScripts } = workspace;
writeManifest({ overrides, allowScripts });
copyFileSync('package-lock.json', join(folder, 'package-lock.json'));
execFileSync('npm', ['install', '--package-lock-only', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], {
  cwd: folder,
  stdio: 'inherit',
  timeout: 120_000,
});

const locked = readJson(join(folder, 'package-lock.json')).packages;
/** @param {Record<string, unknown>} policy */
const ofLocked = (policy) => Object.fromEntries(Object.entries(policy).filter(([name]) => `node_modules/${name}` in locked));
writeManifest({ overrides: ofLocked(overrides), allowScripts: ofLocked(allowScripts) });
