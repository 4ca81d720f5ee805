import { createHash } from 'node:crypto';
import type { Message } from '@foodie-express/session-store';
import type { ChatCompletionMessageParam, ChatCompletionTool } from 'openai/resources/chat/completions';
import type { ChatModelRequest, ToolDescription } from '../chat-model';
import { factsPrompt, SYSTEM_PROMPT } from './system-prompt';

/** What servers take in a history: longer IDs and other names they refuse, and with them the rest of the conversation. */
const MAX_CALL_ID_LENGTH = 40;
const MAX_TOOL_NAME_LENGTH = 64;

/** What never changes. */
export const promptMessage: ChatCompletionMessageParam = { role: 'system', content: SYSTEM_PROMPT };

/** What follows the prompt: the history, then what is known now, so that the longest possible prefix stays the same. */
export function chatMessages({ messages, facts }: Pick<ChatModelRequest, 'messages' | 'facts'>): ChatCompletionMessageParam[] {
  return [...messages.map(chatMessage), { role: 'system', content: factsPrompt(facts) }];
}

export function chatTools(tools: readonly ToolDescription[]): ChatCompletionTool[] {
  return tools.map(({ name, description, parameters }) => ({ type: 'function', function: { name, description, parameters: { ...parameters } } }));
}

function chatMessage(message: Message): ChatCompletionMessageParam {
  switch (message.role) {
    case 'user':
      return { role: 'user', content: message.content };
    case 'tool':
      return { role: 'tool', content: message.content, tool_call_id: callId(message.toolCallId) };
    case 'assistant': {
      const calls = message.toolCalls ?? [];
      if (calls.length === 0) return { role: 'assistant', content: message.content };
      return {
        role: 'assistant',
        content: message.content === '' ? null : message.content,
        tool_calls: calls.map(({ id, name, arguments: text }) => ({ id: callId(id), type: 'function', function: { name: toolName(name), arguments: isJsonObject(text) ? text : '{}' } })),
      };
    }
  }
}

/** The same for a call and its result, whichever model made it up. */
function callId(id: string): string {
  return id.length <= MAX_CALL_ID_LENGTH ? id : `call_${createHash('sha256').update(id).digest('hex').slice(0, 24)}`;
}

/** A model may have made up any name: "multi_tool_use.parallel". */
function toolName(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, MAX_TOOL_NAME_LENGTH);
}

/** What a model wrote wrong it is told of by the tool's answer; servers refuse a history whose arguments they cannot read. */
function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
