import { EnvironmentError, type EnvironmentOf, list, oneOf, readEnvironment, secret, text, wholeNumber } from '@foodie-express/environment';
import { loggingVariables, shutdownVariables } from '@foodie-express/observability';
import { requestContextVariables } from '@foodie-express/request-context';
import { restaurantClientVariables } from '@foodie-express/restaurant-client';
import { sessionStoreVariables } from '@foodie-express/session-store';

/** Every environment variable of chat-agent. */
export const variables = {
  AGENT_PORT: wholeNumber({ description: 'Port of chat-agent.', min: 0, max: 65_535, default: 5000 }),
  AGENT_HOST: text({ description: 'Address that chat-agent listens on; 0.0.0.0 for all.', default: '127.0.0.1' }),
  NODE_ENV: oneOf(['development', 'production', 'test'], {
    description: 'In production secrets must be given; none is made up.',
    default: 'development',
  }),
  DATA_DIR: text({ description: 'Folder of the development secret.', default: '.data' }),
  SESSION_SECRET: secret({
    description: 'Encrypts logins kept in sessions and signs session tokens; the same for all instances. Needed in production; made up and kept in DATA_DIR elsewhere.',
    minLength: 32,
  }),
  CHAT_MODEL: oneOf(['auto', 'local', 'openai'], {
    description: 'Who answers: the local model, an OpenAI-compatible one, or (auto) that one where OPENAI_API_KEY is set.',
    default: 'auto',
  }),
  TURN_TIMEOUT: wholeNumber({ description: 'Bound of one turn of the conversation.', unit: 'seconds', min: 1, max: 55, default: 25 }),
  MESSAGES_PER_MINUTE: wholeNumber({ description: 'Messages a minute that one user may send.', min: 1, max: 100_000, default: 30 }),
  MESSAGES_PER_MINUTE_PER_ADDRESS: wholeNumber({
    description: 'Messages a minute that one network address may send, for all its users together.',
    min: 1,
    max: 1_000_000,
    default: 600,
  }),
  ALLOWED_ORIGINS: list({ description: 'Web origins that may call from a browser: https://shop.example,https://admin.example.', default: '' }),
  TRUST_PROXY: wholeNumber({ description: 'How many proxies in front set X-Forwarded-For; 0 trusts none.', min: 0, max: 10, default: 0 }),
  ...restaurantClientVariables,
  ...sessionStoreVariables,
  ...requestContextVariables,
  ...loggingVariables,
  ...shutdownVariables,
};

export type Configuration = EnvironmentOf<typeof variables>;

/** @throws EnvironmentError where a variable does not fit, or production lacks what it needs */
export function readConfiguration(source: Readonly<Record<string, string | undefined>>): Configuration {
  const configuration = readEnvironment(variables, source);
  if (configuration.NODE_ENV === 'production' && configuration.SESSION_SECRET === undefined) {
    throw new EnvironmentError(['SESSION_SECRET should be set in production: a secret of at least 32 characters, the same for all instances']);
  }
  return configuration;
}
