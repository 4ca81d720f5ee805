import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { problemSchema } from '@foodie-express/contracts';
import { describeWithProgram, eventually } from '@foodie-express/testing';
import { Redis } from 'ioredis';
import { TopologyClient } from './topology-client';
import { type AgentName, other, redisPassword, TopologyStack } from './topology-stack';

const agentNames: readonly AgentName[] = ['chat-agent-1', 'chat-agent-2'];
const ORDER = '2 masala thepla from Thepla House';

describeWithProgram('nginx', 'the stack of docker/compose.yml', () => {
  describeWithProgram('redis-server', 'as processes', () => {
    let stack: TopologyStack;

    beforeAll(async () => {
      stack = await TopologyStack.start();
    }, 60_000);

    afterAll(() => stack.stop());

    /** The agent that served a turn; nginx logs it when the response has ended. */
    function agentOf({ requestId }: { requestId: string }): Promise<AgentName> {
      return eventually(async () => {
        const name = await stack.servedBy(requestId);
        if (name === undefined) throw new Error(`nginx has not logged ${requestId} as served by an agent`);
        return name;
      });
    }

    it('leads one conversation over both agents to one order', async () => {
      const person = await TopologyClient.register(stack.nginx.url);
      const turns = [await person.say('hello'), await person.say('which restaurants are there?')];
      turns.push(await person.say('show me the menu of Thepla House'), await person.say(ORDER));
      expect(turns.at(-1)?.pending_order).toMatchObject({ restaurant_name: 'Thepla House', lines: [{ item_name: 'Masala Thepla', quantity: 2 }] });
      turns.push(await person.say('yes'));

      expect(new Set(await Promise.all(turns.map(agentOf)))).toEqual(new Set(agentNames));
      expect(await person.orders()).toMatchObject([{ status: 'placed', items: [{ item_name: 'Masala Thepla', quantity: 2 }] }]);
    });

    it('goes on with the other agent after one is killed', async () => {
      const person = await TopologyClient.register(stack.nginx.url);
      const killed = await agentOf(await person.say(ORDER));
      await stack.killAgent(killed);
      try {
        for (const message of ['yes', 'my orders', 'hello']) expect(await agentOf(await person.say(message))).toBe(other(killed));
        expect(await person.orders()).toMatchObject([{ status: 'placed', restaurant_name: 'Thepla House' }]);
      } finally {
        await stack.startAgents();
      }
    });

    it('places one order where the agent is killed in the middle of the yes, and the person repeats it', async () => {
      const person = await TopologyClient.register(stack.nginx.url);
      await stack.stopAgent('chat-agent-2');
      try {
        await person.say(ORDER);
        stack.api.signal('SIGSTOP');
        const interrupted = person.send('/chat', 'yes', 'interrupted-yes');
        await untilTurnRuns(stack, person.username);
        await stack.killAgent('chat-agent-1');
        const response = await interrupted;
        expect(response.status).toBe(502);
        expect(problemSchema.parse(await response.json())).toMatchObject({ code: 'upstream_failed', request_id: 'interrupted-yes' });
      } finally {
        stack.api.signal('SIGCONT');
        await stack.startAgents();
      }

      await person.say('yes');
      expect(await person.orders()).toMatchObject([{ status: 'placed', items: [{ item_name: 'Masala Thepla', quantity: 2 }] }]);
    });

    it('streams a turn through nginx', async () => {
      const person = await TopologyClient.register(stack.nginx.url);
      const response = await person.send('/chat/stream', 'show me the menu of Thepla House');
      expect(response.headers.get('Content-Type')).toContain('text/event-stream');
      const events = (await response.text()).matchAll(/^event: (\w+)\ndata: (.*)$/gm);
      const names = [...events].map(([, name]) => name);
      expect(names[0]).toMatch(/^(?:token|tool)$/);
      expect(names).toContain('token');
      expect(names.at(-1)).toBe('done');
    });

    it('lets the agent say that a message is too large', async () => {
      const person = await TopologyClient.register(stack.nginx.url);
      const requestId = randomUUID();
      const response = await person.send('/chat', 'x'.repeat(70_000), requestId);
      expect(response.status).toBe(413);
      expect(response.headers.get('Content-Type')).toContain('application/problem+json');
      expect(problemSchema.parse(await response.json())).toMatchObject({ code: 'body_too_large', request_id: requestId });
      expect(agentNames).toContain(await agentOf({ requestId }));
    });

    it('keeps one request ID from the client through nginx, agent and API back to the client', async () => {
      const person = await TopologyClient.register(stack.nginx.url);
      const requestId = `traced-${randomUUID()}`;
      const response = await person.send('/chat', 'show me the menu of Thepla House', requestId);
      expect(response.headers.get('X-Request-ID')).toBe(requestId);
      const agent = stack.agent(await agentOf({ requestId }));
      const traced = (entry: Readonly<Record<string, unknown>>) => Object.values(entry).includes(requestId);
      await eventually(() => {
        expect(agent.logs(traced)).not.toEqual([]);
        expect(stack.api.logs(traced)).not.toEqual([]);
      });
    });

    it('keeps the sessions in Redis', async () => {
      const health = await fetch(`${stack.nginx.url}/health`);
      expect(await health.json()).toMatchObject({ redis: { connected: true, backend: 'redis' } });
    });
  });
});

/** Waits until an agent holds the person's lock in Redis. */
async function untilTurnRuns(stack: TopologyStack, userId: string): Promise<void> {
  const redis = new Redis({ host: '127.0.0.1', port: stack.redis.port, password: redisPassword });
  try {
    await eventually(async () => {
      expect(await redis.exists(`chat_lock:{${userId}}`)).toBe(1);
    });
  } finally {
    redis.disconnect();
  }
}
