import type { ChatModel, ChatModelReply, ChatModelRequest } from '../models/chat-model';

/** A tool call as a test writes it. */
export type ScriptedCall = readonly [tool: string, parameters: object | string];

/** A model that does in each turn what a test says, whatever the person wrote: for each model call a text, or tool calls. */
export class ScriptedModel implements ChatModel {
  readonly name = 'scripted';
  readonly requests: ChatModelRequest[] = [];
  /** Fails at its next call, as a service does that is down. */
  failsOnce = false;
  private steps: (string | readonly ScriptedCall[])[] = [];

  /** What it does in the next turn, one step a model call; after the last it says "done". */
  plan(...steps: (string | readonly ScriptedCall[])[]): void {
    this.steps = steps;
  }

  reply(request: ChatModelRequest): Promise<ChatModelReply> {
    this.requests.push({ ...request, messages: [...request.messages] });
    if (this.failsOnce) {
      this.failsOnce = false;
      return Promise.reject(new Error('the model is down'));
    }
    const step = this.steps.shift() ?? 'done';
    if (typeof step === 'string') return Promise.resolve({ kind: 'text', text: step });
    const calls = step.map(([name, parameters], index) => ({
      id: `call-${this.requests.length}-${index}`,
      name,
      arguments: typeof parameters === 'string' ? parameters : JSON.stringify(parameters),
    }));
    return Promise.resolve({ kind: 'tool_calls', calls });
  }

  /** The results of the tools of the turn, as the model saw them. */
  get results(): string[] {
    return (this.requests.at(-1)?.messages ?? []).flatMap((message) => (message.role === 'tool' ? [message.content] : []));
  }
}
