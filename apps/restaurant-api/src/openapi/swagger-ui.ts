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
  router.get('/', (request, response, next) => {
    // The page's own links are relative to the folder.
    if (request.originalUrl.split('?')[0]?.endsWith('/') === true) next();
    else response.redirect(302, `${request.originalUrl}/`);
  });
  router.get('/swagger-initializer.js', (_request, response) => {
    response.type('application/javascript').send(initializer);
  });
  router.use(express.static(packageFolder(), { index: 'index.html', redirect: false, maxAge: '1h' }));
  return router;
}
