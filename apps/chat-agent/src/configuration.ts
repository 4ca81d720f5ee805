import { EnvironmentError, type EnvironmentOf, list, oneOf, readEnvironment, secret, text, url, wholeNumber } from '@foodie-express/environment';
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
  OPENAI_API_KEY: secret({ description: 'Key of the OpenAI-compatible service; without one the local model answers.' }),
  OPENAI_BASE_URL: url(['http:', 'https:'], { description: 'Address of another OpenAI-compatible service (Azure, Ollama, vLLM), with its /v1.' }),
  OPENAI_MODEL: text({ description: 'Name of the model there.', default: 'gpt-4o-mini' }),
  OPENAI_TIMEOUT: wholeNumber({
    description: 'How long a reply of that model may take to begin before it is tried again or the local model takes over.',
    unit: 'seconds',
    min: 1,
    max: 50,
    default: 8,
  }),
  TURN_TIMEOUT: wholeNumber({ description: 'Bound of one turn of the conversation.', unit: 'seconds', min: 1, max: 55, default: 25 }),
  MESSAGES_PER_MINUTE: wholeNumber({ description: 'Messages a minute that one user may send.', min: 1, max: 100_000, default: 30 }),
  MESSAGES_PER_MINUTE_PER_ADDRESS: wholeNumber({
    description: 'Messages a minute that one network address may send, for all its users together.',
    min: 1,
    max: 1_000_000,
    default: 600,
  }),
  ADMIN_TOKEN: secret({ description: 'What operators send as a bearer token to /health/detailed and /admin; unset switches these off.', minLength: 16 }),
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
  const problems = [...secretProblems(configuration), ...modelProblems(configuration)];
  if (problems.length > 0) throw new EnvironmentError(problems);
  return configuration;
}

function secretProblems({ NODE_ENV, SESSION_SECRET }: Configuration): string[] {
  const isMissing = NODE_ENV === 'production' && SESSION_SECRET === undefined;
  return isMissing ? ['SESSION_SECRET should be set in production: a secret of at least 32 characters, the same for all instances'] : [];
}

/** A service of one's own, such as Ollama, needs no key. */
function modelProblems({ CHAT_MODEL, OPENAI_API_KEY, OPENAI_BASE_URL }: Configuration): string[] {
  const isMissing = CHAT_MODEL === 'openai' && OPENAI_API_KEY === undefined && OPENAI_BASE_URL === undefined;
  return isMissing ? ['OPENAI_API_KEY should be set where CHAT_MODEL is openai (or OPENAI_BASE_URL for a service that needs no key)'] : [];
}
