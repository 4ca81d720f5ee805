import type { Message } from '@foodie-express/session-store';
import type { ChatCompletionMessageParam, ChatCompletionTool } from 'openai/resources/chat/completions';
import type { ChatModelRequest, ToolDescription } from '../chat-model';
import { factsPrompt, SYSTEM_PROMPT } from './system-prompt';

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
      return { role: 'tool', content: message.content, tool_call_id: message.toolCallId };
    case 'assistant': {
      const calls = message.toolCalls ?? [];
      if (calls.length === 0) return { role: 'assistant', content: message.content };
      return {
        role: 'assistant',
        content: message.content === '' ? null : message.content,
        tool_calls: calls.map(({ id, name, arguments: text }) => ({ id, type: 'function', function: { name, arguments: text } })),
      };
    }
  }
}
