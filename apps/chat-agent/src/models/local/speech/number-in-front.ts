import { numberOf } from './utterance';

const NUMBER = '(\\d+|one|two|three|four|five|six|seven|eight|nine|ten)';
/** What counts food. */
const COUNTER = '(?: (?:plates?|slices?|pieces?|pcs|portions?|servings?|cups?|glass(?:es)?|bowls?|nos|of (?:them|those)|please|pls))*';
/** "Cold coffee please, two". */
const ALONE_BEHIND = new RegExp(`^([^,\\d]+?)(?: please)? ?, ${NUMBER}${COUNTER}$`);
/** "Idli 4 plates", a clause of several. */
const CLAUSE = new RegExp(`^((?:an? |the )?)([^\\d]+?) ${NUMBER}${COUNTER}$`);
const JOINTS = /( ?, | and | plus )/;
/** How dishes are told apart. */
const KIND = /^(?:large|small|medium|plain|hot|mild|spicy|veg|the|of)$/;

/**
 * An order with its numbers in front: "cold coffee please, two", "idli 4 plates and vada 2".
 * @param isDish whether a word stands in the name of a dish
 */
export function numberInFront(text: string, isDish: (word: string) => boolean): string {
  const [, what = '', number = ''] = ALONE_BEHIND.exec(text) ?? [];
  const words = what.split(' ');
  const isCounted = words.some(isDish) && words.every((word) => numberOf(word) === undefined);
  return isCounted ? `${number} ${what}` : text;
}

/** The same in each clause of an order that is not begun yet, where nothing but a dish stands before the number: "biryani 2 plates, one mild". */
export function numbersInFront(text: string, isDish: (word: string) => boolean): string {
  const clauses = text.split(JOINTS);
  return clauses
    .map((clause) => {
      const [, , what = '', number = ''] = CLAUSE.exec(clause) ?? [];
      const words = what.split(' ');
      return words.some(isDish) && words.every((word) => isDish(word) || KIND.test(word)) ? `${number} ${what}` : clause;
    })
    .join('');
}
