import { RestaurantClient } from '@foodie-express/restaurant-client';
import type { ConversationFacts } from '../models/chat-model';
import { Catalogue } from '../models/local/catalogue/catalogue';
import { type Dialogue, dialogueOf, type Intent } from '../models/local/dialogue';
import type { DialogueMemory } from '../models/local/dialogue-memory';
import { FakeRestaurantApi } from './fake-restaurant-api';

/** A conversation that begins. */
export const NOTHING_KNOWN: ConversationFacts = { username: undefined, pageRestaurant: undefined, order: undefined, pendingOrder: undefined, passwordGivenFor: undefined, isAskedToLogIn: false };

/** An order of two dosas that is under way. */
export const DOSAS: Partial<ConversationFacts> = {
  order: { restaurantName: 'Sankalp Restaurant', lines: [{ itemId: 'masala_dosa', itemName: 'Masala Dosa', quantity: 2, options: [] }] },
};

/** One intent of the local model at a time, over the restaurants of the seed. */
export class IntentStage {
  private constructor(
    private readonly server: FakeRestaurantApi,
    private readonly api: RestaurantClient,
  ) {}

  static async start(): Promise<IntentStage> {
    const server = await FakeRestaurantApi.start();
    return new IntentStage(server, new RestaurantClient({ baseUrl: server.url }));
  }

  async dialogue(message: string, facts: Partial<ConversationFacts> = {}, memory: DialogueMemory = {}): Promise<Dialogue> {
    return dialogueOf(message, { facts: { ...NOTHING_KNOWN, ...facts }, memory, catalogue: await Catalogue.load(this.api, message) });
  }

  /** What an intent makes of a message: `tool {"parameters"}`, the text that it says, or `-` where it leaves it to others. */
  async move(intent: Intent, message: string, facts: Partial<ConversationFacts> = {}, memory: DialogueMemory = {}): Promise<string> {
    const move = await intent(await this.dialogue(message, facts, memory));
    if (move === undefined) return '-';
    return move.kind === 'say' ? move.text : move.calls.map(({ tool, parameters }) => `${tool} ${JSON.stringify(parameters)}`).join('; ');
  }

  async stop(): Promise<void> {
    await this.api.close();
    await this.server.stop();
  }
}
