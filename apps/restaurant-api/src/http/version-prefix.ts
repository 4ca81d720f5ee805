import type { RequestHandler } from 'express';

const PREFIX = '/api/v1';

/** Every path answers at the root and below `/api/v1`. */
export const versionPrefix: RequestHandler = (request, _response, next) => {
  const { url } = request;
  if (url.startsWith(PREFIX) && /^(?:[/?]|$)/.test(url.slice(PREFIX.length))) {
    const rest = url.slice(PREFIX.length);
    request.url = rest.startsWith('/') ? rest : `/${rest}`;
  }
  next();
};
