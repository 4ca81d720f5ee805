import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { StackError } from '../../stack/stack-error';
import { comparisonTable, type Comparison } from '../measuring/comparison';
import { measureRounds } from '../measuring/paired-rounds';
import { type RunningApi, withApi } from '../programs/api-program';
import { withProgram } from '../programs/child-program';
import { type FixedAnswer, servedSchema } from '../programs/serve-task';
import { withDatabase } from './databases';
import type { Subject, Workbench } from './subject';

/** Of the floor's requests per second. */
const GOAL = 0.6;

/** Headers that say something of the bytes: the floor sends them too, so that it need not find them out. */
const HEADERS_OF_THE_BYTES = ['content-type', 'content-encoding', 'etag', 'cache-control', 'vary', 'x-total-count'];

const floorProgram = fileURLToPath(new URL('../programs/fixed-answer-floor.ts', import.meta.url));

/** A read, plain and as browsers ask for it, against Express sending the same bytes. */
export function readSubject(name: string, path: string): Subject {
  return {
    name,
    title: `GET ${path} and bare Express sending the same bytes`,
    run: (workbench) =>
      withDatabase(workbench.mongoUri, (mongoUri) => {
        const build = { program: workbench.apiProgram, dataFolder: join(workbench.folder, name), mongoUri };
        return withApi(build, [], workbench.signal, async (api) => {
          const plain = await compare(workbench, api, path, {});
          const zipped = await compare(workbench, api, path, { 'accept-encoding': 'gzip' });
          return comparisonTable([plain, zipped]);
        });
      }),
  };
}

async function compare({ generator, pace, signal }: Workbench, api: RunningApi, path: string, headers: Record<string, string>): Promise<Comparison> {
  const answer = await answerOf(`${api.url}${path}`, path, headers);
  const requests = [{ path, headers }];
  return withProgram(floorProgram, { name: 'the floor', signal }, async (program) => {
    const { url } = await program.ask('serve', answer, servedSchema);
    const rounds = await measureRounds(generator, { ...api, requests }, { program, url, requests }, pace, signal);
    return { call: `GET ${path}${answer.headers['content-encoding'] === undefined ? '' : ' (gzip)'}`, goal: GOAL, rounds };
  });
}

/** The bytes as they go over the wire, which `fetch` would unzip. */
async function answerOf(url: string, path: string, headers: Record<string, string>): Promise<FixedAnswer> {
  const { statusCode, headers: answered, body } = await request(url, { headers });
  if (statusCode !== 200) throw new StackError(`GET ${path} was answered with ${statusCode}`);
  const kept: Record<string, string> = {};
  for (const name of HEADERS_OF_THE_BYTES) {
    const value = answered[name];
    if (typeof value === 'string') kept[name] = value;
  }
  return { path, headers: kept, bodyBase64: Buffer.from(await body.arrayBuffer()).toString('base64') };
}
