import { oneOf } from '@foodie-express/environment';
import { logFormats, logLevels } from './logger';

/** The environment variables of the logger, for an app's configuration. */
export const loggingVariables = {
  LOG_LEVEL: oneOf(logLevels, { description: 'The least important lines that are written.', default: 'info' }),
  LOG_FORMAT: oneOf(logFormats, { description: 'How lines look; pretty holds only on a terminal.', default: 'json' }),
};
