import type { ConversationFacts } from '../chat-model';
import { withoutAddress } from './address';
import type { Catalogue } from './catalogue';
import type { DialogueMemory } from './dialogue-memory';
import { inEnglish } from './hinglish';
import { saidByName, shownByName } from './in-sight';
import type { Move } from './move';
import type { RestaurantMention } from './restaurant-mention';
import { normalise, withoutCounters } from './utterance';

/** All that a rule reads: the sentence, and what it is said into. */
export interface Dialogue {
  /** As the person wrote it. */
  readonly message: string;
  /** In the form of `normalise`, in English, without greetings and the like around it, and with names for what is in sight. */
  readonly text: string;
  readonly facts: ConversationFacts;
  readonly memory: DialogueMemory;
  readonly catalogue: Catalogue;
  readonly mention: RestaurantMention | undefined;
  /** What of the message is in no text, and has to be told. */
  readonly note?: string | undefined;
}

/** Understands one kind of sentence; undefined leaves it to the next rule. */
export type Intent = (dialogue: Dialogue) => Move | undefined | Promise<Move | undefined>;

export function dialogueOf(message: string, into: Pick<Dialogue, 'facts' | 'memory' | 'catalogue'>): Dialogue {
  const { catalogue } = into;
  const isName = (word: string) => catalogue.isName(word);
  const { facts, memory } = into;
  const said = withoutCounters(inEnglish(withoutAddress(normalise(message), isName)), isName);
  const { text, note } = shownByName(saidByName(said, into), into);
  return { facts, memory, catalogue, message, text, note, mention: catalogue.mentionIn(text) };
}

/** The restaurant that is spoken of: named now, last mentioned, or the one of the order or of the page. */
export function restaurantSpokenOf({ mention, facts, memory }: Dialogue): string | undefined {
  return mention?.restaurant.name ?? memory.restaurant ?? facts.order?.restaurantName ?? facts.pageRestaurant;
}
