import type { Catalogue } from '../catalogue/catalogue';

/** What is wanted from one of several restaurants that a sentence names. */
export interface PlacedPart {
  readonly restaurant: string;
  /** With the restaurant's name. */
  readonly text: string;
}

const JOINTS = /\s*(?:,|\b(?:and then|and also|and|then|plus|also)\b)\s*/;
const BEGINS_WITH_PLACE = /^(?:from|at|in)\b/;

/**
 * "1 butter chicken and a pav bhaji from honest and 2 brownies from chocolate room": what is wanted from each, in the order they are
 * named. What stands before a name belongs to it, and behind the last name to that. Empty where fewer than two are named.
 */
export function partsByPlace(text: string, catalogue: Catalogue): PlacedPart[] {
  const parts: { restaurant: string; pieces: string[] }[] = [];
  let waiting: string[] = [];
  for (const piece of text.split(JOINTS).filter((each) => each !== '')) {
    const restaurant = catalogue.mentionIn(piece)?.restaurant.name;
    const last = parts.at(-1);
    if (restaurant === undefined) {
      waiting.push(piece);
      continue;
    }
    if (last !== undefined && BEGINS_WITH_PLACE.test(piece)) last.pieces.push(...waiting.splice(0));
    if (last?.restaurant === restaurant) last.pieces.push(...waiting, piece);
    else parts.push({ restaurant, pieces: [...waiting, piece] });
    waiting = [];
  }
  parts.at(-1)?.pieces.push(...waiting);
  return parts.length < 2 ? [] : parts.map(({ restaurant, pieces }) => ({ restaurant, text: pieces.join(' and ') }));
}

/** What stands around a dish in a list of them. */
const AROUND_DISH = /^(?:(?:an?|some|one|the|my) )+|(?: (?:please|pls|for (?:breakfast|lunch|dinner|me|us|tonight|now|today|(?:my|our|the) \p{L}+)))+$/gu;

/** "Chips and a coke", "dosa and coffee for breakfast", "dosa idli coffee": dishes by their names and nothing else are wanted. */
export function wantedList(text: string, catalogue: Catalogue): string {
  const pieces = piecesOf(text).map((piece) => piece.replace(AROUND_DISH, ''));
  const isDish = (piece: string) => /^[\p{L}' ]+$/u.test(piece) && piece.split(' ').every((word) => catalogue.isDishWord(word)) && catalogue.dishesLike(piece).length > 0;
  if (pieces.length > 1 && pieces.length < 6 && pieces.every(isDish)) return `i want ${text}`;
  const named = pieces.length === 1 ? namedInRow(pieces[0] ?? '', catalogue) : [];
  return named.length > 1 && named.length < 6 ? `i want ${named.join(' and ')}` : text;
}

/** Several dishes one behind the other, where no word is left and no dish has the words of all of them. */
function namedInRow(text: string, catalogue: Catalogue): string[] {
  const said = catalogue.dishWords(text);
  const names = catalogue.dishNamesIn(text);
  const left = names.reduce((rest, name) => rest.replace(` ${name} `, ' , '), ` ${said} `).replace(/[ ,]/g, '');
  const inOrder = names.toSorted((one, other) => said.indexOf(one) - said.indexOf(other));
  return left === '' && catalogue.dishesLike(text).length === 0 ? inOrder : [];
}

/** The pieces of a sentence between commas and "and". */
export function piecesOf(text: string): string[] {
  return text.split(JOINTS).filter((piece) => piece !== '');
}
