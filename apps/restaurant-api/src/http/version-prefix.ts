import type { IncomingMessage } from 'node:http';
import type { NodeMiddleware } from './in-sequence';

const PREFIX = '/api/v1';

/** Express and what follows it read from here what was asked for, whatever becomes of `url`. */
interface RoutedMessage extends IncomingMessage {
  originalUrl?: string;
}

/** Every path answers at the root and below `/api/v1`. */
export const versionPrefix: NodeMiddleware = (request: RoutedMessage, _response, next) => {
  const { url = '/' } = request;
  if (url.startsWith(PREFIX) && /^(?:[/?]|$)/.test(url.slice(PREFIX.length))) {
    const rest = url.slice(PREFIX.length);
    request.originalUrl = url;
    request.url = rest.startsWith('/') ? rest : `/${rest}`;
  }
  next();
};
