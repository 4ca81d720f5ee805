import autocannon from 'autocannon';
import type { z } from 'zod';
import { quantile } from '../report/statistics';
import { answerTask } from './answer-tasks';
import { loadSchema, type LoadResult } from './load-task';

/** @throws Error where a request fails or is answered with another status than it should */
async function generate({ url, connections, requests, until }: z.infer<typeof loadSchema>): Promise<LoadResult> {
  const times: number[] = [];
  const accepted = new Set(requests.map(({ status }) => status));
  const refused = new Map<number, number>();
  let connection = 0;
  const begin = performance.now();
  const { errors, timeouts } = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(
      {
        url,
        connections,
        requests: requestsOf(requests, 0),
        setupClient: (client) => {
          client.setRequests(requestsOf(requests, (connection += 1)));
        },
        idReplacement: requests.some((request) => JSON.stringify(request).includes('[<id>]')),
        ...('seconds' in until ? { duration: until.seconds } : { amount: until.requests }),
      },
      (error: unknown, result) => {
        if (error instanceof Error) reject(error);
        else resolve(result);
      },
    );
    run.on('response', (_client, status, _bytes, time) => {
      times.push(time);
      if (!accepted.has(status)) refused.set(status, (refused.get(status) ?? 0) + 1);
    });
  });
  const seconds = (performance.now() - begin) / 1_000;
  if (errors + timeouts > 0) throw new Error(`${errors} requests failed, ${timeouts} of them without an answer in time`);
  if (refused.size > 0) throw new Error(`answers with an unexpected status: ${[...refused].map(([status, count]) => `${count} times ${status}`).join(', ')}`);
  times.sort((one, other) => one - other);
  return { answered: times.length, seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

function requestsOf(requests: z.infer<typeof loadSchema>['requests'], connection: number): autocannon.Request[] {
  return requests.map(({ method, path, headers, body }) => ({ method, path, headers, body: body?.replaceAll('[<connection>]', String(connection)) }));
}

answerTask('load', loadSchema, generate);
