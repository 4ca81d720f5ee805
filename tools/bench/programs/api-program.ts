import { randomBytes } from 'node:crypto';
import { freePort } from '../../stack/port';
import { type ChildProgram, withProgram } from './child-program';
import { untilHealthy } from './until-healthy';

/** The same for every start, so that a login outlives it. */
const secret = randomBytes(48).toString('base64');

/** A build of restaurant-api, and where its data go. */
export interface ApiBuild {
  /** Its main.js. */
  readonly program: string;
  /** Absolute path. */
  readonly dataFolder: string;
  /** With the database's name; the embedded one where there is none. */
  readonly mongoUri: string | undefined;
}

export interface RunningApi {
  readonly program: ChildProgram;
  readonly url: string;
}

/** Runs `use` with the API as production runs it, but for its limit of writes a minute. */
export async function withApi<Result>(
  build: ApiBuild,
  nodeFlags: readonly string[],
  signal: AbortSignal,
  use: (api: RunningApi) => Promise<Result>,
): Promise<Result> {
  const port = await freePort();
  const environment = {
    NODE_ENV: 'production',
    JWT_SECRET: secret,
    RATE_LIMIT: '0',
    DATA_DIR: build.dataFolder,
    API_PORT: String(port),
    ...(build.mongoUri === undefined ? { EMBEDDED_MONGO: 'true' } : { MONGODB_URI: build.mongoUri }),
  };
  return withProgram(build.program, { name: 'restaurant-api', nodeFlags, environment, signal }, async (program) => {
    const api = { program, url: `http://127.0.0.1:${port}` };
    await untilHealthy(program, api.url, signal);
    return use(api);
  });
}
