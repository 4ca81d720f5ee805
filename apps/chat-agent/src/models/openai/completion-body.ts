import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions';
import type { ChatModelRequest, ToolDescription } from '../chat-model';
import { chatMessages, chatTools, promptMessage } from './chat-messages';

type Settings = Omit<ChatCompletionCreateParamsStreaming, 'messages' | 'tools'>;

/**
 * The bodies of chat completions as JSON. Settings, tools and prompt, most of each body, are the same in every call and so are written once
 * for each list of tools; it costs the longest part of asking to write them anew.
 */
export class CompletionBodies {
  private readonly beginnings = new WeakMap<readonly ToolDescription[], string>();

  constructor(private readonly settings: Settings) {}

  of(request: Pick<ChatModelRequest, 'messages' | 'facts' | 'tools'>): string {
    return `${this.beginning(request.tools)}${JSON.stringify(chatMessages(request)).slice(1)}}`;
  }

  /** As far as the comma behind the first message. */
  private beginning(tools: readonly ToolDescription[]): string {
    const known = this.beginnings.get(tools);
    if (known !== undefined) return known;
    const body: ChatCompletionCreateParamsStreaming = { ...this.settings, tools: chatTools(tools), messages: [promptMessage] };
    const beginning = JSON.stringify(body).replace(/\]\}$/, ',');
    this.beginnings.set(tools, beginning);
    return beginning;
  }
}
