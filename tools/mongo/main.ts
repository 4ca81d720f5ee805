import { parseArgs } from 'node:util';
import { EmbeddedMongoError, startEmbeddedMongo } from '@foodie-express/embedded-mongo';

const USAGE = `Serves the embedded MongoDB alone, so that mongosh or Compass can look into the data.

  npm run mongo -- [--port 27018] [--data .data/mongo]

  --port  the port on 127.0.0.1, 27018 where it is not given; 0 for any that is free
  --data  the data folder, .data/mongo where it is not given
`;

/** 27017 is MongoDB's own port: one beside it lets both run. */
const DEFAULT_PORT = '27018';
const DEFAULT_DATA = '.data/mongo';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: DEFAULT_PORT },
      data: { type: 'string', default: DEFAULT_DATA },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const server = await startEmbeddedMongo({ dataFolder: values.data, port: portOf(values.port) });
  process.stdout.write(`MongoDB protocol on ${server.uri}\nData in ${values.data}. Look into it: mongosh "${server.uri}". Ctrl+C ends it.\n`);
  const stop = (): void => {
    server.close().catch(fail);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new EmbeddedMongoError(`--port must be a whole number from 0 to 65535, not "${text}"`);
}

/** One sentence for what a person can mend; anything else shows where it arose. */
function fail(error: unknown): void {
  const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (error instanceof EmbeddedMongoError || isUsage) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}

main().catch(fail);
