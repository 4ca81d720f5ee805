const { readFile } = require('node:fs/promises');
const { join } = require('node:path');
const { transform } = require('@swc/core');

const workspaceRoot = join(__dirname, '../..');

/** esbuild emits no decorator metadata, which Nest's dependency injection reads: swc compiles the sources, esbuild bundles. */
const swcPlugin = {
  name: 'swc',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (path.includes('/node_modules/')) return undefined;
      const { code } = await transform(await readFile(path, 'utf8'), {
        filename: path,
        configFile: join(workspaceRoot, '.swcrc'),
        sourceMaps: 'inline',
      });
      return { contents: code, loader: 'js' };
    });
  },
};

module.exports = {
  sourcemap: true,
  keepNames: true,
  outExtension: { '.js': '.js' },
  plugins: [swcPlugin],
};
