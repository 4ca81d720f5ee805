import { expect } from '@jest/globals';
import type { RequestContext } from './request-context';

/** Does something asynchronous and calls `seen` wherever the request should be seen: in callbacks, listeners, hooks. */
export type Step = (seen: (value?: unknown) => void) => Promise<unknown>;

const REQUESTS = 1_000;

/** Runs 1,000 requests at once, each through all steps from a place of its own on, and looks at the request ID all along. */
export async function expectIsolation(context: RequestContext, steps: readonly Step[], requests = REQUESTS): Promise<void> {
  const wrong: string[] = [];
  let looks = 0;

  async function request(number: number): Promise<void> {
    const requestId = `request-${number}`;
    const look = (step: number) => {
      looks += 1;
      if (context.requestId !== requestId || context.user?.id !== `user-${number}`) wrong.push(`${requestId} saw ${String(context.requestId)} in step ${step}`);
    };
    context.user = { id: `user-${number}` };
    for (const turn of steps.keys()) {
      const index = (turn + number) % steps.length;
      await steps[index]?.(() => { look(index); });
      look(index);
    }
  }

  await Promise.all(Array.from({ length: requests }, (_, number) => context.run({ requestId: `request-${number}` }, () => request(number))));
  expect(wrong.slice(0, 10)).toEqual([]);
  expect(looks).toBeGreaterThanOrEqual(requests * steps.length);
  expect(context.requestId).toBeUndefined();
}
