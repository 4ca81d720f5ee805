import type { ConversationFacts } from '../chat-model';
import type { Catalogue } from './catalogue';
import type { DialogueMemory } from './dialogue-memory';
import type { Move } from './move';
import type { RestaurantMention } from './restaurant-mention';

/** All that a rule reads: the sentence, and what it is said into. */
export interface Dialogue {
  /** As the person wrote it. */
  readonly message: string;
  /** In the form of `normalise`. */
  readonly text: string;
  readonly facts: ConversationFacts;
  readonly memory: DialogueMemory;
  readonly catalogue: Catalogue;
  readonly mention: RestaurantMention | undefined;
}

/** Understands one kind of sentence; undefined leaves it to the next rule. */
export type Intent = (dialogue: Dialogue) => Move | undefined | Promise<Move | undefined>;

/** The restaurant that is spoken of: named now, or the one of the order, of the page, or last mentioned. */
export function restaurantSpokenOf({ mention, facts, memory }: Dialogue): string | undefined {
  return mention?.restaurant.name ?? facts.order?.restaurantName ?? memory.restaurant ?? facts.pageRestaurant;
}
