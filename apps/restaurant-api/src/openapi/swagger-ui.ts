import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Router } from 'express';
import packageFolder from 'swagger-ui-dist/absolute-path.js';

/** Replaces the package's own initializer, which shows another API. */
const initializer = `window.onload = () => {
  window.ui = SwaggerUIBundle({
    url: '../openapi.json',
    dom_id: '#swagger-ui',
    deepLinking: true,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: 'StandaloneLayout',
  });
};
`;

/** The pages of `/docs`, served from the package that they come in; nothing is loaded from elsewhere. */
export function swaggerUi(): Router {
  const router = express.Router();
  const folder = packageFolder();
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  // The page's own links are relative to its folder, which an address without a slash at the end does not name.
  const pageBeside = page.replace('<head>', '<head><base href="docs/">');
  router.get('/', (request, response) => {
    const isFolder = request.originalUrl.split('?')[0]?.endsWith('/') === true;
    response.type('html').send(isFolder ? page : pageBeside);
  });
  router.get('/swagger-initializer.js', (_request, response) => {
    response.type('application/javascript').send(initializer);
  });
  router.use(express.static(folder, { index: false, redirect: false, maxAge: '1h' }));
  return router;
}
