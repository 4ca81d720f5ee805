import type { RestaurantClient } from '@foodie-express/restaurant-client';
import type { ChatModel, ChatModelReply, ChatModelRequest } from '../chat-model';
import { Catalogue } from './catalogue/catalogue';
import { dialogueOf } from './dialogue';
import { goOn, readMemory, remember } from './dialogue-memory';
import { interpret } from './interpret';
import { askedIn, toReply } from './move';
import { budgetTold } from './questions/asked-budget';
import { respond } from './respond';
import { freshOutcomes } from './wording/tool-outcome';

/**
 * A chat model without a network of its own: rules over the menus and the catalogue. It reads restaurants and menus to
 * understand a sentence; whatever it does goes through the tools, as with any other model.
 */
export class LocalChatModel implements ChatModel {
  readonly name = 'local';

  constructor(private readonly api: RestaurantClient) {}

  async reply({ messages, facts, memory: stored, onText }: ChatModelRequest): Promise<ChatModelReply> {
    const found = readMemory(stored);
    const message = messages.findLast(({ role }) => role === 'user')?.content ?? '';
    const dialogue = dialogueOf(message, { facts, memory: found, catalogue: await Catalogue.load(this.api, message) });
    const memory = { ...found, people: dialogue.people, budget: budgetTold(dialogue.text) ?? found.budget, diners: [...dialogue.diners] };
    const outcomes = freshOutcomes(messages);
    const move = outcomes.length > 0 ? await respond(outcomes, dialogue) : await interpret(dialogue);
    const reply = toReply(move, outcomes.length > 0 ? goOn(memory, move.memory) : { ...remember(memory, move.memory), asked: askedIn(move) });
    if (reply.kind === 'text') for (const piece of pieces(reply.text)) onText(piece);
    return reply;
  }
}

/** A text in the pieces in which it is streamed: words with the blank behind them. */
function pieces(text: string): string[] {
  return text.match(/\S+\s*/g) ?? [];
}
