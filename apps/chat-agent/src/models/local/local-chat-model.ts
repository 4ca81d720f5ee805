import type { RestaurantClient } from '@foodie-express/restaurant-client';
import type { ChatModel, ChatModelReply, ChatModelRequest } from '../chat-model';
import { Catalogue } from './catalogue';
import type { Dialogue } from './dialogue';
import { readMemory } from './dialogue-memory';
import { interpret } from './interpret';
import { toReply } from './move';
import { respond } from './respond';
import { normalise, withoutGreeting } from './utterance';
import { freshOutcomes } from './wording/tool-outcome';

/**
 * A chat model without a network of its own: rules over the menus and the catalogue. It reads restaurants and menus to
 * understand a sentence; whatever it does goes through the tools, as with any other model.
 */
export class LocalChatModel implements ChatModel {
  readonly name = 'local';

  constructor(private readonly api: RestaurantClient) {}

  async reply({ messages, facts, memory: stored, onText }: ChatModelRequest): Promise<ChatModelReply> {
    const memory = readMemory(stored);
    const message = messages.findLast(({ role }) => role === 'user')?.content ?? '';
    const catalogue = await Catalogue.load(this.api);
    const text = withoutGreeting(normalise(message));
    const dialogue: Dialogue = { message, text, facts, memory, catalogue, mention: catalogue.mentionIn(text) };
    const outcomes = freshOutcomes(messages);
    const reply = toReply(outcomes.length > 0 ? respond(outcomes, dialogue) : await interpret(dialogue), memory);
    if (reply.kind === 'text') for (const piece of pieces(reply.text)) onText(piece);
    return reply;
  }
}

/** A text in the pieces in which it is streamed: words with the blank behind them. */
function pieces(text: string): string[] {
  return text.match(/\S+\s*/g) ?? [];
}
