// The same turns with the OpenAI Agents SDK, behind Express: its own loop, streaming, with a session in Redis that keeps as many messages
// as the others. It runs with the packages of this folder; express and ioredis are those of the workspace.
import { once } from 'node:events';
import { Agent, OpenAIChatCompletionsModel, run, setTracingDisabled, tool } from '@openai/agents';
import express from 'express';
import { Redis } from 'ioredis';
import OpenAI from 'openai';

/** The SDK's session, a text in Redis. */
class RedisSession {
  constructor(redis, userId, historyLimit) {
    Object.assign(this, { redis, userId, historyLimit });
  }

  async getSessionId() {
    return this.userId;
  }

  async getItems(limit) {
    const items = JSON.parse((await this.redis.get(this.userId)) ?? '[]');
    return limit === undefined ? items : items.slice(-limit);
  }

  async addItems(items) {
    const kept = [...(await this.getItems()), ...items].slice(-this.historyLimit);
    await this.redis.set(this.userId, JSON.stringify(kept), 'EX', 3600);
  }

  async popItem() {
    const items = await this.getItems();
    const last = items.pop();
    await this.redis.set(this.userId, JSON.stringify(items), 'EX', 3600);
    return last;
  }

  async clearSession() {
    await this.redis.del(this.userId);
  }
}

async function serve({ modelUrl, redisUrl, systemPrompt, tools, toolResult, historyLimit }) {
  setTracingDisabled(true);
  const client = new OpenAI({ apiKey: 'none', baseURL: modelUrl });
  const redis = new Redis(redisUrl);
  const agent = new Agent({
    name: 'FoodieExpress',
    instructions: systemPrompt,
    model: new OpenAIChatCompletionsModel(client, 'bench'),
    tools: tools.map(({ function: { name, description, parameters } }) => tool({ name, description, parameters, strict: false, execute: async () => toolResult })),
  });
  const app = express().disable('x-powered-by').use(express.json());
  app.post('/chat', async (request, response) => {
    const { user_id, message } = request.body;
    const result = await run(agent, message, { stream: true, session: new RedisSession(redis, `sdk:${user_id}`, historyLimit) });
    for await (const _event of result);
    await result.completed;
    response.json({ response: result.finalOutput });
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${server.address().port}` };
}

process.on('message', ({ id, task, input }) => {
  if (task !== 'serve') return;
  serve(input).then(
    (answer) => process.send({ id, answer }),
    (error) => process.send({ id, error: error.stack }),
  );
});
process.channel.ref();
process.send({ ready: true });
