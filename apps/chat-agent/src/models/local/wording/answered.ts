import type { Dialogue } from '../dialogue';
import type { DialogueMemory } from '../dialogue-memory';
import { type Move, say } from '../move';

/** What is asked behind an answer where no order is under way. */
interface Next {
  readonly ask: string;
  readonly suggestions: readonly string[];
}

/** An answer with the next step where no order is under way: what is asked beside one leads back to it. */
export function answered({ facts }: Dialogue, text: string, { ask, suggestions }: Next, memory: Partial<DialogueMemory> = {}): Move {
  const { dish } = memory;
  return facts.order === undefined ? say(`${text}\n${ask}`, suggestions, memory) : say(text, [], dish === undefined ? {} : { dish });
}
