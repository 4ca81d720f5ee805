import express from 'express';
import { Redis } from 'ioredis';
import OpenAI from 'openai';
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import { z } from 'zod';
import { answerTask } from './answer-tasks';
import { listen } from './listen';
import { type TurnTask, turnTaskSchema } from './turn-task';

const bodySchema = z.object({ user_id: z.string(), message: z.string() });
const historySchema = z.array(z.custom<ChatCompletionMessageParam>());

/**
 * The loop as the documentation of the `openai` client has it, behind Express: asks, puts the streamed reply together, runs the
 * tools, asks again. The history is a text in Redis. No lock, no limits, no check of anything, no log.
 */
answerTask('serve', turnTaskSchema, (task) => {
  const client = new OpenAI({ apiKey: 'none', baseURL: task.modelUrl });
  const redis = new Redis(task.redisUrl);
  const app = express().disable('x-powered-by').use(express.json());
  app.post('/chat', async (request, response) => {
    const { user_id, message } = bodySchema.parse(request.body);
    const stored = await redis.get(`loop:${user_id}`);
    const messages = stored === null ? [] : historySchema.parse(JSON.parse(stored));
    messages.push({ role: 'user', content: message });
    const reply = await converse(client, task, messages);
    await redis.set(`loop:${user_id}`, JSON.stringify(messages.slice(-task.historyLimit)), 'EX', 3_600);
    response.json({ response: reply });
  });
  return listen(app);
});

async function converse(client: OpenAI, { systemPrompt, tools, toolResult }: TurnTask, messages: ChatCompletionMessageParam[]): Promise<string> {
  for (;;) {
    const stream = await client.chat.completions.create({
      model: 'bench',
      messages: [{ role: 'system', content: systemPrompt }, ...messages],
      tools,
      stream: true,
    });
    let content = '';
    const calls = new Map<number, { id: string; type: 'function'; function: { name: string; arguments: string } }>();
    for await (const { choices } of stream) {
      const delta = choices[0]?.delta;
      content += delta?.content ?? '';
      for (const { index, id, function: part } of delta?.tool_calls ?? []) {
        const call = calls.get(index) ?? { id: id ?? '', type: 'function', function: { name: part?.name ?? '', arguments: '' } };
        call.function.arguments += part?.arguments ?? '';
        calls.set(index, call);
      }
    }
    if (calls.size === 0) {
      messages.push({ role: 'assistant', content });
      return content;
    }
    messages.push({ role: 'assistant', content: null, tool_calls: [...calls.values()] });
    for (const { id } of calls.values()) messages.push({ role: 'tool', tool_call_id: id, content: toolResult });
  }
}
