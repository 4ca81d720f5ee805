import { describeFailure } from '@foodie-express/error-messages';
import type { Logger } from '@foodie-express/observability';
import type { ChatModel, ChatModelReply, ChatModelRequest } from './chat-model';
import { withoutLookups } from './without-lookups';

/**
 * A remote model with a local one behind it: where the remote fails, the local one answers, in the same conversation. For the
 * rest of a turn in which it failed it is not asked again, so that one turn waits for it once.
 */
export class FallbackChatModel implements ChatModel {
  readonly name: string;
  /** Of turns in which the remote failed: how many messages there were by then. */
  private readonly failedTurns = new WeakMap<AbortSignal, number>();

  constructor(
    private readonly remote: ChatModel,
    private readonly local: ChatModel,
    private readonly logger: Logger,
  ) {
    this.name = remote.name;
  }

  async reply(request: ChatModelRequest): Promise<ChatModelReply> {
    const failedAt = this.failedTurns.get(request.signal);
    if (failedAt !== undefined) return this.answerLocally(request, failedAt);
    const spoken = { begun: false };
    const onText = (piece: string) => {
      spoken.begun = true;
      request.onText(piece);
    };
    try {
      return await this.remote.reply({ ...request, onText });
    } catch (error) {
      // The turn itself is over, or the person has left: nobody waits for another answer.
      if (request.signal.aborted) throw error;
      this.failedTurns.set(request.signal, request.messages.length);
      this.logger.warn({ err: error, code: describeFailure(error).code, model: this.remote.name }, 'remote model failed, the local one answers');
      if (spoken.begun) request.onText('\n\n');
      return this.answerLocally(request, request.messages.length);
    }
  }

  private async answerLocally(request: ChatModelRequest, failedAt: number): Promise<ChatModelReply> {
    return { ...(await this.local.reply({ ...request, messages: withoutLookups(request.messages, failedAt) })), model: this.local.name };
  }
}
