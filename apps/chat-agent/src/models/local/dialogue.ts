import type { ConversationFacts } from '../chat-model';
import { withoutAddress } from './speech/address';
import { orderedForEaters } from './speech/eaters';
import { forAllOf, forEachKid, peopleIn, twoEach, withoutPartyInFront } from './speech/party';
import { withoutPeople } from './speech/people';
import { correctedCommands } from './speech/command-typos';
import { numberInFront, numbersInFront } from './speech/number-in-front';
import { plainSpeech, withoutFoodSigns } from './speech/plain-speech';
import type { Catalogue } from './catalogue/catalogue';
import type { DialogueMemory } from './dialogue-memory';
import { followedUp } from './questions/followed-up';
import { inEnglish } from './speech/hinglish/in-english';
import { type Diner, dinersByDish, dinersIn } from './pointing/diners';
import { saidByName, shownByName } from './pointing/in-sight';
import { asSaidOfOrder } from './pointing/said-of-order';
import type { Move } from './move';
import { wantedList } from './orders/parts-by-place';
import type { RestaurantMention } from './catalogue/restaurant-mention';
import { normalise, withoutCounters } from './speech/utterance';

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
  /** Said like a choice of what was offered: "the dosa then". */
  readonly isChosen: boolean;
  /** How many eat, where that was told. */
  readonly people: number | undefined;
  /** Who has what of the order under way, where that was told. */
  readonly diners: readonly Diner[];
  /** What of the message is in no text, and has to be told. */
  readonly note?: string | undefined;
}

/** Understands one kind of sentence; undefined leaves it to the next rule. */
export type Intent = (dialogue: Dialogue) => Move | undefined | Promise<Move | undefined>;

export function dialogueOf(message: string, into: Pick<Dialogue, 'facts' | 'memory' | 'catalogue'>): Dialogue {
  const { catalogue } = into;
  const isName = (word: string) => catalogue.isName(word);
  const { facts, memory } = into;
  const english = inEnglish(withoutAddress(normalise(withoutFoodSigns(message)), isName), isName);
  const { text: spoken, isChosen } = plainSpeech(english);
  const isDish = (word: string) => catalogue.isDishWord(catalogue.dishWords(word));
  const ordered = forEachKid(numberInFront(correctedCommands(spoken, isName), isDish));
  const plain = facts.order === undefined ? numbersInFront(ordered, isDish) : ordered;
  const isFirst = facts.order === undefined && memory.question === undefined && !message.includes('?');
  const asked = followedUp(isFirst ? wantedList(plain, catalogue) : plain, message, into);
  const people = peopleIn(asked) ?? memory.people;
  const diners = dinersIn(asked, memory.diners ?? [], isName);
  const owned = dinersByDish(twoEach(asked), memory.diners ?? [], facts.order);
  const each = people === undefined ? undefined : forAllOf(people, owned);
  const eaters = each === undefined ? orderedForEaters(owned, isDish) : undefined;
  const counted = each ?? eaters?.text;
  const said = withoutCounters(withoutPeople(withoutPartyInFront(counted ?? owned, isName), isName), isName);
  const { text, note } = shownByName(saidByName(asSaidOfOrder(said, facts.order?.lines ?? []), into), into);
  const notes = [note, each === undefined ? undefined : `That is for each of the ${String(people)}:`, eaters === undefined || eaters.people < 2 ? undefined : `One for each of the ${String(eaters.people)}:`].filter((each) => each !== undefined);
  return { facts, memory, catalogue, message, text, isChosen, people, diners, note: notes.length === 0 ? undefined : notes.join('\n'), mention: catalogue.mentionIn(text) };
}

/** The restaurant that is spoken of: named now, last mentioned, or the one of the order or of the page. */
export function restaurantSpokenOf({ mention, facts, memory }: Dialogue): string | undefined {
  return mention?.restaurant.name ?? memory.restaurant ?? facts.order?.restaurantName ?? facts.pageRestaurant;
}
