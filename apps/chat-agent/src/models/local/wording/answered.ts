import type { Dialogue } from '../dialogue';
import type { DialogueMemory } from '../dialogue-memory';
import { type Move, say } from '../move';

/** What is asked behind an answer where no order is under way. */
interface Next {
  readonly ask: string;
  readonly suggestions: readonly string[];
}

/** An answer with the next step: beside an order that waits for its yes that is the order, shown again so that the next word may be it. */
export function answered({ facts }: Dialogue, text: string, { ask, suggestions }: Next, memory: Partial<DialogueMemory> = {}): Move {
  const { pendingOrder, order } = facts;
  if (pendingOrder !== undefined) return say(`${text}\n${pendingOrder.summary}\nShall I place it? (yes / no)`, ['Yes', 'No'], { question: undefined, list: undefined });
  if (order !== undefined) return say(`${text}\nYour order is as it was: "show my order" to go on with it.`, ['Show my order']);
  return say(`${text}\n${ask}`, suggestions, memory);
}
