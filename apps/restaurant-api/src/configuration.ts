import { registrationSchema } from '@foodie-express/contracts';
import {
  EnvironmentError,
  type EnvironmentOf,
  flag,
  list,
  oneOf,
  readEnvironment,
  secret,
  text,
  url,
  wholeNumber,
} from '@foodie-express/environment';
import { loggingVariables, shutdownVariables } from '@foodie-express/observability';
import { requestContextVariables } from '@foodie-express/request-context';

/** Every environment variable of restaurant-api. */
export const variables = {
  API_PORT: wholeNumber({ description: 'Port of restaurant-api.', min: 0, max: 65_535, default: 8000 }),
  API_HOST: text({ description: 'Address that restaurant-api listens on; 0.0.0.0 for all.', default: '127.0.0.1' }),
  NODE_ENV: oneOf(['development', 'production', 'test'], {
    description: 'In production a database and a secret must be named; nothing is made up.',
    default: 'development',
  }),
  MONGODB_URI: url(['mongodb:', 'mongodb+srv:'], {
    description: 'The database, with its name: mongodb://host:27017/foodie. Without it an embedded one is used outside of production.',
  }),
  EMBEDDED_MONGO: flag({ description: 'Use the embedded database, in production too.' }),
  DATA_DIR: text({ description: 'Folder of the embedded database and of the development secret.', default: '.data' }),
  SEED: flag({ description: 'Load the sample restaurants into an empty database.', default: true }),
  JWT_SECRET: secret({
    description: 'Signs access tokens (HS256); the same for all instances. Needed in production; made up and kept in DATA_DIR elsewhere.',
    minLength: 32,
  }),
  ACCESS_TOKEN_TTL: wholeNumber({ description: 'How long a login lasts.', unit: 'seconds', min: 60, max: 86_400, default: 3600 }),
  REFRESH_TOKEN_TTL: wholeNumber({
    description: 'How long a login can be renewed after its last renewal.',
    unit: 'seconds',
    min: 3_600,
    max: 31_536_000,
    default: 2_592_000,
  }),
  ADMIN_USERNAME: text({ description: 'Name of the first admin, made at a start at which there is none.' }),
  ADMIN_EMAIL: text({ description: 'Email of the first admin.' }),
  ADMIN_PASSWORD: secret({ description: 'Password of the first admin.', minLength: 8 }),
  REDIS_URL: url(['redis:', 'rediss:'], {
    description: 'URL of Redis, with password and database: redis://:secret@host:6379/0. All instances share their limits through it.',
  }),
  RATE_LIMIT: wholeNumber({
    description: 'How many requests a user, and how many writes an address without login, may make in a minute; 0 for any number. Unset: 600 in production, any elsewhere.',
    unit: 'requests a minute',
    min: 0,
    max: 1_000_000,
  }),
  ALLOWED_ORIGINS: list({ description: 'Web origins that may call from a browser: https://shop.example,https://admin.example.', default: '' }),
  TRUST_PROXY: wholeNumber({
    description: 'How many proxies in front set X-Forwarded-For; 0 trusts none.',
    min: 0,
    max: 10,
    default: 0,
  }),
  ...requestContextVariables,
  ...loggingVariables,
  ...shutdownVariables,
};

export type Configuration = EnvironmentOf<typeof variables>;

/** @throws EnvironmentError where a variable does not fit, or production lacks what it needs */
export function readConfiguration(source: Readonly<Record<string, string | undefined>>): Configuration {
  const configuration = readEnvironment(variables, source);
  const problems = [
    ...databaseProblems(configuration),
    ...secretProblems(configuration),
    ...lifetimeProblems(configuration),
    ...originProblems(configuration),
    ...adminProblems(configuration),
  ];
  if (problems.length > 0) throw new EnvironmentError(problems);
  return configuration;
}

function databaseProblems({ NODE_ENV, MONGODB_URI, EMBEDDED_MONGO }: Configuration): string[] {
  if (MONGODB_URI !== undefined && EMBEDDED_MONGO === true) return ['EMBEDDED_MONGO should not be true where MONGODB_URI names a database'];
  if (MONGODB_URI !== undefined || EMBEDDED_MONGO === true) return [];
  if (NODE_ENV === 'production') return ['MONGODB_URI should name the database in production (or set EMBEDDED_MONGO=true to mean the embedded one)'];
  return EMBEDDED_MONGO === false ? ['MONGODB_URI should name the database where EMBEDDED_MONGO is false'] : [];
}

/** What samples of configuration have in the place of a secret: everybody knows those. */
const SAMPLE_SECRET = /change|default|example|placeholder|secret|passwor|production|develop|your[-_ ]|1234567|abcdefg|qwerty/i;
/** Random text of 32 characters, hexadecimal too, has more kinds of characters than this but for once in millions of times. */
const FEWEST_KINDS = 8;

function secretProblems({ NODE_ENV, JWT_SECRET }: Configuration): string[] {
  if (NODE_ENV !== 'production') return [];
  if (JWT_SECRET === undefined) return ['JWT_SECRET should be set in production: a secret of at least 32 characters, the same for all instances'];
  const isGuessable = SAMPLE_SECRET.test(JWT_SECRET) || new Set(JWT_SECRET).size < FEWEST_KINDS;
  return isGuessable ? ['JWT_SECRET should be a random secret in production, such as `openssl rand -base64 48` gives, and not one that others know or guess'] : [];
}

/** An access token ends with the login that it came of, which is forgotten when it can no longer be renewed. */
function lifetimeProblems({ ACCESS_TOKEN_TTL, REFRESH_TOKEN_TTL }: Configuration): string[] {
  return REFRESH_TOKEN_TTL < ACCESS_TOKEN_TTL ? [`REFRESH_TOKEN_TTL should be at least ACCESS_TOKEN_TTL, which is ${ACCESS_TOKEN_TTL}, got ${REFRESH_TOKEN_TTL}`] : [];
}

/** An origin is compared as it is written: one that no browser sends lets nobody in, and nobody learns why. */
function originProblems({ ALLOWED_ORIGINS }: Configuration): string[] {
  const isOrigin = (text: string) => text === '*' || (/^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text);
  return ALLOWED_ORIGINS.filter((origin) => !isOrigin(origin)).map(
    (origin) => `ALLOWED_ORIGINS should hold origins such as https://shop.example, without a path or a slash at the end, got "${origin}"`,
  );
}

function adminProblems({ ADMIN_USERNAME, ADMIN_EMAIL, ADMIN_PASSWORD }: Configuration): string[] {
  if (ADMIN_USERNAME === undefined && ADMIN_EMAIL === undefined && ADMIN_PASSWORD === undefined) return [];
  const fit = registrationSchema.safeParse({ username: ADMIN_USERNAME, email: ADMIN_EMAIL, password: ADMIN_PASSWORD });
  if (fit.success) return [];
  const wrong = new Set(fit.error.issues.map(({ path: [field] }) => `ADMIN_${String(field).toUpperCase()}`));
  return [...wrong].map((name) => `${name} should fit the rules of registration: ${adminRules[name] ?? ''}`);
}

const adminRules: Readonly<Record<string, string>> = {
  ADMIN_USERNAME: '3 to 30 of A-Z, a-z, 0-9, _ and -',
  ADMIN_EMAIL: 'an email address',
  ADMIN_PASSWORD: '8 to 128 characters with a letter and a digit',
};
