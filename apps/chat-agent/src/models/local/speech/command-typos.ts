import { distance } from 'fastest-levenshtein';

/** Words with which people steer an order; a slip in them must not change what is done. */
const COMMANDS = 'remove delete cancel change total order orders without extra instead replace another price please restaurant restaurants cheapest vegetarian recommend history status review reviews delivery confirm address register logout options calories ingredients available popular'.split(' ');
/** A letter away from one of these, and words of their own. */
const OWN = new Set('chance charge charged charges cancer prices priced pleased pleases border extras options option statue states recovered removed removes deleted deletes cancels changed changes totals ordered replaced delivers deliver confirms registered reviewed'.split(' '));
const MIN_LENGTH = 4;
/** Too short to be found as a slip: a letter away from "make" are many words, and before "it" none. */
const MAKE_IT = /\b(?:mak|mke|amke|maek) it\b/g;

/**
 * A text in which commands are spelled as rules read them: "remve the dosa" is "remove the dosa".
 * @param isName whether a word stands in a name of the catalogue: then it is that
 */
export function correctedCommands(text: string, isName: (word: string) => boolean): string {
  return text.replace(MAKE_IT, 'make it').replace(/\p{L}+/gu, (word) => (word.length < MIN_LENGTH || OWN.has(word) || isName(word) ? word : (COMMANDS.find((command) => isSlip(word, command)) ?? word)));
}

/** One letter too many, too few or another, or two that changed places; the first is right. */
function isSlip(word: string, command: string): boolean {
  if (word === command || !command.startsWith(word.charAt(0)) || Math.abs(word.length - command.length) > 1) return false;
  // What ends otherwise alone may be another form of the word.
  if (command.startsWith(word) || word.startsWith(command)) return false;
  return distance(word, command) === 1 || isTransposed(word, command);
}

/** Two neighbouring letters changed places: one slip, where it counts as two edits. */
export function isTransposed(wanted: string, said: string): boolean {
  if (wanted.length !== said.length) return false;
  const differing = Array.from({ length: wanted.length }, (_, index) => index).filter((index) => wanted[index] !== said[index]);
  const [first = 0, second = 0] = differing;
  return differing.length === 2 && second === first + 1 && wanted[first] === said[second] && wanted[second] === said[first];
}
